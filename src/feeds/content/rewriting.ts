import type { Element, ElementContent } from 'hast'

/** One item being written. */
export interface Rewriting {
  /** The item's link, byte for byte: every fragment is added to it. */
  readonly permalink: string
  /** The post's short key in the ids of its notes. */
  readonly key: string
}

/** Rewrites what an element holds. */
export type Inside = (element: Element) => ElementContent[]

/** What an element of a page becomes in an item. */
export type Rewriter = (
  element: Element,
  inside: Inside,
  rewriting: Rewriting,
) => readonly ElementContent[]
