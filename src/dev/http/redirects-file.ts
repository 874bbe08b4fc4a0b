import { matchPath, type PathPattern, parsePathPattern } from './path-pattern.ts'
import { decode, encodePath } from './target.ts'

/** One line of a `_redirects` file. */
export interface RedirectRule {
  readonly from: PathPattern
  /** Percent-encoded, may hold `:name` and `:splat`. */
  readonly to: string
  readonly status: 301 | 302 | 303 | 307 | 308
}

/** Where a path has moved to. */
export interface Redirect {
  readonly status: RedirectRule['status']
  readonly location: string
}

const statuses: readonly RedirectRule['status'][] = [301, 302, 303, 307, 308]

/**
 * Reads a `_redirects` file: `from to [status]` on a line, `#` for comments. Rules that only a host can decide
 * (rewrites, countries, languages, query parameters) are passed over.
 */
export function parseRedirectsFile(text: string): readonly RedirectRule[] {
  return text.split(/\r?\n/).flatMap((line) => {
    const [from, to, code = '301', ...conditions] = line
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .split(/\s+/)
    const status = statuses.find((known) => String(known) === code.replace(/!$/, ''))
    const pattern = parsePathPattern(decode(from ?? '') ?? '')
    if (!pattern || !to || !status || conditions.length > 0) return []
    return /^(?:\/|https?:\/\/)/.test(to) ? [{ from: pattern, to, status }] : []
  })
}

/**
 * Finds where a path has moved to; the first rule that matches counts.
 *
 * @param path a decoded path
 * @param search the request's query with its `?`, carried over where the rule has none of its own
 */
export function redirectFor(
  rules: readonly RedirectRule[],
  path: string,
  search: string,
): Redirect | undefined {
  for (const rule of rules) {
    const parts = matchPath(rule.from, path)
    if (!parts) continue
    const filled = rule.to.replace(/:([A-Za-z]\w*)/g, (whole, name: string) => {
      const part = parts.get(name)
      return part === undefined ? whole : encodePath(part)
    })
    // A splat at the front must not turn a path into the address of another host.
    const location = filled.startsWith('//') ? filled.replace(/^\/+/, '/') : filled
    // Hosts pass over a rule that leads back to where the reader is.
    if (decode(location) === path) continue
    return { status: rule.status, location: location.includes('?') ? location : location + search }
  }
  return undefined
}
