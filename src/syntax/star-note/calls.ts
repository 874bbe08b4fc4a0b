import type { FootnoteDefinition, Image, Nodes, Root } from 'mdast'
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
  /** The star note that the call stands in. */
  readonly owner: OpenNote | undefined
  /** The note that answers it, whether or not the call is ever printed. */
  answer: OpenNote | undefined
  /** The note that it calls. */
  note: OpenNote | undefined
}

/** The body, a star note or a labelled note: what is printed at one place, and what it calls. */
export interface Holder {
  readonly calls: Call[]
  /** Identifiers of the labelled notes that are called. */
  readonly labels: string[]
}

/** The notes, calls and the like of a tree, each in the order of the text. */
export interface Collected {
  readonly notes: readonly OpenNote[]
  readonly calls: readonly Call[]
  readonly loose: readonly StarLoose[]
  readonly images: readonly Image[]
  readonly body: Holder
  readonly ofNote: ReadonlyMap<OpenNote, Holder>
  /** By identifier; of two notes with one label the first. */
  readonly ofLabel: ReadonlyMap<string, Holder>
}

interface Visit {
  readonly node: Nodes
  readonly holder: Holder
  readonly owner: OpenNote | undefined
}

/**
 * Finds the star notes and calls of a tree, and which is in which.
 *
 * @param lines the lines on which notes were opened, by the offset of their first star
 */
export function collectCalls(tree: Root, lines: ReadonlyMap<number, NoteLine>): Collected {
  const notes: OpenNote[] = []
  const calls: Call[] = []
  const loose: StarLoose[] = []
  const images: Image[] = []
  const body: Holder = { calls: [], labels: [] }
  const ofNote = new Map<OpenNote, Holder>()
  const ofLabel = new Map<string, Holder>()
  const enterLabelled = ({ identifier }: FootnoteDefinition): Holder => {
    const holder: Holder = { calls: [], labels: [] }
    if (!ofLabel.has(identifier)) ofLabel.set(identifier, holder)
    return holder
  }
  const stack: Visit[] = [{ node: tree, holder: body, owner: undefined }]
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node } = top
    let { holder, owner } = top
    const line = node.type === 'starNote' ? lines.get(startOf(node)) : undefined
    if (node.type === 'starNote' && line) {
      owner = { node, line, offset: startOf(node), calls: [] }
      holder = { calls: [], labels: [] }
      notes.push(owner)
      ofNote.set(owner, holder)
    } else if (node.type === 'footnoteDefinition') {
      owner = undefined
      holder = enterLabelled(node)
    } else if (node.type === 'starCall') {
      const base = { node, stars: node.value.length, offset: startOf(node), owner }
      const call: Call = { ...base, answer: undefined, note: undefined }
      calls.push(call)
      holder.calls.push(call)
    } else if (node.type === 'footnoteReference') holder.labels.push(node.identifier)
    else if (node.type === 'starLoose') loose.push(node)
    else if (node.type === 'image') images.push(node)
    if ('children' in node)
      for (let i = node.children.length - 1; i >= 0; i--)
        stack.push({ node: node.children[i] as Nodes, holder, owner })
  }
  return { notes, calls, loose, images, body, ofNote, ofLabel }
}

function startOf(node: { position?: Position | undefined }): number {
  return node.position?.start.offset ?? 0
}
