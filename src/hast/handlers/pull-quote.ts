import type { Element } from 'hast'
import type { State } from 'mdast-util-to-hast'
import type { PullQuoteNode } from '../../model/components.ts'
import { element } from '../element.ts'

/** A pull quote. A copy of words that also stand in the text is hidden from programs that read aloud. */
export function pullQuote(state: State, node: PullQuoteNode): Element {
  const quote = element('blockquote', {}, state.wrap(state.all(node), true))
  return element(
    'figure',
    { className: ['pull-quote'], ...(node.lifted ? { ariaHidden: 'true' } : {}) },
    [quote],
  )
}
