import type { ElementContent, RootContent } from 'hast'
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
  return nodes.flatMap((node): readonly ElementContent[] => {
    if (node.type === 'text') return [text(node.value)]
    if (node.type !== 'element' || silentElements.has(node.tagName) || isHidden(node)) return []
    const inside = (from: typeof node): ElementContent[] =>
      rewriteAt(from.children, rewriting, depth + 1)
    const rewriter = rewriters.get(node.tagName)
    if (rewriter) return rewriter(node, inside, rewriting)
    if (!itemElements.has(node.tagName)) return unlisted(node, inside, rewriting)
    return [element(node.tagName, plain(node, rewriting), inside(node))]
  })
}

/** What an unlisted element holds; in a `<div>` or `<span>` where it says which language that is. */
function unlisted(
  node: Parameters<typeof plain>[0],
  inside: (from: typeof node) => ElementContent[],
  rewriting: Rewriting,
): ElementContent[] {
  const attributes = plain(node, rewriting)
  if (Object.keys(attributes).length === 0) return inside(node)
  const box = /^(?:section|article|header|footer|main|nav|hgroup|center)$/.test(node.tagName)
  return [element(box ? 'div' : 'span', attributes, inside(node))]
}
