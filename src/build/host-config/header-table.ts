import type { HeaderRule } from '../host-headers.ts'

/** One header of a site, for servers in whose settings a later line takes the place of an earlier one. */
export interface HeaderRow {
  readonly name: string
  /** The value everywhere but at the exceptions; undefined where there is none. */
  readonly otherwise: string | undefined
  /** No two of them match one address. */
  readonly exceptions: readonly {
    /** Regular expressions of the path of an address, below the path of the site; see `pathExpression`. */
    readonly paths: readonly string[]
    readonly value: string
  }[]
}

/**
 * The rules by header.
 *
 * @param base path part of the site's address, with both slashes
 */
export function headerTable(rules: readonly HeaderRule[], base: string): readonly HeaderRow[] {
  const names = [...new Set(rules.flatMap(({ headers }) => headers.map(([name]) => name)))]
  return names.map((name) => {
    const valued = rules.flatMap(({ pattern, headers }) => {
      const value = headers.find(([each]) => each === name)?.[1]
      return value === undefined ? [] : [{ pattern, value }]
    })
    const otherwise = valueEverywhere(valued)
    const others = new Map<string, string[]>()
    for (const { pattern, value } of valued)
      if (value !== otherwise)
        others.set(value, [...(others.get(value) ?? []), pathExpression(pattern, base)])
    return { name, otherwise, exceptions: [...others].map(([value, paths]) => ({ paths, value })) }
  })
}

/** The value of the rule for all; else, for a header that every address has, the value that most rules give it. */
function valueEverywhere(
  valued: readonly { readonly pattern: string; readonly value: string }[],
): string | undefined {
  const all = valued.find(({ pattern }) => pattern === '/*')
  if (all) return all.value
  if (!['/', '/:a'].every((top) => valued.some(({ pattern }) => pattern === top))) return undefined
  const count = (value: string): number => valued.filter((each) => each.value === value).length
  return valued.reduce((most, each) => (count(each.value) > count(most.value) ? each : most)).value
}

/** The regular expression, without delimiters, of the paths that a pattern of `_headers` matches. */
export function pathExpression(pattern: string, base: string): string {
  const parts = `${base}${pattern.slice(1)}`.split(/(\*$|:[a-z]+)/)
  const inner = parts.map((part) => {
    if (part === '*') return '[^?]*'
    return /^:[a-z]+$/.test(part) ? '[^/?]+' : part.replaceAll(/[.+(){}[\]|^$\\*?]/g, '\\$&')
  })
  return `^${inner.join('')}$`
}

/** A value between double quotes. @throws RangeError where it cannot stand there */
export function quoted(value: string): string {
  if (/["\\$%\0-\x1f\x7f]/.test(value))
    throw new RangeError(`This cannot stand in the settings of a server: ${JSON.stringify(value)}`)
  return `"${value}"`
}
