import type { Image, Nodes, Root } from 'mdast'
import type { Position } from 'unist'
import type { StarCall, StarLoose, StarNote } from './nodes.ts'
import type { NoteLine } from './note-lines.ts'

/** A note that was opened on a line, and the calls that it got. */
export interface OpenNote {
  readonly node: StarNote
  readonly line: NoteLine
  readonly offset: number
  readonly calls: Call[]
}

/** Stars that stand where a call may stand. */
export interface Call {
  readonly node: StarCall
  readonly stars: number
  readonly offset: number
  /** The note that the call stands in. */
  readonly owner: OpenNote | undefined
  /** The note that answers it, whether or not the call is ever printed. */
  answer: OpenNote | undefined
  /** The note that it calls. */
  note: OpenNote | undefined
}

export interface Pairing {
  /** In the order of the text. */
  readonly notes: readonly OpenNote[]
  /** In the order of the text. */
  readonly calls: readonly Call[]
  readonly loose: readonly StarLoose[]
  readonly images: readonly Image[]
}

/**
 * Gives each call its note: the first with as many stars that follows it and serves its section; for a
 * call inside a note, the first such in the note's own run. A call inside a note counts only where that
 * note is itself reached from the body.
 *
 * @param lines the lines on which notes were opened, by the offset of their first star
 */
export function pairStars(tree: Root, lines: ReadonlyMap<number, NoteLine>): Pairing {
  const found = collect(tree, lines)
  const follow = followingNotes(found)
  const inGroup = new Map<string, OpenNote[]>()
  for (const note of found.notes) {
    const key = `${note.line.group} ${note.node.count}`
    const same = inGroup.get(key)
    if (same) same.push(note)
    else inGroup.set(key, [note])
  }
  const pick = (call: Call): OpenNote | undefined => {
    const own = call.owner && inGroup.get(`${call.owner.line.group} ${call.stars}`)
    return own?.find((note) => note !== call.owner) ?? follow.get(call)
  }
  for (const call of found.calls) call.answer = pick(call)
  const reached = new Set<OpenNote>()
  const queue: Call[] = []
  const callsOf = new Map<OpenNote, Call[]>()
  for (const call of found.calls)
    if (!call.owner) queue.push(call)
    else if (callsOf.has(call.owner)) callsOf.get(call.owner)?.push(call)
    else callsOf.set(call.owner, [call])
  for (let at = 0; at < queue.length; at++) {
    const call = queue[at] as Call
    call.note = call.answer
    if (!call.note || reached.has(call.note)) continue
    reached.add(call.note)
    for (const inner of callsOf.get(call.note) ?? []) queue.push(inner)
  }
  for (const call of found.calls) call.note?.calls.push(call)
  return found
}

/**
 * For each call the first note with as many stars behind it whose section holds the call. One sweep from
 * the end: a note whose section begins behind a call serves none of the calls before that one either.
 */
function followingNotes({ notes, calls }: Pairing): Map<Call, OpenNote> {
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

function collect(tree: Root, lines: ReadonlyMap<number, NoteLine>): Pairing {
  const notes: OpenNote[] = []
  const calls: Call[] = []
  const loose: StarLoose[] = []
  const images: Image[] = []
  const stack: { node: Nodes; owner: OpenNote | undefined }[] = [{ node: tree, owner: undefined }]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node } = top
    let { owner } = top
    if (node.type === 'starNote') {
      const offset = startOf(node)
      const line = lines.get(offset)
      if (line) {
        owner = { node, line, offset, calls: [] }
        notes.push(owner)
      }
    } else if (node.type === 'starCall')
      calls.push({
        node,
        stars: node.value.length,
        offset: startOf(node),
        owner,
        answer: undefined,
        note: undefined,
      })
    else if (node.type === 'starLoose') loose.push(node)
    else if (node.type === 'image') images.push(node)
    if ('children' in node)
      for (let i = node.children.length - 1; i >= 0; i--)
        stack.push({ node: node.children[i] as Nodes, owner })
  }
  return { notes, calls, loose, images }
}

function startOf(node: { position?: Position | undefined }): number {
  return node.position?.start.offset ?? 0
}
