import type { Element } from 'hast'
import type { Heading } from 'mdast'
import { defaultHandlers, type State } from 'mdast-util-to-hast'

/** A heading with the id that it was given from its words. */
export function heading(state: State, node: Heading): Element {
  const made = defaultHandlers.heading(state, node)
  if (node.data?.id) made.properties.id = node.data.id
  return made
}
