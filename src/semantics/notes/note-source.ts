import type { FootnoteDefinition } from 'mdast'
import type { NoteKind } from '../../model/notes.ts'
import type { Lines } from '../../syntax/lines.ts'

/** The file that a pass reads, for places and for words as they were typed. */
export interface NoteSource {
  /** Relative to the site's root. */
  readonly file: string
  readonly text: string
  readonly lines: Lines
}

/** The text of one note, wherever it was written. */
export interface Definition {
  readonly kind: NoteKind
  /** The key that calls hold. */
  readonly identifier: string
  readonly node: FootnoteDefinition
  /** The file that it is written in, where that is not the essay's own. */
  readonly file?: string | undefined
}
