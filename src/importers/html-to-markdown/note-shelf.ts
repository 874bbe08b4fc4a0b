import type { Element, Root as HastRoot } from 'hast'
import type {
  FootnoteDefinition,
  FootnoteReference,
  Nodes,
  Parents,
  Root,
  RootContent,
} from 'mdast'
import { nodesOf, parentsOf } from '../../syntax/walk.ts'
import { noteCallTag } from './own-elements.ts'

/** Notes that were found in a post, by the labels that their calls in the tree carry. */
export interface NoteShelf {
  readonly notes: Map<string, HastRoot>
}

/** Nothing was found yet. */
export function noteShelf(): NoteShelf {
  return { notes: new Map() }
}

/** Keeps a note. @returns its label */
export function shelve(shelf: NoteShelf, tree: HastRoot): string {
  const label = String(shelf.notes.size + 1)
  shelf.notes.set(label, tree)
  return label
}

/** A call as it stands in HTML. */
export function callTag(label: string): string {
  return `<${noteCallTag} note="${label}">${label}</${noteCallTag}>`
}

/** Makes an element a call, in place. Its label stands in it too, so that white space on both sides of it counts. */
export function becomeCall(node: Element, label: string): void {
  node.tagName = noteCallTag
  node.properties = { note: label }
  node.children = [{ type: 'text', value: label }]
}

/**
 * A post with its notes behind it, numbered in the order in which a reader meets their calls: those of the
 * body first, then those of the notes. Notes that nothing calls stand last; calls of notes that are not there go.
 *
 * @param notes by the labels that calls have
 */
export function withNotes(body: Root, notes: ReadonlyMap<string, Root>): Root {
  const labels = new Map<string, string>()
  const waiting: Root[] = [body]
  const note = (label: string): void => {
    const found = notes.get(label)
    if (!found || labels.has(label)) return
    labels.set(label, String(labels.size + 1))
    waiting.push(found)
  }
  for (const tree of waiting) for (const call of settleCalls(tree, notes)) note(call.identifier)
  for (const label of notes.keys()) {
    const before = waiting.length
    note(label)
    for (const tree of waiting.slice(before)) settleCalls(tree, notes)
  }
  for (const tree of waiting)
    for (const node of nodesOf(tree))
      if (node.type === 'footnoteReference') {
        node.identifier = labels.get(node.identifier) ?? node.identifier
        node.label = node.identifier
      }
  const definitions = [...labels].map(([old, label]): FootnoteDefinition => {
    const children = notes.get(old)?.children ?? []
    return { type: 'footnoteDefinition', identifier: label, label, children: children as never }
  })
  return { type: 'root', children: [...body.children, ...definitions] as RootContent[] }
}

/** Takes out calls of nothing, sets the others right behind the word before, moves them out of links. @returns them in order */
function settleCalls(tree: Root, notes: ReadonlyMap<string, Root>): FootnoteReference[] {
  const parents = parentsOf(tree)
  for (const parent of parents) {
    const children = (parent.children as Nodes[]).flatMap((node) => outOfLink(node))
    parent.children = children.filter(
      (node) => node.type !== 'footnoteReference' || notes.has(node.identifier),
    ) as never
    joinToWords(parent)
  }
  return nodesOf(tree).filter((node) => node.type === 'footnoteReference')
}

function outOfLink(node: Nodes): Nodes[] {
  if (node.type !== 'link') return [node]
  const calls = nodesOf(node).filter((inner) => inner.type === 'footnoteReference')
  if (calls.length === 0) return [node]
  for (const parent of parentsOf(node))
    parent.children = (parent.children as Nodes[]).filter(
      (inner) => inner.type !== 'footnoteReference',
    ) as never
  return node.children.length === 0 ? calls : [node, ...calls]
}

/** No white space stands before a call, or it would begin a line of its own. */
function joinToWords(parent: Parents): void {
  const children = parent.children as Nodes[]
  for (const [index, node] of children.entries()) {
    const next = children[index + 1]
    if (node.type === 'text' && next?.type === 'footnoteReference' && node.value.trim() !== '')
      node.value = node.value.trimEnd()
  }
}
