import { matchPath, type PathPattern, parsePathPattern } from './path-pattern.ts'
import { decode } from './target.ts'

/** One block of a `_headers` file. */
export interface HeaderRule {
  readonly pattern: PathPattern
  /** In order; a value of undefined takes the header away (`! Name`). */
  readonly headers: readonly (readonly [name: string, value: string | undefined])[]
}

/**
 * Reads a `_headers` file: a path in the first column, its headers indented below it, `#` for comments.
 * Lines that are neither are passed over, as the hosts do.
 */
export function parseHeadersFile(text: string): readonly HeaderRule[] {
  const rules: { pattern: PathPattern; headers: [string, string | undefined][] }[] = []
  let current: [string, string | undefined][] | undefined
  for (const line of text.split(/\r?\n/)) {
    const trimmed = line.trim()
    if (trimmed === '' || trimmed.startsWith('#')) continue
    if (/^\s/.test(line)) {
      const header = parseHeader(trimmed)
      if (header) current?.push(header)
      continue
    }
    const pattern = parsePathPattern(decode(trimmed) ?? trimmed)
    current = pattern && []
    if (pattern && current) rules.push({ pattern, headers: current })
  }
  return rules
}

function parseHeader(line: string): [string, string | undefined] | undefined {
  const removed = /^!\s*([\w-]+)$/.exec(line)
  if (removed?.[1]) return [removed[1].toLowerCase(), undefined]
  const header = /^([!#$%&'*+.^_`|~\w-]+)\s*:\s*(.*)$/.exec(line)
  return header?.[1] && header[2] !== undefined ? [header[1].toLowerCase(), header[2]] : undefined
}

/**
 * The headers of one path: every matching rule counts, and a header given twice is joined by a comma.
 *
 * @param path a decoded path
 * @returns by name in lower case
 */
export function headersFor(
  rules: readonly HeaderRule[],
  path: string,
): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const rule of rules) {
    if (!matchPath(rule.pattern, path)) continue
    for (const [name, value] of rule.headers) {
      if (value === undefined) found.delete(name)
      else found.set(name, found.has(name) ? `${found.get(name)}, ${value}` : value)
    }
  }
  return found
}
