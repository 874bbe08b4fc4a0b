import type { Paragraph } from 'mdast'
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive'

export type Directive = ContainerDirective | LeafDirective | TextDirective

/** The text file that a tree was read from; positions of the tree count in it. */
export interface ComponentSource {
  /** Relative to the site's root. */
  readonly path: string
  readonly text: string
}

/** The `[label]` of a container, which the parser gives as its first paragraph. */
export function labelOf(node: ContainerDirective): Paragraph | undefined {
  const first = node.children[0]
  return first?.type === 'paragraph' && first.data?.directiveLabel ? first : undefined
}

/** What the author typed for a node; nothing where its position does not fit the text. */
export function typed(node: Directive, text: string): string | undefined {
  const from = node.position?.start.offset
  const to = node.position?.end.offset
  const slice = from === undefined || to === undefined ? '' : text.slice(from, to)
  return slice.startsWith(':') ? slice : undefined
}

/** Whether a container ends with a line of at least as many colons as it begins with. */
export function isClosed(node: ContainerDirective, text: string): boolean {
  const slice = typed(node, text)
  if (slice === undefined) return true
  const opening = /^:*/.exec(slice)?.[0].length ?? 0
  const last = /(?:\r\n|\r|\n)[ \t>]*(:{3,})[ \t]*$/.exec(slice)?.[1]
  return last !== undefined && last.length >= opening
}
