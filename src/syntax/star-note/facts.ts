import type { Position } from 'unist'

/** What happened to the star notes of a text, for findings. Places are those of the file. */
export type StarFact =
  | {
      readonly kind: 'missing-note' | 'self-reference' | 'detached' | 'out-of-order' | 'in-alt'
      readonly stars: string
      readonly place: Position
    }
  | {
      readonly kind: 'unused-note' | 'empty-note' | 'many'
      readonly stars: string
      readonly place: Position
    }
  | {
      readonly kind: 'duplicate-note' | 'repeated'
      readonly stars: string
      readonly place: Position
      /** The note or the call that came first. */
      readonly first: Position
      /** How many calls the note has. */
      readonly times: number
    }
  | {
      readonly kind: 'ambiguous-note'
      /** The stars that were taken for the marker. */
      readonly stars: string
      readonly place: Position
      /** Number of stars the line begins with. */
      readonly run: number
    }
  | {
      readonly kind: 'glued' | 'in-list' | 'setext'
      readonly stars: string
      readonly place: Position
    }
