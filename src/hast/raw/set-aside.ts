import type { Element, Root } from 'hast'
import { isElement, nodesOf } from '../element.ts'
import { isCall } from '../handlers/footnote-reference.ts'

/** The property of the placeholder that stands for an element which is set aside. */
const property = 'dataAside'

/**
 * Takes what the engine itself made out of a tree, in place, while raw HTML around it is parsed and
 * sanitised: formulas are MathML, which the rules for authors' HTML do not know, and the call of a note is
 * a link, which a parser would tear out of a link around it.
 *
 * @returns what was taken out, in the order of the placeholders
 */
export function setAside(tree: Root): Element[] {
  const aside: Element[] = []
  for (const node of nodesOf(tree)) {
    if (node.type !== 'element' || !(node.tagName === 'math' || isCall(node))) continue
    aside.push({ ...node })
    node.tagName = 'span'
    node.properties = { [property]: String(aside.length - 1) }
    node.children = []
  }
  return aside
}

/** Puts back what was set aside where its placeholders are, in place. */
export function putBack(tree: Root, aside: readonly Element[]): Root {
  if (aside.length === 0) return tree
  for (const node of nodesOf(tree)) {
    if (!isElement(node, 'span') || typeof node.properties[property] !== 'string') continue
    const original = aside[Number(node.properties[property])]
    if (original) Object.assign(node, original)
  }
  return tree
}
