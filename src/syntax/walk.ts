import type { Nodes, Parents } from 'mdast'

/**
 * Every parent of a tree in reading order, the root first. Iterative, so that depth does not matter. The
 * tree may not change while this runs.
 */
export function parentsOf(root: Nodes): Parents[] {
  const found: Parents[] = []
  const stack: Nodes[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!('children' in node)) continue
    found.push(node)
    for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as Nodes)
  }
  return found
}

/** Nodes in which there are words, and no blocks. */
const wordHolders: ReadonlySet<string> = new Set(['paragraph', 'heading', 'table'])

/**
 * Every parent of blocks in reading order, the root first: where headings, notes and definitions of addresses
 * stand. Much shorter than a walk through all words. The tree may not change while this runs.
 */
export function blockParentsOf(root: Parents): Parents[] {
  const found: Parents[] = []
  const stack: Parents[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    found.push(node)
    for (let i = node.children.length - 1; i >= 0; i--) {
      const child = node.children[i] as Nodes
      if ('children' in child && !wordHolders.has(child.type)) stack.push(child)
    }
  }
  return found
}

/** Every node of a tree in reading order, the root first. The tree may not change while this runs. */
export function nodesOf(root: Nodes): Nodes[] {
  const found: Nodes[] = []
  const stack: Nodes[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    found.push(node)
    if ('children' in node)
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as Nodes)
  }
  return found
}

/** Whether some node of a tree passes a test; looks no further than the first that does, in reading order. */
export function someNode(root: Nodes, test: (node: Nodes) => boolean): boolean {
  const stack: Nodes[] = [root]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (test(node)) return true
    if ('children' in node)
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as Nodes)
  }
  return false
}

/**
 * Replaces children all over a tree, in place.
 *
 * @param replace the nodes that take a child's place; `undefined` keeps it as it is. What is put in is
 *   not visited again, but the children of what is kept are.
 */
export function replaceNodes(
  root: Nodes,
  replace: (child: Nodes, parent: Parents) => readonly Nodes[] | undefined,
): void {
  for (const parent of parentsOf(root)) {
    const children = parent.children as Nodes[]
    let changed: Nodes[] | undefined
    for (let i = 0; i < children.length; i++) {
      const child = children[i] as Nodes
      const others = replace(child, parent)
      if (others !== undefined) changed ??= children.slice(0, i)
      if (changed) for (const node of others ?? [child]) changed.push(node)
    }
    if (changed) parent.children = changed as never
  }
}
