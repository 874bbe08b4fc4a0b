/** What a server would send at an address, by its settings: headers by name in lower case. */
export type Served = (path: string) => ReadonlyMap<string, string>

function unquoted(value: string): string {
  return value.replace(/^"(.*)"$/, '$1')
}

/** Reads settings of nginx as far as Ibid prints them: maps, `add_header`, and types in locations. */
export function readNginx(text: string): Served {
  const maps = new Map(
    [...text.matchAll(/^map \$request_uri (\$\w+) \{\n([\s\S]*?)^\}/gm)].map(
      ([, name = '', body = '']) => [name, body] as const,
    ),
  )
  const sentAt = (value: string, path: string): string => {
    const body = maps.get(value)
    if (body === undefined) return unquoted(value)
    const lines = [...body.matchAll(/^ {2}(default|"~([^"]*)") ("[^"]*");$/gm)]
    const found = lines.find(([, , expression]) => expression && new RegExp(expression).test(path))
    const fallback = lines.find(([, key]) => key === 'default')
    return unquoted((found ?? fallback)?.[3] ?? '')
  }
  const headers = [...text.matchAll(/^add_header (\S+) (".*"|\$\w+) always;$/gm)]
  const types = [
    ...text.matchAll(/^location ~ "(.*)" \{\n {2}types \{ \}\n {2}default_type (".*");\n\}/gm),
  ]
  return (path) => {
    const served = new Map<string, string>()
    for (const [, name = '', value = ''] of headers) {
      const sent = sentAt(value, path)
      if (sent !== '') served.set(name.toLowerCase(), sent)
    }
    const type = types.find(([, expression = '']) => new RegExp(expression).test(path))
    if (type) served.set('content-type', unquoted(type[2] ?? ''))
    return served
  }
}

/** Reads a Caddyfile as far as Ibid prints it: matchers by expression, and `header`. */
export function readCaddy(text: string): Served {
  const matchers = new Map(
    [...text.matchAll(/^(@\w+) (not )?path_regexp (\S+)$/gm)].map(
      ([, name = '', not, expression = '']) =>
        [
          name,
          (path: string) => new RegExp(expression).test(path) !== (not !== undefined),
        ] as const,
    ),
  )
  const lines = [...text.matchAll(/^header (?:(@\w+) )?([A-Z][\w-]+) (".*")$/gm)]
  return (path) => {
    const served = new Map<string, string>()
    for (const [, matcher, name = '', value = ''] of lines) {
      if (matcher !== undefined && !matchers.get(matcher)?.(path)) continue
      if (served.has(name.toLowerCase())) throw new Error(`${name} twice at ${path}`)
      served.set(name.toLowerCase(), unquoted(value))
    }
    return served
  }
}

/** Reads settings of Apache as far as Ibid prints them: `Header always set` and `ForceType`, also in `<If>`. */
export function readApache(text: string): Served {
  const blocks = [...text.matchAll(/<If "%\{THE_REQUEST\} =~ m#(.*)#">\n([\s\S]*?)<\/If>\n|.+\n/g)]
  return (path) => {
    const served = new Map<string, string>()
    for (const [whole, expression, body = whole] of blocks) {
      if (expression !== undefined && !new RegExp(expression).test(`GET ${path} HTTP/1.1`)) continue
      for (const [, name = '', value = ''] of body.matchAll(/Header always set (\S+) (".*")$/gm))
        served.set(name.toLowerCase(), unquoted(value))
      for (const [, value = ''] of body.matchAll(/ForceType (".*")$/gm))
        served.set('content-type', unquoted(value))
    }
    return served
  }
}
