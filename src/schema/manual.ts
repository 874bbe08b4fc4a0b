import type { Key, Keys } from './field.ts'
import { postKeys } from './post-keys.ts'
import { siteKeys } from './site-keys.ts'

/** A table of keys for the manual, in Markdown: key, kind, what it is for, what holds without it, and an example. */
function keyTable(keys: Keys): string {
  const rows = Object.entries(keys).map(
    ([name, key]) =>
      `| ${namesOf(name, key)} | ${cell(key.field.kind)} | ${cell(key.description)} | ${cell(key.fallback ?? '–')} | ${exampleOf(name, key)} |`,
  )
  return [
    '| key | value | what it is | without it | example |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

function namesOf(name: string, key: Key<unknown>): string {
  return key.otherName === undefined ? `\`${name}\`` : `\`${name}\` or \`${key.otherName}\``
}

function exampleOf(name: string, key: Key<unknown>): string {
  const lines = key.example.startsWith(' ')
    ? [`${name}:`, ...key.example.split('\n')]
    : [`${name}: ${key.example}`]
  // Code in a cell of a table loses spaces at its start.
  return lines
    .map((line) => `\`${cell(line.replace(/^ +/, (s) => '\u00a0'.repeat(s.length)))}\``)
    .join('<br>')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}

/** The tables that the manual has, by the name in the remarks around them. */
const tables: Readonly<Record<string, Keys>> = { post: postKeys, site: siteKeys }

/**
 * The manual with its tables made anew.
 *
 * @param manual Markdown with `<!-- keys: post -->` and `<!-- keys: site -->`, each up to `<!-- end -->`
 */
export function withKeyTables(manual: string): string {
  return manual.replace(
    /(<!-- keys: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g,
    (whole, before: string, name: string, after: string) => {
      const keys = tables[name]
      return keys ? `${before}\n${keyTable(keys)}\n\n${after}` : whole
    },
  )
}
