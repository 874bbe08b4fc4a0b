import type { FootnoteReference, Root } from 'mdast'
import { callsIn, type FoundCall } from './calls.ts'
import type { Definition } from './note-source.ts'

/** A note that printed text calls. */
export interface NumberedNote {
  /** From 1. */
  readonly number: number
  readonly definition: Definition
  /** In reading order. */
  readonly calls: PlacedCall[]
}

/** A call of a printed text, and the note it stands in; none where it stands in the body. */
export interface PlacedCall extends FoundCall {
  readonly owner: NumberedNote | undefined
}

export interface Numbered {
  readonly notes: readonly NumberedNote[]
  /** Calls that no note answers, in reading order. */
  readonly unbound: readonly PlacedCall[]
}

/**
 * Numbers the notes in the order of their first calls: the body first, then the notes that only notes
 * call, breadth first. Cycles end, because a note is entered once.
 *
 * @param find the note of a call
 */
export function numberNotes(
  body: Root,
  find: (call: FootnoteReference) => Definition | undefined,
): Numbered {
  const notes: NumberedNote[] = []
  const byDefinition = new Map<Definition, NumberedNote>()
  const unbound: PlacedCall[] = []
  const take = (root: Parameters<typeof callsIn>[0], owner: NumberedNote | undefined): void => {
    for (const call of callsIn(root)) {
      const definition = find(call.node)
      if (!definition) {
        unbound.push({ ...call, owner })
        continue
      }
      let note = byDefinition.get(definition)
      if (!note) {
        note = { number: notes.length + 1, definition, calls: [] }
        notes.push(note)
        byDefinition.set(definition, note)
      }
      note.calls.push({ ...call, owner })
    }
  }
  take(body, undefined)
  for (let at = 0; at < notes.length; at++) {
    const note = notes[at] as NumberedNote
    take(note.definition.node, note)
  }
  return { notes, unbound }
}
