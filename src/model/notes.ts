import type { RootContent } from 'mdast'
import type { Position } from 'unist'

/** How the author wrote a note: `word*` … `*text`, `^[text]`, `[^label]`, or a label defined in `content/notes/`. */
export type NoteKind = 'star' | 'inline' | 'label' | 'shared'

/** One place that calls a note. */
export interface NoteReference {
  /** 1 for the first call of the note in reading order. */
  readonly ordinal: number
  /** The number of the note that the call stands in; absent where it stands in the body. */
  readonly inNote?: number | undefined
  /** Where the call stands in the file. */
  readonly place: Position | undefined
}

/** One note, numbered once for the whole essay before anything is rendered. */
export interface Note {
  /** 1 for the first; the order of first calls in reading order, body before notes, breadth first. */
  readonly number: number
  /** Last part of the note's ids: the label where it is a name, else the number. Unique in the essay. */
  readonly name: string
  readonly kind: NoteKind
  /** What the author typed to call it: `*`, `greer`; null for an inline note. */
  readonly label: string | null
  /** The note's blocks. Its own calls are `footnoteReference` nodes with `data.note`. */
  readonly content: readonly RootContent[]
  readonly references: readonly NoteReference[]
  /** Where the note is written; in `file` where that is not the essay's own (a shared note). */
  readonly place: Position | undefined
  readonly file?: string | undefined
}

/** Set on each bound `footnoteReference` node: which note it calls, and the how-manieth call of that note it is. */
export interface BoundReference {
  readonly number: number
  readonly name: string
  readonly ordinal: number
}

declare module 'mdast' {
  interface FootnoteReferenceData {
    /** Present once the notes are numbered. */
    note?: BoundReference
  }
  interface TextData {
    /** Set on the characters of a call that no note answers: a page prints them, words derived from it do not. */
    unboundCall?: true | undefined
  }
}

/** `fn-KEY-NAME`, the id of a note's list item. */
export function noteId(key: string, name: string): string {
  return `fn-${key}-${name}`
}

/** `fnref-KEY-NAME` for the first call of a note, `fnref-KEY-NAME-2` for the second, and so on. */
export function referenceId(key: string, name: string, ordinal: number): string {
  return `fnref-${key}-${name}${ordinal > 1 ? `-${ordinal}` : ''}`
}
