import type { Element, Nodes, Parents } from 'hast'

/** The words of a tree, as they stand in it, scripts and styles left out. Iterative. */
export function wordsOf(node: Nodes): string {
  let words = ''
  const stack: Nodes[] = [node]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.type === 'text') words += next.value
    if (next.type === 'element' && /^(?:script|style|template)$/.test(next.tagName)) continue
    if (next.type === 'element' && next.tagName === 'br') words += '\n'
    if ('children' in next)
      for (let i = next.children.length - 1; i >= 0; i--) stack.push(next.children[i] as Nodes)
  }
  return words
}

/** Every element of a tree in reading order. The tree may be changed while the list is gone through. */
export function elementsOf(root: Nodes): Element[] {
  const found: Element[] = []
  const stack: Nodes[] = [root]
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.type === 'element') found.push(next)
    if ('children' in next)
      for (let i = next.children.length - 1; i >= 0; i--) stack.push(next.children[i] as Nodes)
  }
  return found
}

/** What each element stands in. */
export function parentsIn(root: Nodes): Map<Nodes, Parents> {
  const parents = new Map<Nodes, Parents>()
  const stack: Nodes[] = [root]
  for (let next = stack.pop(); next !== undefined; next = stack.pop())
    if ('children' in next)
      for (const child of next.children) {
        parents.set(child, next)
        stack.push(child)
      }
  return parents
}

/** An attribute as text; empty where the element has none. */
export function attribute(node: Element, name: string): string {
  const value = node.properties[name]
  return Array.isArray(value) ? value.join(' ') : typeof value === 'string' ? value : ''
}

/** True where an element has one of some classes. */
export function hasClass(node: Element, pattern: RegExp): boolean {
  const names = node.properties.className
  return Array.isArray(names) && names.some((name) => pattern.test(String(name)))
}
