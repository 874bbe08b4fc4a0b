import type { Root, RootContent } from 'mdast'
import type { Point } from 'unist'
import type { Lines } from '../lines.ts'
import { nodesOf } from '../walk.ts'
import { type Block, blocksOf } from './blocks.ts'
import { containers } from './known-blocks.ts'
import { withStars } from './left-over-stars.ts'
import type { PlainReading } from './note-lines.ts'

/** Part of a text that has to be read again, and what need not be. */
export interface Reduced {
  /** The text with a letter for each run of blocks that are known. */
  readonly text: string
  /**
   * The known blocks of a run, with the stars in them as nodes of their own, by the offset of its first
   * character in the whole text.
   */
  readonly known: ReadonlyMap<number, readonly RootContent[]>
  /** The number in the whole text, from 1, of each line of the reduced one. */
  readonly lineNumbers: readonly number[]
  /** The whole text, read without star notes. */
  readonly plain: PlainReading
  /** Offsets in the reduced text of the places where notes may begin, by their offset in the whole text. */
  readonly moved: ReadonlyMap<number, number>
}

/**
 * Takes out of a text the blocks that star notes cannot change. They are most of an essay, and parsing is
 * most of its cost. In place of each run of them stands a paragraph of one letter, which interrupts and is
 * interrupted as other paragraphs are, so that all other blocks stay what they are.
 *
 * @param plain the text, read without star notes
 * @param noteOffsets where notes may begin, in order
 * @param blocks those of the plain tree, in order
 */
export function reduce(
  plain: PlainReading,
  noteOffsets: readonly number[],
  blocks: readonly Block[] = blocksOf(plain, noteOffsets),
): Reduced {
  const { text, lines } = plain
  const known = new Map<number, readonly RootContent[]>()
  const moved = new Map<number, number>()
  const lineNumbers: number[] = []
  const parts: string[] = []
  let end = { offset: 0, line: 1 }
  let removed = 0
  const keepUpTo = (offset: number, line: number): void => {
    parts.push(text.slice(end.offset, offset))
    for (let each = end.line; each < line; each++) lineNumbers.push(each)
  }
  let next = 0
  const moveNotesUpTo = (offset: number): void => {
    for (; (noteOffsets[next] ?? offset) < offset; next++) {
      const note = noteOffsets[next] as number
      moved.set(note, note - removed)
    }
  }
  for (const run of runsOfKnown(plain, blocks)) {
    const start = run[0]?.node.position?.start
    const stop = run.at(-1)?.node.position?.end
    if (start?.offset === undefined || stop?.offset === undefined) continue
    moveNotesUpTo(start.offset)
    while ((noteOffsets[next] ?? stop.offset) < stop.offset) next++
    known.set(
      start.offset,
      run.flatMap((block) => nodesOfBlock(plain, block)),
    )
    keepUpTo(start.offset, start.line)
    parts.push('x')
    lineNumbers.push(start.line)
    removed += stop.offset - start.offset - 1
    end = { offset: stop.offset, line: stop.line + 1 }
  }
  moveNotesUpTo(text.length)
  keepUpTo(text.length, lines.starts.length + 1)
  return { text: parts.join(''), known, lineNumbers, plain, moved }
}

/** What a known block is once its stars are read. */
function nodesOfBlock({ text, lines }: PlainReading, block: Block): readonly RootContent[] {
  const { node, starred, notes } = block
  return notes ?? [starred ? withStars(node, text, lines) : node]
}

/** Known blocks, those together that follow one another. */
function runsOfKnown(plain: PlainReading, blocks: readonly Block[]): Block[][] {
  const runs: Block[][] = []
  const openings = [...plain.text.matchAll(opening)].map(({ index }) => index)
  let open = 0
  for (let from = 0; from < blocks.length; from++) {
    let to = from
    while (blocks[to]?.known) to++
    const next = to
    const end = runs.at(-1)?.at(-1)?.node.position?.end.offset ?? 0
    while ((openings[open] ?? end) < end) open++
    while (from < to && !mayBegin(plain, blocks, from, openings[open])) from++
    while (from < to && !mayEnd(plain, (blocks[to - 1] as Block).node)) to--
    if (from < to) runs.push(blocks.slice(from, to))
    from = next
  }
  return runs
}

/** What may begin, within a list or a note, a block that nothing closes, as code or HTML; or begin a list. */
const opening = /`{3}|~{3}|<|:{3}|\${2}|^[ \t>*\u00a0]*(?:[-+*]|\d+[.)])(?:[ \t]|$)/gm

/**
 * Whether a paragraph may stand for a run that begins with a block: nothing above it runs into it. Without a blank
 * line, words go on what is indented code here and the words of a note there.
 *
 * @param open where, of what is read again above it, something begins that has another end before a block which
 * holds blocks
 */
function mayBegin(
  { text, lines }: PlainReading,
  blocks: readonly Block[],
  index: number,
  open: number | undefined,
): boolean {
  const { node, notes } = blocks[index] as Block
  const { line, offset = 0 } = node.position?.start ?? { line: 1 }
  if ((notes || containers.has(node.type)) && open !== undefined && open < offset) return false
  const above = blocks[index - 1]?.node.type
  if (node.type === 'paragraph' && (above === 'heading' || above === 'thematicBreak')) return true
  return line === 1 || isBlankLine(text, lines, line - 1)
}

/** Whether a paragraph may stand for a run that ends with a block: nothing below runs into it. */
function mayEnd({ text, lines }: PlainReading, { type, position }: RootContent): boolean {
  const end = position?.end
  if (type === 'paragraph' || !end) return end !== undefined
  const rest = text.slice(end.offset, lines.starts[end.line])
  return blank.test(rest) && isBlankLine(text, lines, end.line + 1)
}

/** Nothing but what CommonMark counts as blank (0.31.2, 2.1). */
const blank = /^[ \t\r\n]*$/

/** Whether a line, from 1, is blank; so it is behind the last. */
function isBlankLine(text: string, { starts }: Lines, line: number): boolean {
  return blank.test(text.slice(starts[line - 1] ?? text.length, starts[line]))
}

/** The tree of a text all of whose blocks are known; undefined where some have to be read again. */
export function wholeTree(plain: PlainReading, blocks: readonly Block[]): Root | undefined {
  if (!blocks.every(({ known, defines }) => known || defines)) return undefined
  const children = blocks.flatMap((block) => nodesOfBlock(plain, block))
  const { position } = plain.tree
  return { type: 'root', children, ...(position && { position }) }
}

/**
 * Gives the nodes of a reduced text their places in the whole text, and puts known blocks back, in place.
 */
export function restore(tree: Root, { known, plain, lineNumbers }: Reduced): void {
  if (known.size === 0) return
  const placed = ({ line, column }: Point): Point => {
    const number = lineNumbers[line - 1] ?? 1
    return { line: number, column, offset: (plain.lines.starts[number - 1] ?? 0) + column - 1 }
  }
  for (const node of nodesOf(tree))
    if (node.position)
      node.position = { start: placed(node.position.start), end: placed(node.position.end) }
  tree.children = tree.children.flatMap((child): readonly RootContent[] => {
    const run = child.type === 'paragraph' && known.get(child.position?.start.offset ?? -1)
    return run || [child]
  })
  // A letter at the end of the text may stand for several lines.
  tree.position = plain.tree.position
}
