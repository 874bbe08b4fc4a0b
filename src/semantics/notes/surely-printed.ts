import type { FootnoteDefinition, Root } from 'mdast'
import { blockParentsOf, nodesOf } from '../../syntax/walk.ts'
import { callsIn } from './calls.ts'
import type { NoteSource } from './note-source.ts'

/** A line that is a note, or that a repair may make one: `[^a]: word`, `[^a] word`, `[1]: word`. */
const noteLine = /^[ \t>]*\[\^?[^[\]\r\n]+\](?:[ \t]*:|[ \t]+\S)/m

/**
 * Makes a test of whether the words at an offset are printed whatever is repaired: not those of a note that
 * no printed text calls, nor those of a paragraph that may become a note. Only a call in such words makes
 * it safe to turn other words into a note, since a note that nothing calls is not printed.
 *
 * @param tree with its definitions still in it; looked through when the test is first asked
 */
export function surelyPrinted(
  tree: Root,
  { text }: Pick<NoteSource, 'text'>,
): (offset: number) => boolean {
  let hidden: Uint8Array | undefined
  return (offset) => {
    hidden ??= hiddenIn(tree, text)
    return hidden[offset] === 0
  }
}

/** For each code unit of a text, 1 where it may not be printed. */
function hiddenIn(tree: Root, text: string): Uint8Array {
  const hidden = new Uint8Array(text.length)
  const called = calledFrom(tree)
  for (const node of nodesOf(tree)) {
    if (node.type !== 'footnoteDefinition' && node.type !== 'paragraph') continue
    const start = node.position?.start.offset ?? 0
    const end = node.position?.end.offset ?? 0
    if (node.type === 'paragraph' ? noteLine.test(text.slice(start, end)) : !called.has(node))
      hidden.fill(1, start, end)
  }
  return hidden
}

/** The notes of a tree that its text calls, or that such notes call. */
function calledFrom(tree: Root): Set<FootnoteDefinition> {
  const byIdentifier = new Map<string, FootnoteDefinition>()
  for (const node of blockParentsOf(tree))
    if (node.type === 'footnoteDefinition' && !byIdentifier.has(node.identifier))
      byIdentifier.set(node.identifier, node)
  const called = new Set<FootnoteDefinition>()
  const enter = (root: Root | FootnoteDefinition): void => {
    for (const call of callsIn(root)) {
      const note = byIdentifier.get(call.node.identifier)
      if (note) called.add(note)
    }
  }
  enter(tree)
  // A set that grows is walked to its new end.
  for (const note of called) enter(note)
  return called
}
