import type { Element, Nodes } from 'hast'
import { isElement } from './element.ts'

/** Elements whose words stand in the line of what is around them. */
const inline = new Set(
  'a abbr b bdi bdo cite code data del dfn em i ins kbd label mark q rp rt ruby s samp small span strong sub sup time u var wbr'.split(
    ' ',
  ),
)
const silent = new Set(['script', 'style', 'template'])

/**
 * The words of a tree as one line: no note marks, no ways back, nothing that is hidden from programs
 * that read aloud, formulas as their TeX, white space collapsed. Iterative, so that depth does not matter.
 */
export function plainTextOf(tree: Nodes): string {
  const parts: string[] = []
  const stack: (Nodes | ' ')[] = [tree]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node === ' ') parts.push(' ')
    else if (node.type === 'text') parts.push(node.value)
    else if (isElement(node, 'math') && typeof node.properties.alttext === 'string')
      parts.push(node.properties.alttext)
    else if ('children' in node && !(node.type === 'element' && isSilent(node))) {
      const parted = node.type === 'element' && !inline.has(node.tagName)
      if (parted) {
        parts.push(' ')
        stack.push(' ')
      }
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as Nodes)
    }
  }
  return parts.join('').replace(/\s+/gu, ' ').trim()
}

function isSilent({ tagName, properties }: Element): boolean {
  const { role, ariaHidden, hidden, className } = properties
  return (
    silent.has(tagName) ||
    role === 'doc-noteref' ||
    role === 'doc-backlink' ||
    String(ariaHidden) === 'true' ||
    (hidden !== undefined && hidden !== null && hidden !== false) ||
    (tagName === 'sup' && Array.isArray(className) && className.includes('note-ref'))
  )
}
