import type { Element, ElementContent } from 'hast'
import type { State } from 'mdast-util-to-hast'
import type { NoticeNode } from '../../model/components.ts'
import { textOf } from '../../model/plain-text.ts'
import type { Rendering } from '../context.ts'
import { element, text } from '../element.ts'

/**
 * A notice or a warning: a section under a heading of its own. That it warns is said in words too, since
 * colours do not reach every reader.
 */
export function notice(state: State, node: NoticeNode, rendering: Rendering): Element {
  const word = rendering.context.strings[node.kind]
  const title = state.all({ type: 'paragraph', children: node.title })
  const says = textOf(node.title).toLowerCase().includes(word.toLowerCase())
  const label: ElementContent[] =
    node.kind === 'warning' && !says
      ? [element('span', { className: ['notice-kind'] }, [text(`${word}:`)]), text(' ')]
      : []
  const words = title.length > 0 ? [...label, ...title] : [text(word)]
  return element(
    'section',
    {
      className: node.kind === 'warning' ? ['notice', 'warning'] : ['notice'],
      ariaLabelledBy: [node.id],
    },
    state.wrap([element(`h${node.depth}`, { id: node.id }, words), ...state.all(node)], true),
  )
}
