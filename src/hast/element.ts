import type { Element, ElementContent, Nodes, Properties, Text } from 'hast'

/** A new element. */
export function element(
  tagName: string,
  properties: Properties,
  children: readonly ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children: [...children] }
}

export function text(value: string): Text {
  return { type: 'text', value }
}

/** Whether a node is an element, of a name where one is given. */
export function isElement(node: Nodes | undefined, tagName?: string): node is Element {
  return node?.type === 'element' && (tagName === undefined || node.tagName === tagName)
}

/** Every node of a tree in reading order, as a list: quicker than one after the other, for trees that stay as they are. */
export function allNodes(tree: Nodes): Nodes[] {
  const nodes: Nodes[] = []
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    nodes.push(node)
    if ('children' in node)
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as Nodes)
  }
  return nodes
}

/** Every node of a tree in reading order; what is changed below a node on the way is seen. Iterative, so that depth does not matter. */
export function* nodesOf(tree: Nodes): Generator<Nodes> {
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    yield node
    if ('children' in node)
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as Nodes)
  }
}
