import type { Position } from 'unist'
import { isBlank } from '../is-blank.ts'
import { isDetached } from './attachment.ts'
import type { OpenNote } from './calls.ts'
import type { StarFact } from './facts.ts'
import { findNearMisses } from './near-misses.ts'
import type { NoteLine, PlainReading } from './note-lines.ts'
import type { Pairing } from './pairing.ts'
import type { RefusedLine } from './settle.ts'

/** All that is known once calls and notes are paired. */
export interface Outcome {
  readonly plain: PlainReading
  readonly pairing: Pairing
  readonly refused: readonly RefusedLine[]
  readonly noteLines: readonly NoteLine[]
}

/** More stars than a reader counts at a glance. */
const countable = 5

/** What an author should know about the star notes of a text. */
export function factsOf(outcome: Outcome): StarFact[] {
  return [
    ...missingNotes(outcome),
    ...refusedLines(outcome),
    ...outcome.pairing.notes.flatMap((note) => factsOfNote(outcome, note)),
    ...outOfOrder(outcome),
    ...detached(outcome),
    ...nearMisses(outcome),
  ]
}

function missingNotes({ plain, pairing }: Outcome): StarFact[] {
  return pairing.calls.flatMap(({ answer, owner, stars, offset }) => {
    if (answer) return []
    const kind = owner?.node.count === stars ? 'self-reference' : 'missing-note'
    return [
      { kind, stars: '*'.repeat(stars), place: plain.lines.positionOf(offset, offset + stars) },
    ]
  })
}

/** Only runs of notes with a called note speak: elsewhere the lines may be anything. */
function refusedLines({ plain, pairing, refused }: Outcome): StarFact[] {
  const live = new Set(pairing.notes.map((note) => note.line.group))
  const place = (offset: number, count: number): Position =>
    plain.lines.positionOf(offset, offset + count)
  return refused.flatMap(({ line, count, twin }): StarFact[] => {
    if (!live.has(line.group) || (line.lead.partial && !line.lead.left)) return []
    const stars = '*'.repeat(count)
    if (twin === undefined)
      return [{ kind: 'unused-note', stars, place: place(line.offset, count) }]
    const first = place(twin, count)
    return [{ kind: 'duplicate-note', stars, place: place(line.offset, count), first, times: 1 }]
  })
}

function factsOfNote({ plain }: Outcome, note: OpenNote): StarFact[] {
  const { count } = note.node
  const stars = '*'.repeat(count)
  const place = plain.lines.positionOf(note.offset, note.offset + count)
  const facts: StarFact[] = []
  if (isBlank(note.node.children)) facts.push({ kind: 'empty-note', stars, place })
  const [first, second] = note.calls
  if (first?.node.position && second?.node.position) {
    const times = note.calls.length
    facts.push({
      kind: 'repeated',
      stars,
      place: second.node.position,
      first: first.node.position,
      times,
    })
  }
  if (count > countable) facts.push({ kind: 'many', stars, place })
  if ((note.line.lead.left ?? note.line.count) < note.line.count)
    facts.push({ kind: 'ambiguous-note', stars, place, run: note.line.count })
  return facts
}

/** Calls from the body whose stars go down: a reader who counts is sent back and forth. */
function outOfOrder({ pairing }: Outcome): StarFact[] {
  const most = new Map<number, number>()
  const seen = new Set<OpenNote>()
  const facts: StarFact[] = []
  for (const { note, owner, stars, node } of pairing.calls) {
    if (!note || owner || seen.has(note)) continue
    seen.add(note)
    const before = most.get(note.line.group) ?? 0
    if (stars < before && node.position)
      facts.push({ kind: 'out-of-order', stars: node.value, place: node.position })
    most.set(note.line.group, Math.max(before, stars))
  }
  return facts
}

/** Stars that would call a note which now stands uncalled, if there were no space before them. */
function detached({ plain, pairing, refused }: Outcome): StarFact[] {
  const live = new Set(pairing.notes.map((note) => note.line.group))
  const uncalled = new Set(
    refused.filter(({ line }) => live.has(line.group)).map(({ count }) => count),
  )
  return pairing.loose.flatMap(({ value, position }): StarFact[] => {
    if (!position || !uncalled.has(value.length)) return []
    const start = position.start.offset ?? 0
    if (!isDetached(plain.text, start, start + value.length)) return []
    return [{ kind: 'detached', stars: value, place: position }]
  })
}

function nearMisses({ plain, pairing, noteLines }: Outcome): StarFact[] {
  const missing = new Map<number, number>()
  for (const { answer, stars, offset } of pairing.calls)
    if (!answer && !missing.has(stars)) missing.set(stars, offset)
  if (missing.size === 0) return []
  const taken = new Set(noteLines.map((line) => line.offset))
  return findNearMisses(plain, missing, taken).map(({ kind, offset, count }) => ({
    kind,
    stars: '*'.repeat(count),
    place: plain.lines.positionOf(offset, offset + count),
  }))
}
