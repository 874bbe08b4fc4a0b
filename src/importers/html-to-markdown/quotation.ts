import type { Element, ElementContent } from 'hast'
import type { State } from 'hast-util-to-mdast'
import type { BlockContent, Blockquote, Nodes, Paragraph, PhrasingContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { elementsOf } from './hast-words.ts'
import { isPhrasing } from './in-lines.ts'

/** A quotation; whose words they are becomes its last paragraph, behind a dash. */
export function quotation(state: State, node: Element): Nodes {
  return { type: 'blockquote', children: quoted(state, node) } satisfies Blockquote
}

/** A pull quote as WordPress writes it, a figure around a quotation. */
export function pullQuote(state: State, figure: Element): Nodes {
  const quote = elementsOf(figure).find(({ tagName }) => tagName === 'blockquote') ?? figure
  return {
    type: 'containerDirective',
    name: 'pull-quote',
    children: quoted(state, quote),
  } satisfies ContainerDirective
}

function quoted(state: State, node: Element): BlockContent[] {
  const isSource = (child: ElementContent): child is Element =>
    child.type === 'element' && (child.tagName === 'cite' || child.tagName === 'footer')
  const sources = node.children.filter(isSource)
  const rest = { ...node, children: node.children.filter((child) => !isSource(child)) }
  const blocks = state.toFlow(state.all(rest)) as BlockContent[]
  for (const source of sources) {
    const made = state.all(source)
    if (made.length === 0) continue
    if (made.every(isPhrasing)) blocks.push(behindDash(made as PhrasingContent[]))
    else blocks.push(...(state.toFlow(made) as BlockContent[]))
  }
  return blocks
}

function behindDash(words: PhrasingContent[]): Paragraph {
  const [first, ...rest] = words
  if (first?.type !== 'text')
    return { type: 'paragraph', children: [{ type: 'text', value: '— ' }, ...words] }
  const value = `— ${first.value.replace(/^\s*(?:—|–|--?)?\s*/, '')}`
  return { type: 'paragraph', children: [{ type: 'text', value }, ...rest] }
}
