import type { Root, RootContent } from 'mdast'
import type { Point } from 'unist'
import type { Lines } from '../lines.ts'
import { nodesOf } from '../walk.ts'
import { isKnown } from './known-blocks.ts'
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

/** A block, and whether it may be left out. */
interface Block {
  readonly node: RootContent
  readonly known: boolean
  readonly starred: boolean
}

/**
 * Takes out of a text the blocks that star notes cannot change. They are most of an essay, and parsing is
 * most of its cost. In place of each run of them stands a paragraph of one letter, which interrupts and is
 * interrupted as other paragraphs are, so that all other blocks stay what they are.
 *
 * @param plain the text, read without star notes
 * @param noteOffsets where notes may begin, in order
 */
export function reduce(plain: PlainReading, noteOffsets: readonly number[]): Reduced {
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
  for (const run of runsOfKnown(plain, noteOffsets)) {
    const start = run[0]?.node.position?.start
    const stop = run.at(-1)?.node.position?.end
    if (start?.offset === undefined || stop?.offset === undefined) continue
    moveNotesUpTo(start.offset)
    known.set(
      start.offset,
      run.map(({ node, starred }) => (starred ? withStars(node, text, lines) : node)),
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

/** Known blocks, those together that follow one another. */
function runsOfKnown(plain: PlainReading, noteOffsets: readonly number[]): Block[][] {
  const blocks = blocksOf(plain, noteOffsets)
  const runs: Block[][] = []
  for (let from = 0; from < blocks.length; from++) {
    let to = from
    while (blocks[to]?.known) to++
    const next = to
    while (from < to && !mayBegin(plain, (blocks[from] as Block).node)) from++
    while (from < to && !mayEnd(plain, (blocks[to - 1] as Block).node)) to--
    if (from < to) runs.push(blocks.slice(from, to))
    from = next
  }
  return runs
}

function blocksOf({ text, tree, lines }: PlainReading, noteOffsets: readonly number[]): Block[] {
  let nextNote = 0
  let nextStar = text.indexOf('*')
  let end = 0
  const definesMore = mayDefine(text, tree, noteOffsets)
  return tree.children.map((node) => {
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
    const open =
      apart && nextNote === firstNote && !definesMore && !isIndented(text, lines, start.line)
    return { node, starred, known: open && isKnown(text, node, starred) }
  })
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

/** Whether a paragraph may stand for a run that begins with a block: nothing above it runs into it. */
function mayBegin({ text, lines }: PlainReading, { type, position }: RootContent): boolean {
  const line = position?.start.line ?? 1
  return type === 'paragraph' || line === 1 || isBlankLine(text, lines, line - 1)
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
