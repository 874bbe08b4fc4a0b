import type { Element, ElementContent } from 'hast'
import type { ListItem, Parents } from 'mdast'
import { defaultHandlers, type State } from 'mdast-util-to-hast'
import { element, isElement } from '../element.ts'

const blocks = new Set(
  'blockquote div figure h1 h2 h3 h4 h5 h6 hr ol p pre section table ul'.split(' '),
)

/** An item of a list. The box of a task is labelled by the words beside it. */
export function listItem(state: State, node: ListItem, parent: Parents | undefined): Element {
  const made = defaultHandlers.listItem(state, node, parent)
  if (typeof node.checked !== 'boolean') return made
  const loose = made.children.find((child) => isElement(child, 'p'))
  const holder = isElement(loose) && isElement(loose.children[0], 'input') ? loose : made
  const from = holder.children.findIndex((child) => isElement(child, 'input'))
  if (from < 0) return made
  const rest = holder.children.slice(from)
  const end = rest.findIndex(
    (child) =>
      (isElement(child) && blocks.has(child.tagName)) ||
      (child.type === 'text' && child.value === '\n'),
  )
  const words: ElementContent[] = end < 0 ? rest : rest.slice(0, end)
  holder.children.splice(from, words.length, element('label', {}, words))
  return made
}
