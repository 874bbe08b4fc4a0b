import type { Nodes, Paragraph, Root } from 'mdast'
import { nodesOf, replaceNodes } from '../walk.ts'
import { isAttached } from './attachment.ts'

/** Part of a text that has to be read again, and what need not be. */
export interface Reduced {
  /** The text with a letter for each paragraph that is known, and white space for the rest of it: no place changes. */
  readonly text: string
  /** The known paragraphs by the offset of their first character. */
  readonly known: ReadonlyMap<number, Paragraph>
}

/**
 * Takes out of a text the paragraphs that star notes cannot change: those at the top without a star that
 * emphasis leaves over or that could be kept from opening it. They are most of an essay, and parsing is most
 * of its cost. A paragraph of one letter interrupts and is interrupted as any other, so that all blocks stay
 * what they are.
 *
 * @param plain the tree of the text without star notes
 * @param noteOffsets where notes may begin
 */
export function reduce(text: string, plain: Root, noteOffsets: readonly number[]): Reduced {
  const known = new Map<number, Paragraph>()
  const parts: string[] = []
  let end = 0
  let next = 0
  for (const block of plain.children) {
    const from = block.position?.start.offset
    const to = block.position?.end.offset
    if (from === undefined || to === undefined) continue
    while ((noteOffsets[next] ?? to) < from) next++
    const holdsNote = (noteOffsets[next] ?? to) < to
    if (block.type !== 'paragraph' || holdsNote || !isSettled(text, block, from, to)) continue
    known.set(from, block)
    parts.push(text.slice(end, from), 'x', text.slice(from + 1, to).replace(/[^\r\n]/g, ' '))
    end = to
  }
  parts.push(text.slice(end))
  return { text: parts.join(''), known }
}

/** Puts known paragraphs in the place of their letters, in place. */
export function restore(tree: Root, known: ReadonlyMap<number, Paragraph>): void {
  if (known.size === 0) return
  replaceNodes(tree, (child) => {
    const paragraph =
      child.type === 'paragraph' ? known.get(child.position?.start.offset ?? -1) : undefined
    return paragraph && [paragraph]
  })
}

function isSettled(text: string, paragraph: Paragraph, from: number, to: number): boolean {
  const star = text.indexOf('*', from)
  if (star < 0 || star >= to) return true
  return !nodesOf(paragraph).some((node) => isOpen(text, node))
}

/** Whether a node holds a star that may be a call, or that opens emphasis though it may be a call. */
function isOpen(text: string, node: Nodes): boolean {
  if (node.type === 'emphasis' || node.type === 'strong') {
    const start = node.position?.start.offset ?? 0
    let end = start
    while (text[end] === '*') end++
    let first = start
    while (text[first - 1] === '*') first--
    return end > start && isAttached(text, first, end)
  }
  return node.type === 'text' && node.value.includes('*')
}
