import type { Element, ElementContent, Nodes } from 'hast'
import { allNodes } from '../../hast/element.ts'

/** The text of nodes, as it stands. */
export function wordsOf(nodes: readonly Nodes[]): string {
  let words = ''
  for (const tree of nodes)
    for (const node of allNodes(tree)) if (node.type === 'text') words += node.value
  return words
}

export function hasClass(node: Element, name: string): boolean {
  const classes = node.properties.className
  return Array.isArray(classes) ? classes.includes(name) : classes === name
}

/** True for what a page hides from programs that read aloud: copies and ornaments. */
export function isHidden(node: ElementContent): boolean {
  if (node.type !== 'element') return false
  const { ariaHidden, hidden } = node.properties
  return String(ariaHidden) === 'true' || (hidden ?? false) !== false
}
