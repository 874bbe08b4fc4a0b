import type { Element } from 'hast'
import type { State } from 'mdast-util-to-hast'
import type { AbbreviationNode } from '../../model/components.ts'
import { element } from '../element.ts'

/** A shortened word. All but the first of its kind have a class, so that only the first need be set off, or written out in print. */
export function abbreviation(state: State, node: AbbreviationNode): Element {
  return element(
    'abbr',
    { title: node.expansion, ...(node.first ? {} : { className: ['repeated'] }) },
    state.all(node),
  )
}
