import type { PullQuoteNode } from '../../model/components.ts'
import { textOf } from '../../model/plain-text.ts'
import { type Blocks, type Container, placeOf, type Replaced, unlabelled } from './container.ts'

/** `:::pull-quote`: the words are in its blocks, or in brackets. */
export function pullQuote(container: Container): Replaced {
  const blocks = unlabelled(container)
  const cut = container.closed ? blocks.length : 1
  const words = blocks.slice(0, cut) as Blocks
  if (textOf(words) === '') {
    const message = 'This pull quote has no words.'
    const hint =
      'Write the words on the lines between :::pull-quote and :::, or take both lines away.'
    return { nodes: blocks, diagnostics: [container.say('PQ102', message, hint)] }
  }
  const quote: PullQuoteNode = {
    type: 'pullQuote',
    lifted: false,
    children: words,
    ...placeOf(container),
  }
  return { nodes: [quote, ...blocks.slice(cut)], diagnostics: [] }
}
