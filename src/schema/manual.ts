import type { Key, Keys } from './field.ts'

/** A table of keys for the manual, in Markdown: key, kind, what it is for, what holds without it, and an example. */
export function keyTable(keys: Keys): string {
  const rows = Object.entries(keys).map(
    ([name, key]) =>
      `| ${namesOf(name, key)} | ${cell(key.field.kind)} | ${cell(key.description)} | ${cell(key.fallback ?? '–')} | ${exampleOf(name, key)} |`,
  )
  return ['| key | value | what it is | without it | example |', '| --- | --- | --- | --- | --- |', ...rows].join(
    '\n',
  )
}

function namesOf(name: string, key: Key<unknown>): string {
  return key.otherName === undefined ? `\`${name}\`` : `\`${name}\` or \`${key.otherName}\``
}

function exampleOf(name: string, key: Key<unknown>): string {
  const lines = key.example.startsWith(' ')
    ? [`${name}:`, ...key.example.split('\n')]
    : [`${name}: ${key.example}`]
  // Code in a cell of a table loses spaces at its start.
  return lines.map((line) => `\`${cell(line.replace(/^ +/, (s) => '\u00a0'.repeat(s.length)))}\``).join('<br>')
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|')
}
