import type { Root } from 'mdast'
import type { Reading } from '../markdown.ts'
import type { OpenNote } from './calls.ts'
import type { NoteLine, PlainReading } from './note-lines.ts'
import { type Pairing, pairStars } from './pairing.ts'
import { readWithNotes } from './reread.ts'

/** A line that was taken away again because nothing calls it. */
export interface RefusedLine {
  readonly line: NoteLine
  readonly count: number
  /** A note with as many stars in the same run that is called. */
  readonly twin: number | undefined
}

/**
 * Passes after which all lines that are not called are given up at once, and after twice as many every
 * line: no text takes long. Three is the most that real texts need.
 */
const mostPasses = 8

/** Notes and calls, once no note is left that nothing calls. */
export interface Settled {
  readonly tree: Root
  readonly pairing: Pairing
  /** Offset of each note's first star → number of its stars. */
  readonly markers: ReadonlyMap<number, number>
  readonly refused: readonly RefusedLine[]
}

/**
 * Reads a text with the lines that may be notes, again and again until each of them is called. Blocks of which
 * it is known what this makes of them are not read again.
 *
 * @param noteLines where notes may stand
 */
export function settle(
  plain: PlainReading,
  noteLines: readonly NoteLine[],
  reading: Reading,
): Settled {
  const markers = new Map(noteLines.map(({ offset, count }) => [offset, count]))
  const byOffset = new Map(noteLines.map((line) => [line.offset, line]))
  const refused: RefusedLine[] = []
  const tried = new Set<NoteLine>()
  for (let pass = 1; ; pass++) {
    const tree = readWithNotes(plain, noteLines, markers, reading)
    const pairing = pairStars(tree, byOffset)
    // A line that the document never opened, e.g. because it stands in a block that began before.
    const opened = new Set(pairing.notes.map((note) => note.offset))
    for (const offset of [...markers.keys()]) if (!opened.has(offset)) markers.delete(offset)
    const loose = pairing.notes.filter((note) => note.calls.length === 0)
    if (loose.length === 0) return { tree, pairing, markers, refused }
    if (pass <= mostPasses && retryWithFewerStars(pairing, markers, tried)) continue
    if (pass > 2 * mostPasses) markers.clear()
    const first = firstCalled(pairing)
    for (const { line, offset, node } of pass > mostPasses ? loose : toRefuse(pairing, loose)) {
      markers.delete(offset)
      refused.push({ line, count: node.count, twin: first.get(`${line.group} ${node.count}`) })
    }
  }
}

/**
 * Of the notes that nothing calls, those to give up first: once one is text again, its own stars may call
 * others. Where uncalled notes only call each other, the first of them. Where no note is called at all,
 * every line is: it takes a pair that stands beyond doubt to make stars mean notes.
 */
function toRefuse(pairing: Pairing, loose: readonly OpenNote[]): readonly OpenNote[] {
  if (loose.length === pairing.notes.length) return loose
  const waiting = new Set(loose)
  for (const { owner, answer } of pairing.calls)
    if (owner?.calls.length === 0 && answer && answer !== owner) waiting.delete(answer)
  return waiting.size > 0 ? [...waiting] : loose.slice(0, 1)
}

/** Offset of the first note that is called, by run of notes and number of stars. */
function firstCalled(pairing: Pairing): Map<string, number> {
  const first = new Map<string, number>()
  for (const note of pairing.notes) {
    const key = `${note.line.group} ${note.node.count}`
    if (note.calls.length > 0 && !first.has(key)) first.set(key, note.offset)
  }
  return first
}

/** `***Note:** x` that no three stars call: takes the one star that CommonMark leaves over, once. */
function retryWithFewerStars(
  pairing: Pairing,
  markers: Map<number, number>,
  tried: Set<NoteLine>,
): boolean {
  const missing = new Set(pairing.calls.filter((call) => !call.answer).map((call) => call.stars))
  let changed = false
  for (const { line, offset, node, calls } of pairing.notes) {
    const left = line.lead.left ?? 0
    if (calls.length > 0 || left === 0 || left >= node.count) continue
    if (tried.has(line) || !missing.has(left)) continue
    tried.add(line)
    markers.set(offset, left)
    changed = true
  }
  return changed
}
