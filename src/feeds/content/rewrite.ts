import type { Element, ElementContent, RootContent } from 'hast'
import { element, text } from '../../hast/element.ts'
import { plain } from './attributes.ts'
import { itemElements, silentElements } from './elements.ts'
import { rewriters } from './rewriters.ts'
import type { Rewriting } from './rewriting.ts'
import { isHidden, wordsOf } from './words.ts'

/** Deeper than any essay within the limits; past it only the words are kept, so that no stack overflows. */
const deepest = 300

/**
 * Content of a page as a feed reader can show it: no classes, ids, scripts, hidden copies or boxes;
 * every address absolute. The nodes given are not changed.
 */
export function rewrite(
  nodes: readonly (ElementContent | RootContent)[],
  rewriting: Rewriting,
): ElementContent[] {
  return rewriteAt(nodes, rewriting, 0)
}

function rewriteAt(
  nodes: readonly (ElementContent | RootContent)[],
  rewriting: Rewriting,
  depth: number,
): ElementContent[] {
  if (depth > deepest) return [text(wordsOf(nodes))]
  const inside = (from: Element): ElementContent[] => rewriteAt(from.children, rewriting, depth + 1)
  const made: ElementContent[] = []
  for (const node of nodes) {
    if (node.type === 'text') made.push(text(node.value))
    else if (node.type === 'element')
      for (const each of rewriteElement(node, inside, rewriting)) made.push(each)
  }
  return made
}

function rewriteElement(
  node: Element,
  inside: (from: Element) => ElementContent[],
  rewriting: Rewriting,
): readonly ElementContent[] {
  const { tagName } = node
  if (silentElements.has(tagName) || isHidden(node)) return []
  const rewriter = rewriters.get(tagName)
  if (rewriter) return rewriter(node, inside, rewriting)
  if (!itemElements.has(tagName)) return unlisted(node, inside, rewriting)
  return [element(tagName, plain(node, rewriting), inside(node))]
}

/** What an unlisted element holds; in a `<div>` or `<span>` where it says which language that is. */
function unlisted(
  node: Element,
  inside: (from: Element) => ElementContent[],
  rewriting: Rewriting,
): ElementContent[] {
  const attributes = plain(node, rewriting)
  if (Object.keys(attributes).length === 0) return inside(node)
  const box = /^(?:section|article|header|footer|main|nav|hgroup|center)$/.test(node.tagName)
  return [element(box ? 'div' : 'span', attributes, inside(node))]
}
