import type { Element, ElementContent } from 'hast'
import type { Paragraph } from 'mdast'
import { defaultHandlers, type State } from 'mdast-util-to-hast'
import { element, isElement, text } from '../element.ts'
import { isCall } from './footnote-reference.ts'
import { formulaParagraph, standsAlone } from './formula.ts'

/**
 * A paragraph. One that holds a single picture and nothing else is a figure, its title the caption; one
 * that holds a single formula on lines of its own scrolls where that is wide.
 */
export function paragraph(state: State, node: Paragraph): Element {
  const made = defaultHandlers.paragraph(state, node)
  const only = onlyContent(made)
  if (!only) return made
  if (standsAlone(only)) return formulaParagraph(made.children)
  return figureOf(made, only) ?? made
}

/** What a paragraph holds beside calls and white space, where that is a single node. */
function onlyContent({ children }: Element): ElementContent | undefined {
  let only: ElementContent | undefined
  for (const child of children) {
    if (isBlank(child) || isCall(child)) continue
    if (only) return undefined
    only = child
  }
  return only
}

function figureOf(made: Element, only: ElementContent): Element | undefined {
  const calls = made.children.filter(isCall)
  const shown = isElement(only, 'a') && only.children.length === 1 ? only.children[0] : only
  const picture = isElement(shown, 'picture') ? shown.children.at(-1) : shown
  if (!picture || !isElement(picture, 'img')) return undefined
  const { title, ...properties } = picture.properties
  picture.properties = properties
  const words = typeof title === 'string' && title !== '' ? [text(title)] : []
  const caption: ElementContent[] = [...words, ...calls]
  const figure = element('figure', {}, [
    only,
    ...(caption.length > 0 ? [element('figcaption', {}, caption)] : []),
  ])
  return made.position ? { ...figure, position: made.position } : figure
}

function isBlank(node: ElementContent): boolean {
  return node.type === 'text' && !/\S/.test(node.value)
}
