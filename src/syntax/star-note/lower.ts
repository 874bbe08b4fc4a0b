import type { FootnoteDefinition, FootnoteReference, Nodes, Root, Text } from 'mdast'
import { nodesOf, parentsOf } from '../walk.ts'
import type { OpenNote } from './calls.ts'
import type { StarCall, StarLoose, StarNote } from './nodes.ts'
import type { Pairing } from './pairing.ts'

declare module 'mdast' {
  interface FootnoteDefinitionData {
    /** Number of stars that the author typed, where the note is a star note. */
    stars?: number
  }
}

/**
 * Turns star notes and their calls into footnote definitions and references, in place. Stars that call
 * nothing become the text they are.
 */
export function lowerStars(tree: Root, pairing: Pairing): void {
  const names = new Map<StarNote, string>()
  const targets = new Map<StarCall, OpenNote>()
  // A label of GFM has no space in it, so no label of the author's can be one of these.
  pairing.notes.forEach((note, index) => {
    names.set(note.node, `star ${index + 1}`)
  })
  for (const { node, note } of pairing.calls) if (note) targets.set(node, note)
  const special = new Set(['starNote', 'starCall', 'starLoose'])
  if (!nodesOf(tree).some((node) => special.has(node.type))) return
  for (const parent of parentsOf(tree)) {
    const children = parent.children as Nodes[]
    if (!children.some((child) => special.has(child.type))) continue
    const lowered: Nodes[] = []
    for (const child of children) {
      if (child.type === 'starNote') lowered.push(definitionOf(child, names.get(child) ?? ''))
      else if (child.type === 'starCall' || child.type === 'starLoose') {
        const note = targets.get(child as StarCall)
        if (note) lowered.push(referenceTo(child, names.get(note.node) ?? ''))
        else pushText(lowered, child)
      } else if (child.type === 'text') pushText(lowered, child)
      else lowered.push(child)
    }
    parent.children = lowered as never
  }
}

function definitionOf(note: StarNote, identifier: string): FootnoteDefinition {
  return {
    type: 'footnoteDefinition',
    identifier,
    label: '*'.repeat(note.count),
    children: note.children,
    data: { stars: note.count },
    ...(note.position && { position: note.position }),
  }
}

function referenceTo(call: StarCall | StarLoose, identifier: string): FootnoteReference {
  return {
    type: 'footnoteReference',
    identifier,
    label: call.value,
    ...(call.position && { position: call.position }),
  }
}

/** Adds words, joined to the words before them as CommonMark's own parser would have it. */
function pushText(nodes: Nodes[], { value, position }: Text | StarCall | StarLoose): void {
  const last = nodes.at(-1)
  if (last?.type !== 'text') nodes.push({ type: 'text', value, ...(position && { position }) })
  else {
    last.value += value
    if (last.position && position) last.position = { start: last.position.start, end: position.end }
  }
}
