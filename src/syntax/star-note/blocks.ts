import type { Root, RootContent } from 'mdast'
import type { Lines } from '../lines.ts'
import { containers, isKnown } from './known-blocks.ts'
import type { KnownNotes } from './known-notes.ts'
import type { StarNote } from './nodes.ts'
import type { PlainReading } from './note-lines.ts'

/** A block of a text, and whether it has to be read again to know its star notes and calls. */
export interface Block {
  readonly node: RootContent
  readonly known: boolean
  readonly starred: boolean
  /** Known but for what it defines, to which blocks that are read again may refer. */
  readonly defines: boolean
  /** The notes that it is, where they are known. */
  readonly notes: readonly StarNote[] | undefined
}

/**
 * What is known of the blocks of a text.
 *
 * @param plain the text, read without star notes
 * @param noteOffsets where notes may begin, in order
 * @param notes those of them that are known already
 */
export function blocksOf(
  plain: PlainReading,
  noteOffsets: readonly number[],
  notes: KnownNotes = new Map(),
): Block[] {
  const { text, tree, lines } = plain
  let nextNote = 0
  let nextStar = text.indexOf('*')
  let end = 0
  const definesMore = mayDefine(text, tree, noteOffsets)
  return tree.children.map((node, index) => {
    const start = node.position?.start ?? { line: 1, offset: 0 }
    const from = start.offset ?? 0
    const to = node.position?.end.offset ?? 0
    const firstNote = nextNote
    while ((noteOffsets[nextNote] ?? to) < to) nextNote++
    if (nextStar >= 0 && nextStar < from) nextStar = text.indexOf('*', from)
    const starred = nextStar >= from && nextStar < to
    // A heading that is underlined begins, for micromark, with the definitions right before it.
    const apart = from >= end
    end = to
    const own = notes.get(node)
    const below = tree.children[index + 1]?.position?.end.offset ?? 0
    const aboveNotes = (noteOffsets[nextNote] ?? below) < below
    const settled =
      apart &&
      (own !== undefined || nextNote === firstNote) &&
      !definesMore &&
      !isIndented(text, lines, start.line) &&
      !(aboveNotes && mayBeOpen(text, node))
    const known = settled && (own !== undefined || isKnown(text, node, starred))
    const defines = settled && !known && isKnown(text, node, starred, true)
    return { node, starred, known, defines, notes: own }
  })
}

/**
 * Whether a block holds code or HTML, perhaps, that nothing closes: it ends elsewhere before a note than it does
 * before the paragraph that the note was.
 */
function mayBeOpen(text: string, { type, position }: RootContent): boolean {
  if (!containers.has(type)) return false
  return /`{3}|~{3}|<|:{3}|\${2}/.test(text.slice(position?.start.offset, position?.end.offset))
}

/** Whether a block that holds notes may define an address as well, to which other blocks refer. */
function mayDefine(text: string, { children }: Root, noteOffsets: readonly number[]): boolean {
  let next = 0
  for (const { position } of children) {
    const end = position?.end.offset ?? 0
    const first = next
    while ((noteOffsets[next] ?? end) < end) next++
    if (next > first && text.slice(position?.start.offset, end).includes(']:')) return true
  }
  return false
}

/** Whether a block that begins on a line may continue a note above it. */
function isIndented(text: string, { starts }: Lines, line: number): boolean {
  const start = starts[line - 1] ?? 0
  return text[start] === '\t' || (text[start] === ' ' && /[ \t]/.test(text[start + 1] ?? ''))
}
