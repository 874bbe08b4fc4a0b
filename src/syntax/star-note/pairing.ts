import type { Root } from 'mdast'
import { type Call, type Collected, collectCalls, type Holder, type OpenNote } from './calls.ts'
import type { NoteLine } from './note-lines.ts'

/** Calls and notes that have found each other. */
export type Pairing = Pick<Collected, 'notes' | 'calls' | 'loose' | 'images'>

/**
 * Gives each call its note: the first with as many stars that follows it and serves its section; for a
 * call inside a note, the first such in the note's own run. A call inside a note of any kind counts only
 * where that note is itself reached from the body.
 *
 * @param lines the lines on which notes were opened, by the offset of their first star
 */
export function pairStars(tree: Root, lines: ReadonlyMap<number, NoteLine>): Pairing {
  const found = collectCalls(tree, lines)
  const follow = followingNotes(found)
  const inRun = new Map<string, OpenNote[]>()
  for (const note of found.notes) {
    const key = `${note.line.group} ${note.node.count}`
    const same = inRun.get(key)
    if (same) same.push(note)
    else inRun.set(key, [note])
  }
  for (const call of found.calls) {
    const own = call.owner && inRun.get(`${call.owner.line.group} ${call.stars}`)
    call.answer = own?.find((note) => note !== call.owner) ?? follow.get(call)
  }
  for (const { calls } of reachedHolders(found)) for (const call of calls) call.note = call.answer
  for (const call of found.calls) call.note?.calls.push(call)
  return found
}

/** The body, and every note that is reached from it through calls of any kind. */
function reachedHolders({ body, ofNote, ofLabel }: Collected): Set<Holder> {
  const reached = new Set([body])
  for (const holder of reached) {
    for (const { answer } of holder.calls) {
      const next = answer && ofNote.get(answer)
      if (next) reached.add(next)
    }
    for (const label of holder.labels) {
      const next = ofLabel.get(label)
      if (next) reached.add(next)
    }
  }
  return reached
}

/**
 * For each call the first note with as many stars behind it whose section holds the call. One sweep from
 * the end: a note whose section begins behind a call serves none of the calls before that one either.
 */
function followingNotes({ notes, calls }: Collected): Map<Call, OpenNote> {
  const byStars = new Map<number, OpenNote[]>()
  const found = new Map<Call, OpenNote>()
  let next = notes.length - 1
  for (let at = calls.length - 1; at >= 0; at--) {
    const call = calls[at] as Call
    for (; next >= 0 && (notes[next] as OpenNote).offset > call.offset; next--) {
      const note = notes[next] as OpenNote
      const same = byStars.get(note.node.count)
      if (same) same.push(note)
      else byStars.set(note.node.count, [note])
    }
    const waiting = byStars.get(call.stars)
    while (waiting?.length && (waiting.at(-1) as OpenNote).line.scope > call.offset) waiting.pop()
    const note = waiting?.at(-1)
    if (note) found.set(call, note)
  }
  return found
}
