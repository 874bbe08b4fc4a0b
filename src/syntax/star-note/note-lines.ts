import type { Heading, Nodes, Paragraph, Root, RootContent } from 'mdast'
import { textOf } from '../../model/plain-text.ts'
import type { Lines } from '../lines.ts'
import { type LeadingRun, leadingRunWithin, readLeadingRun } from './leading-run.ts'

/** A line that begins a note, if something calls it. */
export interface NoteLine {
  /** Offset of its first star. */
  readonly offset: number
  readonly count: number
  /** How CommonMark alone reads the run. */
  readonly lead: LeadingRun
  /** Index of the run of notes that it stands in. */
  readonly group: number
  /** Only calls from here on may take the note: notes before a heading serve the section above it. */
  readonly scope: number
}

/** A text, read without star notes. */
export interface PlainReading {
  readonly text: string
  readonly tree: Root
  readonly lines: Lines
}

/** A line that begins with stars and has something after them. U+00A0 comes from pasted text. */
export const starLine = /^( {0,3})(\*+)([ \t\u00a0]*)(?=[^\s])/

type Candidate = Omit<NoteLine, 'group' | 'scope'>

/** The text of one line, from 1, without its ending. */
export function lineAt({ text, lines }: PlainReading, line: number): string {
  return text.slice(lines.starts[line - 1], lines.starts[line]).replace(/[\r\n]+$/, '')
}

/**
 * Finds the lines that stand where notes may stand: a run of notes that is followed by the end of the
 * text, a heading or a rule.
 */
export function findNoteLines(plain: PlainReading): NoteLine[] {
  const blocks = plain.tree.children
  const found: NoteLine[] = []
  let group = 0
  for (let index = 0; index < blocks.length; ) {
    const first = candidatesOf(plain, index)
    if (first.length === 0) {
      index++
      continue
    }
    const run = runFrom(plain, index, first)
    const close = closingBlock(blocks, run.end)
    if (close === undefined || close.type === 'heading' || close.type === 'thematicBreak') {
      const scope = close?.type === 'heading' ? sectionStart(blocks, index, close) : 0
      for (const note of run.notes) found.push({ ...note, group, scope })
      group++
    }
    index = run.end
  }
  return found
}

/** The notes that follow one another from a block on, and the index of the block behind them. */
function runFrom(
  plain: PlainReading,
  from: number,
  first: readonly Candidate[],
): { notes: Candidate[]; end: number } {
  const blocks = plain.tree.children
  const notes = [...first]
  let end = from + 1
  for (let index = from + 1; index < blocks.length; index++) {
    const block = blocks[index] as RootContent
    if (isQuiet(block) || block.type === 'thematicBreak') continue
    // A block that is indented by two or more continues the note above it.
    if (!/^(?:\t| {2})/.test(lineAt(plain, startLine(block)))) {
      if (isSignOff(block)) continue
      const more = candidatesOf(plain, index)
      if (more.length === 0) break
      for (const note of more) notes.push(note)
    }
    end = index + 1
  }
  return { notes, end }
}

/** The first block that is neither quiet nor a sign-off wholly set in emphasis. */
function closingBlock(blocks: readonly RootContent[], from: number): RootContent | undefined {
  let index = from
  while (index < blocks.length) {
    const block = blocks[index] as RootContent
    if (!isQuiet(block) && !isSignOff(block)) break
    index++
  }
  return blocks[index]
}

/** Blocks that may stand among or after notes: they print nothing here. */
function isQuiet(block: RootContent): boolean {
  return block.type === 'definition' || block.type === 'footnoteDefinition' || block.type === 'html'
}

function isSignOff(block: RootContent): boolean {
  const only =
    block.type === 'paragraph' && block.children.length === 1 ? block.children[0] : undefined
  return only?.type === 'emphasis' || only?.type === 'strong'
}

/** Offset of the heading that opens the section which ends at `close`; 0 where the text opens it. */
function sectionStart(blocks: readonly RootContent[], from: number, close: Heading): number {
  for (let index = from - 1; index >= 0; index--) {
    const block = blocks[index]
    if (block?.type === 'heading' && block.depth <= close.depth) return startOffset(block)
  }
  return 0
}

function candidatesOf(plain: PlainReading, index: number): Candidate[] {
  const block = plain.tree.children[index] as RootContent
  const offset = startOffset(block)
  if (plain.text[offset] !== '*') return []
  if (block.type === 'paragraph') return linesOfParagraph(plain, block, true)
  if (block.type !== 'list' || block.children.length !== 1) return []
  const item = block.children[0]
  if (!item || typeof item.checked === 'boolean' || item.children.length === 0) return []
  if (introducesList(plain, plain.tree.children[index - 1])) return []
  const first: Candidate = { offset, count: 1, lead: {} }
  const content = item.children[0]
  return content?.type === 'paragraph'
    ? [first, ...linesOfParagraph(plain, content, false)]
    : [first]
}

/** Whether a list that follows this block is a list: after `Further reading:` or a heading but `Notes`. */
function introducesList(plain: PlainReading, block: RootContent | undefined): boolean {
  if (block?.type === 'heading') return !/^(?:foot|end)?notes?:?$/i.test(textOf(block))
  if (block?.type !== 'paragraph') return false
  return plain.text.slice(0, block.position?.end.offset).trimEnd().endsWith(':')
}

/** The lines of a paragraph that begin with stars, less those that emphasis takes whole. */
function linesOfParagraph(
  plain: PlainReading,
  node: Paragraph,
  firstMustBeOne: boolean,
): Candidate[] {
  const from = startLine(node)
  const to = node.position?.end.line ?? from
  const starts: number[] = []
  for (let line = from; line <= to; line++)
    if ((line > from || firstMustBeOne) && starLine.test(lineAt(plain, line))) starts.push(line)
  if (firstMustBeOne && starts[0] !== from) return []
  const found: Candidate[] = []
  for (const [index, line] of starts.entries()) {
    const end = (starts[index + 1] ?? to + 1) - 1
    const whole = firstMustBeOne && starts.length === 1
    const candidate = candidateAt(plain, line, end, whole ? node : undefined)
    if (candidate) found.push(candidate)
    else if (line === from) return []
  }
  return found
}

/**
 * The note that the lines from `line` to `end` may be; nothing where they begin with plain emphasis.
 *
 * @param paragraph the paragraph that these lines are, where they are a whole one
 */
export function candidateAt(
  plain: PlainReading,
  line: number,
  end: number,
  paragraph?: Paragraph,
): Candidate | undefined {
  const match = starLine.exec(lineAt(plain, line))
  if (!match) return undefined
  const [, indent = '', stars = '', space = ''] = match
  const offset = (plain.lines.starts[line - 1] ?? 0) + indent.length
  // A space after the stars removes all doubt: such a run cannot open emphasis.
  if (space !== '') return { offset, count: stars.length, lead: {} }
  const lead = paragraph
    ? leadingRunWithin(paragraph, plain.text, offset)
    : readLeadingRun(plain.text.slice(offset, plain.lines.starts[end] ?? plain.text.length))
  return lead.emphasis ? undefined : { offset, count: stars.length, lead }
}

function startLine(node: Nodes): number {
  return node.position?.start.line ?? 1
}

function startOffset(node: Nodes): number {
  return node.position?.start.offset ?? 0
}
