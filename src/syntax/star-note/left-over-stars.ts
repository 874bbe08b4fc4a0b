import type { Nodes, Paragraph, PhrasingContent, RootContent, Text } from 'mdast'
import type { Lines } from '../lines.ts'
import { isAttached } from './attachment.ts'
import { containers, holdsStars } from './known-blocks.ts'
import './nodes.ts'

/**
 * A copy of a known block whose left-over stars are nodes of their own, as the tokenizer would make them.
 *
 * @param text the text that the block stands in
 */
export function withStars(block: RootContent, text: string, lines: Lines): RootContent {
  const copy = { ...block }
  const waiting: Nodes[] = [copy]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop())
    if (node.type === 'paragraph') splitParagraph(node, text, lines)
    else if (containers.has(node.type) && 'children' in node) {
      const children = (node.children as Nodes[]).map((child) => ({ ...child }))
      node.children = children as never
      for (const child of children) waiting.push(child)
    }
  return copy
}

/** Makes nodes of their own of the stars in the words of a known paragraph, in place. */
export function splitParagraph(paragraph: Paragraph, text: string, lines: Lines): void {
  if (!paragraph.children.some((node) => holdsStars(text, node))) return
  const first = paragraph.position?.start.offset ?? 0
  paragraph.children = paragraph.children.flatMap((node) =>
    holdsStars(text, node) ? splitAtStars(node, text, lines, first) : [node],
  )
}

/** @param first offset of the paragraph: stars that begin it call nothing, as behind the marker of a quotation */
function splitAtStars(node: Text, text: string, lines: Lines, first: number): PhrasingContent[] {
  const from = node.position?.start.offset ?? 0
  return node.value.split(/(\*+)/).reduce<{ parts: PhrasingContent[]; at: number }>(
    ({ parts, at }, value) => {
      const end = at + value.length
      const position = lines.positionOf(at, end)
      if (value.startsWith('*')) {
        const isCall = at > first && text[at - 1] !== '_' && isAttached(text, at, end)
        parts.push({ type: isCall ? 'starCall' : 'starLoose', value, position })
      } else if (value !== '') parts.push({ type: 'text', value, position })
      return { parts, at: end }
    },
    { parts: [], at: from },
  ).parts
}
