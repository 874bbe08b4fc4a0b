/** A path pattern of `_headers` and `_redirects`: `*` for any rest, `:name` for one segment. */
export interface PathPattern {
  readonly expression: RegExp
  /** Names of the captured parts, in order; `splat` for the rest. */
  readonly names: readonly string[]
}

/**
 * Reads a pattern in the syntax that Netlify and Cloudflare Pages share.
 *
 * @param text `/assets/*`, `/:year/:slug/`
 * @returns undefined where it is no path, e.g. a rule for another host
 */
export function parsePathPattern(text: string): PathPattern | undefined {
  if (!text.startsWith('/')) return undefined
  const names: string[] = []
  const source = text.replace(/\/\*$|\*|:[A-Za-z]\w*|[\\^$.|?+()[\]{}]/g, (part) => {
    if (part.startsWith(':')) {
      names.push(part.slice(1))
      return '([^/]+)'
    }
    if (!part.endsWith('*')) return `\\${part}`
    names.push('splat')
    return part === '*' ? '(.*)' : '(?:/(.*))?'
  })
  return { expression: new RegExp(`^${source}$`, 's'), names }
}

/**
 * @param path a decoded path
 * @returns what the pattern's parts stand for, or undefined where the path does not match
 */
export function matchPath(
  pattern: PathPattern,
  path: string,
): ReadonlyMap<string, string> | undefined {
  const found = pattern.expression.exec(path)
  if (!found) return undefined
  return new Map(pattern.names.map((name, index) => [name, found[index + 1] ?? '']))
}
