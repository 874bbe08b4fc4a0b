import type { HeaderRule } from '../host-headers.ts'
import { headerTable, quoted } from './header-table.ts'

/**
 * The headers of a site for Apache 2.4, for `.htaccess` or a virtual host; needs `mod_headers`.
 *
 * The conditions look at the address as it was asked for, since `DirectoryIndex` makes another one of it.
 *
 * @param base path part of the site's address, with both slashes
 * @throws RangeError where a value cannot stand in the settings
 * @see https://httpd.apache.org/docs/2.4/mod/mod_headers.html
 */
export function apacheHeaders(rules: readonly HeaderRule[], base: string): string {
  const rows = headerTable(rules, base)
  const everywhere = rows.flatMap(({ name, otherwise }) =>
    otherwise === undefined ? [] : [`Header always set ${name} ${quoted(otherwise)}\n`],
  )
  const special = rows.flatMap(({ name, exceptions }) =>
    exceptions.map(({ paths, value }) => {
      const line =
        name === 'Content-Type'
          ? `ForceType ${quoted(value)}`
          : `Header always set ${name} ${quoted(value)}`
      return `<If "%{THE_REQUEST} =~ m#^[A-Z]+ (${paths.map(asked).join('|')})#">\n  ${line}\n</If>\n`
    }),
  )
  return [...everywhere, ...special].join('')
}

/** In the first line of a request the path ends at a space or a query. */
function asked(path: string): string {
  return path
    .replace(/^\^/, '')
    .replaceAll('[^/?]', '[^/? ]')
    .replaceAll('[^?]', '[^? ]')
    .replace(/\$$/, '[? ]')
}
