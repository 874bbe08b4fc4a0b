import type { NoteMarks } from '../model/front-matter.ts'
import type { Note } from '../model/notes.ts'

/** The customary order of marks (Chicago Manual of Style, 14.25); doubled when they run out. */
const symbols = ['*', '†', '‡', '§', '‖', '¶']

/**
 * What a call of a note shows.
 *
 * @param note nothing is needed of it but for `authored`
 */
export function noteMark(
  number: number,
  note: Pick<Note, 'kind' | 'label'> | undefined,
  marks: NoteMarks,
): string {
  if (marks === 'authored' && note?.kind === 'star' && note.label) return note.label
  if (marks !== 'symbols') return String(number)
  const symbol = symbols[(number - 1) % symbols.length] ?? '*'
  return symbol.repeat(Math.floor((number - 1) / symbols.length) + 1)
}
