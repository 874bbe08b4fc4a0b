import type { Paragraph, PhrasingContent, RootContent } from 'mdast'
import { isWords } from '../accelerator/line-shapes.ts'
import { nodesOf } from '../walk.ts'
import { isSettled, mayBeAddress } from './known-blocks.ts'
import { splitParagraph } from './left-over-stars.ts'
import type { StarNote } from './nodes.ts'
import type { NoteLine, PlainReading } from './note-lines.ts'

/** A note of one paragraph, as it lies in the text. */
interface Span {
  /** Number of its stars. */
  readonly count: number
  /** Offset of the first of them. */
  readonly start: number
  /** Offset of its first word. */
  readonly words: number
  /** Offset behind its last word. */
  readonly end: number
}

/** The notes of blocks that are nothing else. */
export type KnownNotes = ReadonlyMap<RootContent, readonly StarNote[]>

/**
 * The notes of a text that are known without reading it again.
 *
 * @param noteLines where notes may begin, in order
 * @param markers offset of each note's first star → number of its stars
 */
export function knownNotes(
  plain: PlainReading,
  noteLines: readonly NoteLine[],
  markers: ReadonlyMap<number, number>,
): KnownNotes {
  const known = new Map<RootContent, readonly StarNote[]>()
  let next = 0
  for (const block of plain.tree.children) {
    const end = block.position?.end.offset ?? 0
    const own: NoteLine[] = []
    for (let line = noteLines[next]; line && line.offset < end; line = noteLines[++next])
      own.push(line)
    if (own.length === 0 || own.some(({ offset, count }) => markers.get(offset) !== count)) continue
    const notes = notesOf(plain, block, own)
    if (notes) known.set(block, notes)
  }
  return known
}

/**
 * The notes that a block holds, made of the plain tree, for blocks that need not be read again to know them: plain
 * paragraphs at the margin, each with a note or several, between blank lines. What a note's stars leave behind is
 * read as it was with them, since emphasis did not use them.
 *
 * @param block of the plain tree, in which notes begin
 * @param noteLines where they begin, all of them, with all their stars for markers
 * @returns undefined where the block has to be read again
 */
function notesOf(
  plain: PlainReading,
  block: RootContent,
  noteLines: readonly NoteLine[],
): readonly StarNote[] | undefined {
  const paragraph = paragraphOf(block)
  const start = block.position?.start.offset
  const end = block.position?.end.offset
  if (!paragraph || start === undefined || end === undefined) return undefined
  if (noteLines[0]?.offset !== start || !standsApart(plain.text, start, end)) return undefined
  const spans = noteLines.map((line, at) => spanOf(plain, line, noteLines[at + 1]?.offset, end))
  if (!spans.every((span) => isPlain(plain.text, span))) return undefined
  if (nodesOf(paragraph).some((node) => mayBeAddress(plain.text, node))) return undefined
  const contents = contentsOf(plain, paragraph, spans)
  if (!contents?.every((content) => isSettled(plain.text, content))) return undefined
  return spans.map(({ count, start, end }, at) => {
    const content = contents[at] as Paragraph
    splitParagraph(content, plain.text, plain.lines)
    return {
      type: 'starNote',
      count,
      children: [content],
      position: plain.lines.positionOf(start, end),
    }
  })
}

/** The paragraph that a block is, or all that its only item holds. */
function paragraphOf(block: RootContent): Paragraph | undefined {
  if (block.type === 'paragraph') return block
  if (block.type !== 'list' || block.children.length !== 1) return undefined
  const [only, more] = block.children[0]?.children ?? []
  return only?.type === 'paragraph' && !more ? only : undefined
}

/** Blank lines above and below, and below these nothing that could continue a note. */
function standsApart(text: string, start: number, end: number): boolean {
  const above = text.slice(Math.max(0, start - 4), start)
  const below = /^ *(?:\r\n|\n|$)(?:(?:\r\n|\n)+(?![ \t\r\n])|$)/
  return /^$|(?:^|\n)\r?\n$/.test(above) && below.test(text.slice(end))
}

function spanOf(
  { text }: PlainReading,
  { offset, count }: NoteLine,
  next: number | undefined,
  last: number,
): Span {
  let words = offset + count
  while (/[ \u00a0]/.test(text.charAt(words))) words++
  const end = next === undefined ? last : next - (text[next - 2] === '\r' ? 2 : 1)
  return { count, start: offset, words, end }
}

/**
 * Whether what stands behind the stars are the words of one paragraph, whatever is left of its lines when a note
 * takes its share: each line begins at the margin and could begin nothing else.
 */
function isPlain(text: string, { start, words, end }: Span): boolean {
  if (start > 0 && text[start - 1] !== '\n') return false
  const typed = text.slice(words, end)
  if (/[\t$]|\r(?!\n)|[ \\]$/.test(typed) || /^[*_~]/.test(typed)) return false
  // The label of an address may go on in the next line.
  if (/^!?\[/.test(typed) && typed.includes(']:')) return false
  return typed.split(/\r?\n/).every(isWords)
}

/** The words of each note, where no node of the paragraph but text stands in two of them, or in its stars. */
function contentsOf(
  { text, lines }: Pick<PlainReading, 'text' | 'lines'>,
  { children }: Paragraph,
  spans: readonly Span[],
): readonly Paragraph[] | undefined {
  const contents: Paragraph[] = []
  let next = 0
  for (const { words, end } of spans) {
    const own: PhrasingContent[] = []
    for (; next < children.length; next++) {
      const child = children[next] as PhrasingContent
      if ((child.position?.start.offset ?? 0) >= end) break
      const part = partOf({ text, lines }, child, words, end)
      if (!part) return undefined
      own.push(...part)
      // What is left of it stands in the next note.
      if ((child.position?.end.offset ?? 0) > end) break
    }
    if (own.length === 0) return undefined
    contents.push({ type: 'paragraph', children: own, position: lines.positionOf(words, end) })
  }
  return contents
}

/** The part of a node that stands between two offsets; undefined where it cannot be told. */
function partOf(
  { text, lines }: Pick<PlainReading, 'text' | 'lines'>,
  node: PhrasingContent,
  from: number,
  to: number,
): readonly PhrasingContent[] | undefined {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? 0
  if (start >= from && end <= to) return [node]
  if (node.type !== 'text') return undefined
  const first = Math.max(start, from)
  const last = Math.min(end, to)
  if (first >= last) return []
  const before = text.slice(start, first)
  const exact = text.slice(start, end) === node.value
  // Stars and spaces stand for themselves; what is behind them may be typed otherwise than it reads.
  if (!exact && (last < end || !node.value.startsWith(before))) return undefined
  const value = node.value.slice(before.length, exact ? last - start : undefined)
  return [{ type: 'text', value, position: lines.positionOf(first, last) }]
}
