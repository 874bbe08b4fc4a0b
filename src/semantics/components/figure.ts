import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import type { FigureNode } from '../../model/components.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import {
  type Blocks,
  type Container,
  labelAndBlocks,
  placeOf,
  type Replaced,
  unlabelled,
} from './container.ts'
import { isEmpty } from './is-empty.ts'

/** `:::figure[Caption]`: the caption is in brackets, or the last paragraph. */
export function figure(container: Container): Replaced {
  const { closed, say } = container
  const { label, blocks } = labelAndBlocks(container)
  const cut = closed ? blocks.length : 1
  const held = blocks.slice(0, cut)
  const below = label || !closed ? undefined : captionBelow(held)
  const content = (below ? held.slice(0, -1) : held) as Blocks
  if (isEmpty(content)) {
    const message = 'This figure holds nothing.'
    const hint =
      'Put a picture, a table or code on the lines between :::figure[Caption] and :::, with a blank line around it.'
    return { nodes: unlabelled(container), diagnostics: [say('HT205', message, hint)] }
  }
  const caption = label?.children ?? below ?? []
  const made: FigureNode = {
    type: 'figure',
    caption,
    captionFirst: label !== undefined && explainsFirst(content),
    children: content,
    ...placeOf(container),
  }
  const diagnostics: Diagnostic[] = []
  if (caption.length === 0) {
    const message = 'This figure has no caption.'
    const hint = 'Write the caption in brackets, :::figure[Caption], or as the last paragraph.'
    diagnostics.push(say('HT206', message, hint))
  }
  return { nodes: [made, ...blocks.slice(cut)], diagnostics }
}

/** The words of a last paragraph that is more than a picture and has something to explain. */
function captionBelow(blocks: readonly RootContent[]): PhrasingContent[] | undefined {
  const last = blocks.at(-1)
  if (blocks.length < 2 || last?.type !== 'paragraph') return undefined
  const hasWords = last.children.some(
    (node) => node.type !== 'image' && (node.type !== 'text' || node.value.trim() !== ''),
  )
  return hasWords ? last.children : undefined
}

/**
 * Whether a caption that is typed before the content is also shown there: above tables, where readers
 * look for it, and wherever the content calls notes, which are numbered in the order of the file.
 */
function explainsFirst(content: Blocks): boolean {
  const stack: Nodes[] = [...content]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'table' || node.type === 'footnoteReference') return true
    if ('children' in node) for (const child of node.children) stack.push(child as Nodes)
  }
  return false
}
