import type { Nodes, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast'
import type { Point } from 'unist'
import type { Lines } from '../lines.ts'
import { nodesOf } from '../walk.ts'
import { isAttached } from './attachment.ts'
import './nodes.ts'
import type { PlainReading } from './note-lines.ts'

/** Part of a text that has to be read again, and what need not be. */
export interface Reduced {
  /** The text with a letter for each run of paragraphs that are known. */
  readonly text: string
  /** The known paragraphs of a run by the offset of its first character in the whole text. */
  readonly known: ReadonlyMap<number, readonly Paragraph[]>
  /** The number in the whole text, from 1, of each line of the reduced one. */
  readonly lineNumbers: readonly number[]
  /** The lines of the whole text. */
  readonly lines: Lines
  /** Offsets in the reduced text of the places where notes may begin, by their offset in the whole text. */
  readonly moved: ReadonlyMap<number, number>
}

/**
 * Takes out of a text the paragraphs that star notes cannot change. They are most of an essay, and parsing
 * is most of its cost. A paragraph of one letter interrupts and is interrupted as any other, so that all
 * other blocks stay what they are.
 *
 * @param plain the text, read without star notes
 * @param noteOffsets where notes may begin, in order
 */
export function reduce(plain: PlainReading, noteOffsets: readonly number[]): Reduced {
  const { text, lines } = plain
  const known = new Map<number, readonly Paragraph[]>()
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
    const start = run[0]?.position?.start
    const stop = run.at(-1)?.position?.end
    if (start?.offset === undefined || stop?.offset === undefined) continue
    moveNotesUpTo(start.offset)
    known.set(start.offset, run)
    keepUpTo(start.offset, start.line)
    parts.push('x')
    lineNumbers.push(start.line)
    removed += stop.offset - start.offset - 1
    end = { offset: stop.offset, line: stop.line + 1 }
  }
  moveNotesUpTo(text.length)
  keepUpTo(text.length, lines.starts.length + 1)
  return { text: parts.join(''), known, lineNumbers, lines, moved }
}

/** Known paragraphs, those together that follow one another. */
function runsOfKnown({ text, tree }: PlainReading, noteOffsets: readonly number[]): Paragraph[][] {
  const runs: Paragraph[][] = []
  let open: Paragraph[] | undefined
  let next = 0
  for (const block of tree.children) {
    const to = block.position?.end.offset ?? 0
    const first = next
    while ((noteOffsets[next] ?? to) < to) next++
    if (block.type !== 'paragraph' || next > first || !isSettled(text, block)) open = undefined
    else if (open) open.push(block)
    else {
      open = [block]
      runs.push(open)
    }
  }
  return runs
}

/**
 * Gives the nodes of a reduced text their places in the whole text, and puts known paragraphs back, in place, with
 * the stars in them as nodes of their own.
 *
 * @param text the whole text
 */
export function restore(tree: Root, text: string, { known, lines, lineNumbers }: Reduced): void {
  if (known.size === 0) return
  const placed = ({ line, column }: Point): Point => {
    const number = lineNumbers[line - 1] ?? 1
    return { line: number, column, offset: (lines.starts[number - 1] ?? 0) + column - 1 }
  }
  for (const node of nodesOf(tree))
    if (node.position)
      node.position = { start: placed(node.position.start), end: placed(node.position.end) }
  tree.children = tree.children.flatMap((child): readonly RootContent[] => {
    const run = child.type === 'paragraph' && known.get(child.position?.start.offset ?? -1)
    return run ? run.map((paragraph) => withStars(paragraph, text, lines)) : [child]
  })
}

/**
 * Whether it is known how star notes read a paragraph. One that is indented may continue a note. Where emphasis is
 * absent, so it stays, and all stars are left over.
 */
function isSettled(text: string, paragraph: Paragraph): boolean {
  const { start, end } = paragraph.position ?? {}
  if (!start || !end || start.column > 2) return false
  const star = text.indexOf('*', start.offset)
  if (star < 0 || star >= (end.offset ?? 0)) return true
  const nodes = nodesOf(paragraph)
  // Beside bare addresses, stars are looked for again when the tree is made; and behind an escape, so are places.
  const unsure = /[\\&@]|www\.|:\/\//i.test(text.slice(start.offset, end.offset))
  if (!nodes.some((node) => node.type === 'text' && node.value.includes('*')))
    return !nodes.some((node) => mayBeCall(text, node))
  return !unsure && !nodes.some(isEmphasis) && nodes.every((node) => isPlain(text, node, paragraph))
}

function isEmphasis(node: Nodes): boolean {
  return node.type === 'emphasis' || node.type === 'strong'
}

/** Whether a node is emphasis that opens with stars which may be a call. */
function mayBeCall(text: string, node: Nodes): boolean {
  if (!isEmphasis(node)) return false
  const start = node.position?.start.offset ?? 0
  let end = start
  while (text[end] === '*') end++
  let first = start
  while (text[first - 1] === '*') first--
  return end > start && isAttached(text, first, end)
}

/** Whether the stars of a node can be told from its words alone. */
function isPlain(text: string, node: Nodes, paragraph: Paragraph): boolean {
  if (node.type !== 'text' || !node.value.includes('*')) return true
  const typed = typedAs(text, node)
  if (typed !== node.value || !paragraph.children.includes(node)) return false
  // Stars between signs could both begin and end emphasis, unless they are a call: then they pair with others.
  return !/(?:^|[^\p{L}\p{N}\p{M}*])\*+(?![\s*]|$)/u.test(typed)
}

/** A known paragraph whose left-over stars are nodes of their own, as the tokenizer would make them. */
function withStars(paragraph: Paragraph, text: string, lines: Lines): Paragraph {
  // `&ast;` is no star to the tokenizer.
  const holdsStars = (node: Nodes): node is Text =>
    node.type === 'text' && node.value.includes('*') && typedAs(text, node) === node.value
  if (!paragraph.children.some(holdsStars)) return paragraph
  const children = paragraph.children.flatMap((node) =>
    holdsStars(node) ? splitAtStars(node, text, lines) : [node],
  )
  return { ...paragraph, children }
}

/** The characters of the file that a node stands for. */
function typedAs(text: string, { position }: Nodes): string {
  return text.slice(position?.start.offset, position?.end.offset)
}

function splitAtStars(node: Text, text: string, lines: Lines): PhrasingContent[] {
  const from = node.position?.start.offset ?? 0
  return node.value.split(/(\*+)/).reduce<{ parts: PhrasingContent[]; at: number }>(
    ({ parts, at }, value) => {
      const end = at + value.length
      const position = lines.positionOf(at, end)
      if (value.startsWith('*')) {
        const isCall = text[at - 1] !== '_' && isAttached(text, at, end)
        parts.push({ type: isCall ? 'starCall' : 'starLoose', value, position })
      } else if (value !== '') parts.push({ type: 'text', value, position })
      return { parts, at: end }
    },
    { parts: [], at: from },
  ).parts
}
