import type { Nodes } from 'mdast'
import type { StarMode } from '../../../src/model/front-matter.ts'
import type { Note } from '../../../src/model/notes.ts'
import { sourcePath } from '../../../src/model/paths.ts'
import {
  parseSharedNotes,
  resolveNotes,
  type SharedNote,
} from '../../../src/semantics/notes/index.ts'
import { parse } from '../../../src/syntax/parse.ts'

export interface ReadOptions {
  readonly stars?: StarMode
  /** Text of a file of shared notes. */
  readonly shared?: string
}

export const post = sourcePath('content/posts/post.md')
export const sharedFile = sourcePath('content/notes/shared.md')

/** Front matter taken off as the simplest of files have it. */
export function bodyStartOf(text: string): { line: number; column: number; offset: number } {
  const front = /^---\r?\n(?=\w)[\s\S]*?\r?\n---\r?\n/.exec(text)?.[0] ?? ''
  return { line: front.split(/\r\n|\n/).length, column: 1, offset: front.length }
}

/** A post all the way to its notes. */
export function read(text: string, { stars = 'auto', shared }: ReadOptions = {}) {
  const notes = new Map<string, SharedNote>()
  if (shared !== undefined)
    for (const note of parseSharedNotes({ path: sharedFile, text: shared }).notes)
      notes.set(note.identifier, note)
  const source = { path: post, text }
  const parsed = parse(source, bodyStartOf(text), { stars, math: false, labels: notes.keys() })
  return resolveNotes(parsed, source, { shared: notes })
}

/** The findings' codes, sorted. */
export function codesOf(text: string, options?: ReadOptions): string[] {
  return read(text, options)
    .diagnostics.map((found) => found.code)
    .sort()
}

const blocks = /^(?:paragraph|list|listItem|tableCell|tableRow|table|blockquote|heading|root)$/

/** The words as printed, each call as the number of its note. */
export function shown(node: Nodes): string {
  if (node.type === 'footnoteReference') return String(node.data?.note?.number ?? '?')
  if (node.type === 'html') return ''
  if (node.type === 'break') return ' '
  if ('value' in node) return node.value
  const words = 'children' in node ? node.children.map(shown).join('') : ''
  return blocks.test(node.type) ? `${words} ` : words
}

/** White space collapsed. */
export function tidy(text: string): string {
  return text.replace(/[\s\u00a0]+/g, ' ').trim()
}

/** What a note says, as printed. */
export function textOfNote(note: Note): string {
  return tidy(note.content.map(shown).join(' '))
}
