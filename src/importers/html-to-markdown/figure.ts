import type { Element, ElementContent } from 'hast'
import type { State } from 'hast-util-to-mdast'
import type { BlockContent, Image, Nodes, Paragraph, PhrasingContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { elementsOf, hasClass } from './hast-words.ts'
import { isPhrasing } from './in-lines.ts'
import { pullQuote } from './quotation.ts'

/**
 * A figure: a picture with a plain caption becomes a picture with a title, anything else with a caption a
 * `:::figure`. A gallery becomes its pictures, an embedded page a link with its caption below.
 */
export function figure(state: State, node: Element): Nodes | Nodes[] {
  if (hasClass(node, /^wp-block-pullquote$/)) return pullQuote(state, node)
  const caption = elementsOf(node).findLast(
    (each) => each.tagName === 'figcaption' && ownerOf(node, each),
  )
  const body = caption ? without(node, caption) : node
  const blocks = state.toFlow(state.all(body)) as BlockContent[]
  const words = caption ? state.all(caption) : []
  if (words.length === 0) return blocks
  if (!words.every(isPhrasing) || holdsMany(body))
    return [...blocks, ...(state.toFlow(words) as BlockContent[])]
  return captioned(blocks, words as PhrasingContent[])
}

/** True where no other figure stands between a figure and a caption in it. */
function ownerOf(figure: Element, caption: Element): boolean {
  return !elementsOf(figure).some(
    (each) => each !== figure && each.tagName === 'figure' && elementsOf(each).includes(caption),
  )
}

/** Galleries and embedded pages have captions that no one thing in them carries. */
function holdsMany(node: Element): boolean {
  const elements = elementsOf(node)
  return (
    hasClass(node, /^wp-block-(?:gallery|embed)/) ||
    elements.some((each) => each !== node && each.tagName === 'figure') ||
    elements.some(({ tagName }) => /^(?:iframe|video|audio)$/.test(tagName))
  )
}

function without(node: Element, gone: Element): Element {
  return {
    ...node,
    children: node.children.flatMap((child): ElementContent[] => {
      if (child === gone) return []
      return child.type === 'element' ? [without(child, gone)] : [child]
    }),
  }
}

function captioned(blocks: BlockContent[], words: PhrasingContent[]): Nodes | Nodes[] {
  const [only] = blocks
  const image = only?.type === 'paragraph' && blocks.length === 1 ? onlyImage(only) : undefined
  const plain = words.every((word) => word.type === 'text')
  if (image && plain) {
    const title = words.map((word) => (word.type === 'text' ? word.value : '')).join('')
    image.title = title.replace(/\s+/g, ' ').trim() || null
    return blocks
  }
  if (blocks.length === 0) return { type: 'paragraph', children: words }
  const label: Paragraph = { type: 'paragraph', data: { directiveLabel: true }, children: words }
  return {
    type: 'containerDirective',
    name: 'figure',
    children: [label, ...blocks],
  } satisfies ContainerDirective
}

function onlyImage(paragraph: Paragraph): Image | undefined {
  const [first, ...rest] = paragraph.children
  return first?.type === 'image' && rest.length === 0 ? first : undefined
}
