import { isMap } from 'yaml'
import type { TextEdit } from '../../model/diagnostic.ts'
import { type FrontMatterSplit, splitFrontMatter } from '../front-matter.ts'

/**
 * A text with an `id` in its front matter, which must have none yet. Nothing else of the text is
 * touched: line ends, remarks, order and indentation stay. A text without front matter gets one.
 *
 * @param id letters, digits and dashes that YAML takes for a text
 * @returns undefined where the front matter cannot be read, or is written in a way that leaves no safe place for a key
 */
export function withId(text: string, id: string): string | undefined {
  const before = splitFrontMatter('', text)
  if (before.fatal) return undefined
  const { start, insert } = idEdit(text, before, `id: ${id}`)
  const better = text.slice(0, start) + insert + text.slice(start)
  return saysTheSame(before, text, better, id) ? better : undefined
}

function idEdit(text: string, { yaml, document }: FrontMatterSplit, line: string): TextEdit {
  if (!yaml) {
    const lineEnd = /\r\n|\n|\r/.exec(text)?.[0] ?? '\n'
    return insertion(0, ['---', line, '---', '', ''].join(lineEnd))
  }
  const contents = document?.contents
  if (isMap(contents) && contents.flow) {
    const opening = yaml.offset + (contents.range?.[0] ?? 0) + 1
    return insertion(opening, contents.items.length === 0 ? line : `${line}, `)
  }
  const lineEnd = /\r\n$|\n$|\r$/.exec(text.slice(0, yaml.offset))?.[0] ?? '\n'
  const first = isMap(contents) ? (contents.range?.[0] ?? 0) : 0
  const [indent = ''] = /[ ]*$/.exec(yaml.text.slice(0, first)) ?? []
  return insertion(yaml.offset, `${indent}${line}${lineEnd}`)
}

function insertion(start: number, insert: string): TextEdit {
  return { start, end: start, insert }
}

/** Makes sure of an edit by reading the outcome: YAML has more forms than anyone remembers. */
function saysTheSame(before: FrontMatterSplit, text: string, better: string, id: string): boolean {
  const after = splitFrontMatter('', better)
  const { id: found, ...rest } = after.data
  const body = better.slice(after.bodyStart.offset)
  return (
    !after.fatal &&
    found === id &&
    JSON.stringify(rest) === JSON.stringify(before.data) &&
    body.replace(/^(?:\r\n|\n|\r)/, '') ===
      text.slice(before.bodyStart.offset).replace(/^(?:\r\n|\n|\r)/, '')
  )
}
