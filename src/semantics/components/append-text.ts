import type { Nodes, Text } from 'mdast'

/** Puts a node at the end of a list; two texts that something parted become one again. */
export function appendText(children: Nodes[], node: Nodes): void {
  const last = children.at(-1)
  if (node.type !== 'text' || last?.type !== 'text' || isApart(node) || isApart(last)) {
    children.push(node)
    return
  }
  const value = last.value + node.value
  const start = last.position?.start
  const end = node.position?.end
  children[children.length - 1] =
    start && end ? { type: 'text', value, position: { start, end } } : { type: 'text', value }
}

/** A call that no note answers stays apart from the words around it. */
function isApart(node: Text): boolean {
  return node.data?.unboundCall === true
}
