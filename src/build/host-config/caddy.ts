import type { HeaderRule } from '../host-headers.ts'
import { headerTable, quoted } from './header-table.ts'

/**
 * The headers of a site for Caddy 2: lines for inside of a site's block.
 *
 * @param base path part of the site's address, with both slashes
 * @throws RangeError where a value cannot stand in the settings
 * @see https://caddyserver.com/docs/caddyfile/directives/header
 */
export function caddyHeaders(rules: readonly HeaderRule[], base: string): string {
  return headerTable(rules, base)
    .map(({ name, otherwise, exceptions }) => {
      const key = name.toLowerCase().replaceAll('-', '_')
      const special = exceptions.map(({ paths, value }, i) => {
        const matcher = `@${key}_${i + 1}`
        return `${matcher} path_regexp ${oneOf(paths)}\nheader ${matcher} ${name} ${quoted(value)}\n`
      })
      if (otherwise === undefined) return special.join('')
      if (special.length === 0) return `header ${name} ${quoted(otherwise)}\n`
      // Which of two lines for one header is the last is not plain to see, so none meets another.
      const all = exceptions.flatMap(({ paths }) => paths)
      return `@${key} not path_regexp ${oneOf(all)}\nheader @${key} ${name} ${quoted(otherwise)}\n${special.join('')}`
    })
    .join('')
}

function oneOf(paths: readonly string[]): string {
  return paths.length === 1 ? (paths[0] ?? '') : `(${paths.join('|')})`
}
