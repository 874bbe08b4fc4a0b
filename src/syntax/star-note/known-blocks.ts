import type { Nodes, Paragraph, Text } from 'mdast'
import { mayHoldLiteralLink } from '../features.ts'
import { nodesOf } from '../walk.ts'
import { isAttached } from './attachment.ts'

/**
 * Whether it is known how star notes read a block, so that it need not be read again: its stars neither open
 * or close emphasis otherwise than they did, nor could it define what other blocks refer to.
 *
 * @param text the text that the block stands in
 * @param starred whether there is a star in it at all
 * @param defining whether it may define what others refer to
 */
export function isKnown(text: string, block: Nodes, starred: boolean, defining = false): boolean {
  const waiting: Nodes[] = [block]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const defines = node.type === 'definition' || node.type === 'footnoteDefinition'
    if (defines && !defining) return false
    // Stars that begin a task would change where mdast-util-gfm-task-list-item says that it begins.
    if (node.type === 'listItem' && starred && typeof node.checked === 'boolean') return false
    if (node.type === 'paragraph') {
      if (starred && !isSettled(text, node)) return false
    } else if (containers.has(node.type) || (!starred && node.type === 'containerDirective')) {
      for (const child of 'children' in node ? node.children : []) waiting.push(child)
    } else if (starred && !verbatim.has(node.type)) return false
  }
  return true
}

/** Blocks that hold blocks, and whose stars are all markers of lists. */
export const containers: ReadonlySet<string> = new Set([
  'list',
  'listItem',
  'blockquote',
  'footnoteDefinition',
])

/** Blocks in which no star means anything. */
const verbatim: ReadonlySet<string> = new Set(['code', 'html', 'thematicBreak', 'definition'])

/** The characters of the file that a node stands for. */
function typedAs(text: string, { position }: Nodes): string {
  return text.slice(position?.start.offset, position?.end.offset)
}

/** Whether a node holds stars that the author typed: `&ast;` is no star to the tokenizer. */
export function holdsStars(text: string, node: Nodes): node is Text {
  return node.type === 'text' && node.value.includes('*') && typedAs(text, node) === node.value
}

/**
 * Whether it is known which stars of a paragraph are left over, and that emphasis uses the same of the others.
 *
 * @param paragraph its nodes are read without star notes
 */
export function isSettled(text: string, paragraph: Paragraph): boolean {
  const { start, end } = paragraph.position ?? {}
  if (!start || !end) return false
  const typed = typedAs(text, paragraph)
  if (!typed.includes('*')) return true
  const nodes = nodesOf(paragraph)
  if (!nodes.some((node) => node.type === 'text' && node.value.includes('*')))
    // Beside other marks, runs may open and close emphasis as nowhere else.
    return !/[_~]\*|\*[_~]/.test(typed) && !nodes.some((node) => mayBeCall(text, node))
  // Behind an escape, places are not where the words are.
  if (/[\\&]/.test(typed)) return false
  if (/@|www\.|:\/\//i.test(typed) && nodes.some((node) => mayBeAddress(text, node))) return false
  const own = new Set<Nodes>(paragraph.children)
  const emphasised = nodes.some(isEmphasis)
  if (mayLoosen(text, typed, start.offset ?? 0)) return false
  return nodes.every((node) => isPlain(text, node, own, emphasised))
}

/**
 * Whether a node may be an address that stands bare, or become one once the words around it are others: beside
 * those, stars are looked for again when the tree is made.
 */
export function mayBeAddress(text: string, node: Nodes): boolean {
  if (node.type === 'link') return !/[[<]/.test(text.charAt(node.position?.start.offset ?? 0))
  return node.type === 'text' && mayHoldLiteralLink(node.value)
}

/** Whether a run of stars may be a call that could open emphasis as well: calls never do. */
function mayLoosen(text: string, typed: string, from: number): boolean {
  for (const { 0: run, index } of typed.matchAll(/\*+/g)) {
    const start = from + index
    const end = start + run.length
    if (!isAttached(text, start, end) || !/\S/.test(text.charAt(end))) continue
    if (!behindLetter(text, start) || /[_~]/.test(text.charAt(end))) return true
  }
  return false
}

/** Whether stars stand behind a letter or a number, which emphasis tells from signs (CommonMark 0.31.2, 6.2). */
function behindLetter(text: string, start: number): boolean {
  return /[\p{L}\p{N}\p{M}]$/u.test(text.slice(Math.max(0, start - 2), start))
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

/**
 * Whether the stars of a node can be told from its words alone.
 *
 * @param own the nodes that stand in the paragraph itself, in no link or other span
 * @param emphasised whether there is emphasis in the paragraph
 */
function isPlain(text: string, node: Nodes, own: ReadonlySet<Nodes>, emphasised: boolean): boolean {
  if (node.type !== 'text' || !node.value.includes('*')) return true
  if (!holdsStars(text, node) || !own.has(node)) return false
  const from = node.position?.start.offset ?? 0
  for (const { 0: run, index } of node.value.matchAll(/\*+/g)) {
    const after = node.value[index + run.length]
    // Stars between signs could both begin and end emphasis, unless they are a call: then they pair with others.
    if (!behindLetter(node.value, index) && after !== undefined && !/\s/.test(after)) return false
    // What emphasis has left over of a run is no call.
    if (
      emphasised &&
      /[*_~]/.test(text.charAt(from + index - 1) + text.charAt(from + index + run.length))
    )
      return false
  }
  return true
}
