import type { Nodes, Root } from 'mdast'

/** Every node of a tree, parents before their children. Iterative, so that depth does not matter. */
export function readingOrder(tree: Root): Nodes[] {
  const order: Nodes[] = []
  const stack: Nodes[] = [tree]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    order.push(node)
    if ('children' in node)
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as Nodes)
  }
  return order
}
