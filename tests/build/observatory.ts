/** What a home page answers with: its headers by name in lower case, and its text. */
export interface Answered {
  readonly headers: ReadonlyMap<string, string>
  readonly html: string
}

type Directives = ReadonlyMap<string, readonly string[]>

function directivesOf(policy: string): Directives {
  return new Map(
    policy.split(';').map((part) => {
      const [name = '', ...sources] = part.trim().split(/\s+/)
      return [name.toLowerCase(), sources] as const
    }),
  )
}

function sourcesOf(policy: Directives, name: string): readonly string[] {
  return policy.get(name) ?? policy.get('default-src') ?? ['*']
}

function policyScore(policy: Directives | undefined): number {
  if (!policy) return -25
  const scripts = sourcesOf(policy, 'script-src')
  const styles = sourcesOf(policy, 'style-src')
  if (scripts.some((source) => /^(?:'unsafe-inline'|data:|\*|https?:)$/.test(source))) return -20
  if (scripts.includes("'unsafe-eval'")) return -10
  if (styles.some((source) => /^(?:'unsafe-inline'|data:)$/.test(source))) return 0
  return (policy.get('default-src') ?? []).join(' ') === "'none'" ? 10 : 5
}

function framingScore(policy: Directives | undefined, header: string): number {
  if (policy?.get('frame-ancestors')) return 5
  return /^(?:deny|sameorigin)$/i.test(header) ? 0 : -20
}

function transportScore(header: string): number {
  const age = /\bmax-age=(\d+)/.exec(header)?.[1]
  if (age === undefined) return -20
  return Number(age) >= 15_552_000 ? 0 : -10
}

function referrerScore(header: string): number {
  const value = header.split(',').at(-1)?.trim() ?? ''
  if (/^(?:no-referrer|same-origin|strict-origin|strict-origin-when-cross-origin)$/.test(value))
    return 5
  return value === '' ? 0 : -5
}

function scriptScore(html: string): number {
  const scripts = html.match(/<script\b[^>]*>/g) ?? []
  if (scripts.length === 0) return 0
  const foreign = scripts.filter((tag) => /src="?(?:https?:)?\/\//.test(tag))
  if (foreign.some((tag) => !/integrity=/.test(tag)))
    return foreign.some((tag) => /src="?http:/.test(tag)) ? -50 : -5
  return scripts.every((tag) => /integrity=/.test(tag)) ? 5 : 0
}

function sharingScore(header: string): number {
  if (header === '' || header === 'cross-origin') return 0
  return /^same-(?:origin|site)$/.test(header) ? 10 : -5
}

/**
 * The points that a page earns by the rules of MDN's HTTP Observatory, by rule; extra points count only from
 * 90 on. https://developer.mozilla.org/en-US/observatory/docs/tests_and_scoring
 */
export function observatory({ headers, html }: Answered): {
  readonly score: number
  readonly rules: Readonly<Record<string, number>>
} {
  const header = (name: string): string => headers.get(name) ?? ''
  const policy = headers.has('content-security-policy')
    ? directivesOf(header('content-security-policy'))
    : undefined
  const rules = {
    'content-security-policy': policyScore(policy),
    cookies: headers.has('set-cookie') ? -20 : 0,
    'cross-origin-resource-sharing': header('access-control-allow-origin') === '*' ? -50 : 0,
    'cross-origin-resource-policy': sharingScore(header('cross-origin-resource-policy')),
    'referrer-policy': referrerScore(header('referrer-policy')),
    'strict-transport-security': transportScore(header('strict-transport-security')),
    'subresource-integrity': scriptScore(html),
    'x-content-type-options': header('x-content-type-options') === 'nosniff' ? 0 : -5,
    'x-frame-options': framingScore(policy, header('x-frame-options')),
  }
  const points = Object.values(rules)
  const penalised = 100 + points.filter((each) => each < 0).reduce((sum, each) => sum + each, 0)
  const extra = points.filter((each) => each > 0).reduce((sum, each) => sum + each, 0)
  return { score: Math.max(0, penalised >= 90 ? penalised + extra : penalised), rules }
}
