import type { Element, ElementContent } from 'hast'
import type { State } from 'mdast-util-to-hast'
import type { FigureNode } from '../../model/components.ts'
import { element, isElement, text } from '../element.ts'

/** Something with a caption. A picture that stands alone in it is not a figure of its own once more. */
export function figure(state: State, node: FigureNode): Element {
  const content = state.all(node).flatMap((child) => withoutFigure(child as ElementContent))
  const words = state.all({ type: 'paragraph', children: node.caption })
  const caption = words.length > 0 ? [element('figcaption', {}, words)] : []
  const children = node.captionFirst ? [...caption, ...content] : [...content, ...caption]
  const lines = children.flatMap((child, i) => (i === 0 ? [child] : [text('\n'), child]))
  const made = element('figure', {}, lines)
  return node.position ? { ...made, position: node.position } : made
}

/** The picture of a figure that has no caption; the words of one that has stay with it. */
function withoutFigure(node: ElementContent): ElementContent[] {
  if (node.type === 'text') return node.value.trim() === '' ? [] : [node]
  if (!isElement(node, 'figure') || node.properties.className !== undefined) return [node]
  return node.children.some((child) => isElement(child, 'figcaption')) ? [node] : node.children
}
