import type { Nodes, Paragraph, PhrasingContent, Root, RootContent, Text } from 'mdast'
import { parentsOf } from '../../syntax/walk.ts'

/** A note as people type it, at the beginning of a paragraph. */
const noteShape = /^(\*{1,9})(?!\*)[ \u00a0]*(?=[^\s*])/
/** A call as people type it, behind a word or its punctuation (docs/spec/star-notes.md). */
const callShape =
  /(?<=[\p{L}\p{N}\p{Pe}\p{Pf}.,;:!?"'…%])\*{1,9}(?!\*)(?=$|[\s\u00a0]|[\p{Pe}\p{Pf}.,;:!?"'…]+(?:\s|$))/gu

/**
 * Lets stars through that call notes or begin them, in place: where a word has as many stars as a later
 * paragraph begins with. All other stars are words, and are escaped when they are printed.
 *
 * @returns whether there are any
 */
export function keepStarNotes(root: Root): boolean {
  root.children = root.children.flatMap((node): RootContent[] =>
    node.type === 'paragraph' ? noteLines(node) : [node],
  )
  const counts = pairs(root)
  if (counts.size === 0) return false
  const tops = new Set<Nodes>(root.children)
  for (const parent of parentsOf(root)) {
    const top = parent.type === 'paragraph' && tops.has(parent)
    parent.children = (parent.children as PhrasingContent[]).flatMap((node, index) =>
      node.type === 'text'
        ? starred(node, parent.children[index - 1], counts, top && index === 0)
        : [node],
    ) as never
  }
  return true
}

/** Notes that stand below each other with line breaks between them, as paragraphs. */
function noteLines(node: Paragraph): Paragraph[] {
  const [first] = node.children
  if (first?.type !== 'text' || !noteShape.test(first.value)) return [node]
  const parts: PhrasingContent[][] = [[]]
  for (const [index, child] of node.children.entries()) {
    const next = node.children[index + 1]
    if (child.type === 'break' && next?.type === 'text' && noteShape.test(next.value.trimStart()))
      parts.push([])
    else {
      const line = parts.at(-1) ?? []
      const fresh = parts.length > 1 && line.length === 0 && child.type === 'text'
      line.push(fresh ? { ...child, value: child.value.trimStart() } : child)
    }
  }
  return parts.map((children) => ({ ...node, children }))
}

/** The numbers of stars for which there are a call and, below it, a note. */
function pairs(root: Root): Set<number> {
  const called = new Set<number>()
  const found = new Set<number>()
  for (const block of root.children) {
    const count = block.type === 'paragraph' ? noteCount(block) : undefined
    if (count !== undefined && called.has(count)) found.add(count)
    for (const parent of parentsOf(block))
      for (const [index, node] of parent.children.entries())
        if (node.type === 'text')
          for (const { stars } of callsIn(node, parent.children[index - 1]))
            called.add(stars.length)
  }
  return found
}

/** Undefined where a paragraph is no note; one that its own stars close is words in stars. */
function noteCount({ children }: Paragraph): number | undefined {
  const [first] = children
  const stars = first?.type === 'text' ? noteShape.exec(first.value)?.[1] : undefined
  const last = children.at(-1)
  if (stars === undefined || (last?.type === 'text' && /[^\s*]\*+$/.test(last.value)))
    return undefined
  return stars.length
}

/** Calls in a text; at its beginning they stand behind what is before it in the line. */
function callsIn({ value }: Text, before: Nodes | undefined): { index: number; stars: string }[] {
  const word = before !== undefined && before.type !== 'break' ? 'x' : ''
  return [...`${word}${value}`.matchAll(callShape)].map(({ 0: stars, index }) => ({
    index: index - word.length,
    stars,
  }))
}

function starred(
  node: Text,
  before: Nodes | undefined,
  counts: ReadonlySet<number>,
  start: boolean,
): PhrasingContent[] {
  const made: PhrasingContent[] = []
  let from = 0
  const note = start ? noteShape.exec(node.value) : null
  if (note && counts.has(note[1]?.length ?? 0)) {
    made.push({ type: 'html', value: `${note[1]} ` })
    from = note[0].length
  }
  for (const { index, stars } of callsIn(node, before)) {
    if (index < from || !counts.has(stars.length)) continue
    if (index > from) made.push({ type: 'text', value: node.value.slice(from, index) })
    made.push({ type: 'html', value: stars })
    from = index + stars.length
  }
  if (from < node.value.length) made.push({ type: 'text', value: node.value.slice(from) })
  return made
}
