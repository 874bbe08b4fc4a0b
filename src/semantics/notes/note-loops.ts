import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import type { NumberedNote, PlacedCall } from './number-notes.ts'

/** A call from one note to another. */
interface Edge {
  readonly from: NumberedNote
  readonly to: NumberedNote
  readonly call: PlacedCall
}

/** Steps that may be spent on showing loops: a long loop is shown once, not once for each of its calls. */
const searchBudget = 100_000
/** Most notes of a loop that are named. */
const shown = 6

/**
 * Finds the calls that lead back: from a note to itself, or to an earlier note that leads to it again.
 * The page is fine, the reader goes round.
 */
export function findLoops(notes: readonly NumberedNote[], file: string): Diagnostic[] {
  const edges = new Map<NumberedNote, Edge[]>()
  for (const to of notes)
    for (const call of to.calls) {
      if (!call.owner) continue
      const edge = { from: call.owner, to, call }
      const same = edges.get(call.owner)
      if (same) same.push(edge)
      else edges.set(call.owner, [edge])
    }
  if (edges.size === 0) return []
  const component = componentsOf(notes, edges)
  const budget = { left: searchBudget }
  const found: Diagnostic[] = []
  for (const list of edges.values())
    for (const edge of list) {
      const back = edge.to.number <= edge.from.number
      if (!back || component.get(edge.from) !== component.get(edge.to)) continue
      found.push(loopFinding(edge, pathBetween(edge.to, edge.from, edges, component, budget), file))
    }
  return found
}

/** Strongly connected components (Tarjan 1972), without recursion. */
function componentsOf(
  notes: readonly NumberedNote[],
  edges: ReadonlyMap<NumberedNote, readonly Edge[]>,
): Map<NumberedNote, number> {
  const order = new Map<NumberedNote, number>()
  const low = new Map<NumberedNote, number>()
  const component = new Map<NumberedNote, number>()
  const open: NumberedNote[] = []
  let count = 0
  const enter = (note: NumberedNote): { note: NumberedNote; next: number } => {
    order.set(note, order.size)
    low.set(note, order.size - 1)
    open.push(note)
    return { note, next: 0 }
  }
  const lower = (note: NumberedNote, value: number): void => {
    low.set(note, Math.min(low.get(note) ?? value, value))
  }
  for (const start of notes) {
    if (order.has(start)) continue
    const path = [enter(start)]
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const to = edges.get(top.note)?.[top.next++]?.to
      if (to) {
        if (!order.has(to)) path.push(enter(to))
        else if (!component.has(to)) lower(top.note, order.get(to) ?? 0)
        continue
      }
      path.pop()
      const above = path.at(-1)
      if (above) lower(above.note, low.get(top.note) ?? 0)
      if (low.get(top.note) !== order.get(top.note)) continue
      for (let note = open.pop(); note !== undefined; note = open.pop()) {
        component.set(note, count)
        if (note === top.note) break
      }
      count++
    }
  }
  return component
}

/** A shortest way from one note to another through notes of their component; nothing over the budget. */
function pathBetween(
  from: NumberedNote,
  to: NumberedNote,
  edges: ReadonlyMap<NumberedNote, readonly Edge[]>,
  component: ReadonlyMap<NumberedNote, number>,
  budget: { left: number },
): Edge[] | undefined {
  const cameBy = new Map<NumberedNote, Edge | undefined>([[from, undefined]])
  for (const note of cameBy.keys()) {
    if (note === to) break
    for (const edge of edges.get(note) ?? []) {
      if (budget.left-- <= 0) return undefined
      if (!cameBy.has(edge.to) && component.get(edge.to) === component.get(from))
        cameBy.set(edge.to, edge)
    }
  }
  const path: Edge[] = []
  for (let edge = cameBy.get(to); edge !== undefined; edge = cameBy.get(edge.from)) path.push(edge)
  return path.reverse()
}

function loopFinding(edge: Edge, path: readonly Edge[] | undefined, file: string): Diagnostic {
  const own = edge.from === edge.to
  const notes = path && [edge.to, ...path.map((step) => step.to), edge.to].map(nameOf)
  const middle =
    notes && notes.length > shown + 2 ? [...notes.slice(0, shown), '…', ...notes.slice(-2)] : notes
  const message = own
    ? `Note ${nameOf(edge.to)} calls itself.`
    : `Notes call each other in a loop: ${(middle ?? [nameOf(edge.to), '…', nameOf(edge.from), nameOf(edge.to)]).join(' → ')}.`
  const fileOf = (at: NumberedNote): string => at.definition.file ?? file
  return diagnose('FN202', {
    message,
    file: fileOf(edge.from),
    place: edge.call.node.position,
    hint: 'Take this call out, so that a reader who follows the notes comes to an end.',
    related: path?.slice(0, shown).map((step) => ({
      message: `${nameOf(step.from)} calls ${nameOf(step.to)} here`,
      file: fileOf(step.from),
      place: step.call.node.position,
    })),
  })
}

function nameOf({ number, definition: { node, kind } }: NumberedNote): string {
  return kind === 'inline' || !node.label
    ? `${number}`
    : kind === 'star'
      ? node.label
      : `[^${node.label}]`
}
