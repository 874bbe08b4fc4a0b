import { readFileSync } from 'node:fs'
import type { StarMode } from '../../src/model/front-matter.ts'

/** One text, and what its notes come to. */
export interface NoteCase {
  readonly name: string
  readonly group: string
  readonly markdown: string
  readonly mode?: StarMode
  readonly why: string
  readonly expect: {
    readonly refs: number
    readonly notes: readonly {
      readonly number: number
      readonly label: string | null
      readonly text: string
      readonly backrefs: number
      readonly nested?: boolean
    }[]
    readonly diagnostics: readonly string[]
    readonly literal?: readonly string[]
    readonly headings?: readonly { readonly text: string; readonly id: string }[]
  }
}

/** The cases of the conformance suite. */
export const noteCases = JSON.parse(
  readFileSync(new URL('../data/notes.json', import.meta.url), 'utf8'),
) as readonly NoteCase[]

/** A case as a post of a site; its own front matter is kept. */
export function postOf(
  { markdown, mode }: Pick<NoteCase, 'markdown' | 'mode'>,
  id: string,
): string {
  const eol = /\r?\n/.exec(markdown)?.[0] ?? '\n'
  const keys = [`id: ${id}`, 'date: 2020-01-01', ...(mode ? [`notes: {stars: ${mode}}`] : [])]
  const own = /^---\r?\n([\s\S]*?)\r?\n---\r?\n/.exec(markdown)
  const front = [...keys, ...(own ? [own[1]] : ['title: Case'])].join(eol)
  return `---${eol}${front}${eol}---${eol}${eol}${own ? markdown.slice(own[0].length) : markdown}`
}

/** The same text with CR LF at the end of each line. */
export function withCrlf(text: string): string {
  return text.replace(/\r?\n/g, '\r\n')
}
