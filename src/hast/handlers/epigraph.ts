import type { Element } from 'hast'
import type { State } from 'mdast-util-to-hast'
import type { EpigraphNode } from '../../model/components.ts'
import { element, text } from '../element.ts'

/** An epigraph. The dash before the name is text, so that it is there where no style sheet is read. */
export function epigraph(state: State, node: EpigraphNode): Element {
  const quote = element('blockquote', {}, state.wrap(state.all(node), true))
  const name = state.all({ type: 'paragraph', children: node.attribution })
  const attribution =
    name.length > 0 ? [text('\n'), element('figcaption', {}, [text('— '), ...name])] : []
  return element('figure', { className: ['epigraph'] }, [quote, ...attribution])
}
