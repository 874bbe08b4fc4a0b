import type { Element, ElementContent, Nodes } from 'hast'
import { nodesOf } from '../../hast/element.ts'

/** The text of nodes, as it stands. */
export function wordsOf(nodes: readonly Nodes[]): string {
  return nodes
    .flatMap((node) => [...nodesOf(node)])
    .map((node) => (node.type === 'text' ? node.value : ''))
    .join('')
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
