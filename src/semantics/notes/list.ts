import type { Note, NoteKind } from '../../model/notes.ts'
import { textOf } from '../../model/plain-text.ts'

/** One note as `ibid notes FILE` shows it. Plain data. */
export interface ListedNote {
  readonly number: number
  readonly kind: NoteKind
  /** What the author types to call it; null for an inline note. */
  readonly label: string | null
  /** The shared file that it is written in, where it is not the post's own. */
  readonly file?: string
  /** Line on which it is written, from 1. */
  readonly line: number
  readonly column: number
  /** Its first words, without marks and markup. */
  readonly text: string
  /** Where it is called, in reading order. */
  readonly calls: readonly {
    readonly line: number
    readonly column: number
    readonly inNote?: number
  }[]
}

/** Longest text of a note that is shown, in UTF-16 code units. */
const shownText = 60

/** The notes of an essay as rows, in the order of their numbers. */
export function listNotes(notes: readonly Note[]): ListedNote[] {
  return notes.map(({ number, kind, label, file, place, content, references }) => ({
    number,
    kind,
    label,
    ...(file !== undefined && { file }),
    line: place?.start.line ?? 1,
    column: place?.start.column ?? 1,
    text: startOf(textOf(content)),
    calls: references.map((call) => ({
      line: call.place?.start.line ?? 1,
      column: call.place?.start.column ?? 1,
      ...(call.inNote !== undefined && { inNote: call.inNote }),
    })),
  }))
}

function startOf(text: string): string {
  if (text.length <= shownText) return text
  const room = text.slice(0, shownText - 1)
  const space = room.lastIndexOf(' ')
  const cut = space > shownText / 2 ? room.slice(0, space) : room.replace(/[\uD800-\uDBFF]$/, '')
  return `${cut}…`
}
