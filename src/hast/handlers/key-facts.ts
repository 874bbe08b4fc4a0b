import type { Element } from 'hast'
import type { State } from 'mdast-util-to-hast'
import type { KeyFactsNode } from '../../model/components.ts'
import type { Rendering } from '../context.ts'
import { element, text } from '../element.ts'

/** Key facts: a section under a heading of its own. Never `aside`, which reader modes drop. */
export function keyFacts(state: State, node: KeyFactsNode, rendering: Rendering): Element {
  const title = state.all({ type: 'paragraph', children: node.title })
  const words = title.length > 0 ? title : [text(rendering.context.strings.keyFacts)]
  return element(
    'section',
    { className: ['key-facts'], ariaLabelledBy: [node.id] },
    state.wrap([element(`h${node.depth}`, { id: node.id }, words), ...state.all(node)], true),
  )
}
