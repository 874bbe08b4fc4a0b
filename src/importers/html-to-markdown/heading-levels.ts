import type { Heading, Root } from 'mdast'
import { nodesOf } from '../../syntax/walk.ts'

/**
 * Gives headings levels that begin at two and leave out none, in place: the title of the page is the first
 * level, and editors choose levels for their size.
 */
export function settleHeadings(root: Root): Root {
  const open: number[] = []
  for (const node of nodesOf(root)) {
    if (node.type !== 'heading') continue
    while (open.length > 0 && (open.at(-1) ?? 0) >= node.depth) open.pop()
    open.push(node.depth)
    node.depth = Math.min(6, open.length + 1) as Heading['depth']
  }
  return root
}
