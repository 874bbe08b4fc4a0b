import type { Element, Nodes, Properties, Root } from 'hast'
import type { Rendering } from '../context.ts'
import { isElement, nodesOf } from '../element.ts'
import { ownerProperty } from './author-schema.ts'

/** An element that was made from Markdown, and what it has. */
export interface OwnElement {
  readonly element: Element
  readonly properties: Properties
}

/**
 * Gives the elements that were made from Markdown back what they had, and takes the marks off all
 * others. Changes the tree, which is sanitised.
 *
 * @returns false where an element is missing: the parser has lost a part of the text
 */
export function restoreOwn(
  tree: Root,
  own: readonly OwnElement[],
  rendering: Pick<Rendering, 'claimId'>,
): boolean {
  const seen = new Set<number>()
  for (const node of nodesOf(tree)) if (node.type === 'element') restore(node, own, seen, rendering)
  // Paragraphs that held nothing but removed tags.
  for (const node of nodesOf(tree))
    if ('children' in node)
      node.children = node.children.filter((child: Nodes) => !isEmptyParagraph(child)) as never
  return seen.size === own.length
}

function isEmptyParagraph(node: Nodes): boolean {
  return isElement(node, 'p') && node.children.length === 0
}

function restore(
  node: Element,
  own: readonly OwnElement[],
  seen: Set<number>,
  rendering: Pick<Rendering, 'claimId'>,
): void {
  const { [ownerProperty]: owner, ...rest } = node.properties
  const index = Number(/^e(\d+)$/.exec(String(owner))?.[1] ?? -1)
  const named = own[index]
  const original = named?.element.tagName === node.tagName ? named : undefined
  // A mark on an element of another kind is a forged one.
  const { id, ...properties } = original?.properties ?? (named ? {} : rest)
  // The sanitiser leaves an empty list where it took every class.
  if (Array.isArray(properties.className) && properties.className.length === 0)
    delete properties.className
  // A parser makes copies of an element that HTML cuts in two; only the first keeps its id.
  const isCopy = seen.has(index)
  if (original) seen.add(index)
  if (typeof id !== 'string') node.properties = properties
  else if (original ? !isCopy : rendering.claimId(id)) node.properties = { id, ...properties }
  else node.properties = properties
}
