import type { HeaderRule } from '../host-headers.ts'
import { type HeaderRow, headerTable, quoted } from './header-table.ts'

/**
 * The headers of a site for nginx: maps, which stand beside a `server`, and lines for inside of it.
 *
 * The maps look at the address as it was asked for, since `index` makes another one of it. No `location`
 * may have an `add_header` of its own: it would put out all of these.
 *
 * @param base path part of the site's address, with both slashes
 * @throws RangeError where a value cannot stand in the settings
 * @see https://nginx.org/en/docs/http/ngx_http_headers_module.html
 */
export function nginxHeaders(
  rules: readonly HeaderRule[],
  base: string,
): { readonly maps: string; readonly server: string } {
  const rows = headerTable(rules, base)
  const headers = rows.filter(({ name }) => name !== 'Content-Type')
  const types = rows.filter(({ name }) => name === 'Content-Type')
  return {
    maps: headers
      .filter((row) => row.exceptions.length > 0)
      .map(mapOf)
      .join('\n'),
    server: [...headers.map(lineOf), ...types.flatMap(locationsOf)].join(''),
  }
}

function variableOf(name: string): string {
  return `$ibid_${name.toLowerCase().replaceAll('-', '_')}`
}

function mapOf({ name, otherwise, exceptions }: HeaderRow): string {
  const lines = exceptions.flatMap(({ paths, value }) =>
    paths.map((path) => `  ${expression(path)} ${quoted(value)};\n`),
  )
  return `map $request_uri ${variableOf(name)} {\n  default ${quoted(otherwise ?? '')};\n${lines.join('')}}\n`
}

/** What is asked for may end in a query. */
function expression(path: string): string {
  return `"~${path.replace(/\$$/, '(\\?|$)').replaceAll('{', '\\{')}"`
}

function lineOf({ name, otherwise, exceptions }: HeaderRow): string {
  const value = exceptions.length > 0 ? variableOf(name) : quoted(otherwise ?? '')
  return `add_header ${name} ${value} always;\n`
}

function locationsOf({ exceptions }: HeaderRow): readonly string[] {
  return exceptions.flatMap(({ paths, value }) =>
    paths.map(
      (path) => `location ~ "${path}" {\n  types { }\n  default_type ${quoted(value)};\n}\n`,
    ),
  )
}
