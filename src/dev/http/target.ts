/** What a request asks for, once its target has been read strictly. */
export interface Target {
  /** Percent-decoded, starts with `/`; no empty, `.` or `..` segment, no back slash, no control character. */
  readonly path: string
  /** With its `?`, as it was sent; empty where there is none. */
  readonly search: string
}

/**
 * Reads a request target in origin form (RFC 9112, 3.2.1). Browsers clean paths before they send them, so
 * whatever is left to clean was sent on purpose: it is refused here, never repaired.
 *
 * @param raw the target as it came over the wire
 * @returns undefined where the target is malformed or could mean two different paths
 */
export function parseTarget(raw: string): Target | undefined {
  if (!raw.startsWith('/') || /[#\\\0-\x20\x7f-\uffff]/.test(raw)) return undefined
  const mark = raw.indexOf('?')
  const encoded = mark < 0 ? raw : raw.slice(0, mark)
  if (/%(?:2f|5c|00)/i.test(encoded)) return undefined
  const path = decode(encoded)
  if (path === undefined || /[\0-\x1f\x7f]/.test(path)) return undefined
  const segments = path.slice(1).split('/')
  const strayed = segments.some(
    (segment, index) =>
      segment === '.' || segment === '..' || (segment === '' && index < segments.length - 1),
  )
  return strayed ? undefined : { path, search: mark < 0 ? '' : raw.slice(mark) }
}

/**
 * True for what a good host keeps to itself: names that start with a dot (but for `/.well-known/`, RFC 8615)
 * and the host's own configuration.
 *
 * @param path a decoded path, starting with `/`
 */
export function isHidden(path: string): boolean {
  if (path === '/_headers' || path === '/_redirects') return true
  const visible = path.startsWith('/.well-known/') ? path.slice('/.well-known'.length) : path
  return visible.includes('/.')
}

/** Percent-decodes a path; undefined where an escape is broken or no UTF-8. */
export function decode(encoded: string): string | undefined {
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}

/** Percent-encodes a path as a link writes it. */
export function encodePath(path: string): string {
  return encodeURI(path).replace(/[?#]/g, (mark) => (mark === '?' ? '%3F' : '%23'))
}
