/** Schemes that a page may link to; everything else is refused, relative addresses apart. */
const allowed = new Set(['http', 'https', 'mailto'])

/**
 * The scheme of an address in lower case, as strictly as a browser could read it: whatever stands
 * before a colon that no `/`, `?` or `#` precedes, white space and control characters taken away as
 * the URL standard says (WHATWG URL, 4.4). A back slash does not end it: printed, it is `%5C`.
 */
export function schemeOf(address: string): string | undefined {
  const [before] = trimmed(address).split(/[/?#]/, 1)
  const colon = before?.indexOf(':') ?? -1
  return colon < 0 ? undefined : before?.slice(0, colon).toLowerCase()
}

/** The address as a page may hold it; nothing where its scheme is not http, https or mailto. */
export function safeAddress(address: string): string | undefined {
  const scheme = schemeOf(address)
  const clean = trimmed(address)
  if (scheme === undefined) return clean
  return allowed.has(scheme) ? scheme + clean.slice(scheme.length) : undefined
}

/** True for `http:`, `https:` and `//host`, which lead to a site of their own. */
export function isAbsolute(address: string): boolean {
  const scheme = schemeOf(address)
  return scheme === 'http' || scheme === 'https' || /^[/\\]{2}/.test(trimmed(address))
}

function trimmed(address: string): string {
  return address.replace(/^[\0- ]+|[\0- ]+$/g, '').replace(/[\t\n\r]/g, '')
}
