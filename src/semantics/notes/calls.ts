import type { FootnoteReference, Nodes, Parents } from 'mdast'

/** A call where it stands. */
export interface FoundCall {
  readonly node: FootnoteReference
  readonly parent: Parents
  readonly index: number
}

/** The calls of a tree in reading order, without those in notes that are defined inside it. */
export function callsIn(root: Parents): FoundCall[] {
  const found: FoundCall[] = []
  const stack: { node: Nodes; parent: Parents; index: number }[] = []
  const push = (parent: Parents): void => {
    for (let index = parent.children.length - 1; index >= 0; index--) {
      const node = parent.children[index] as Nodes
      if (node.type === 'footnoteReference' || 'children' in node)
        stack.push({ node, parent, index })
    }
  }
  push(root)
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const node: Nodes = top.node
    if (node.type === 'footnoteReference')
      found.push({ node, parent: top.parent, index: top.index })
    else if (node.type !== 'footnoteDefinition' && 'children' in node) push(node)
  }
  return found
}
