import type { Nodes } from 'mdast'
import { textOf } from '../../model/plain-text.ts'

/** Nodes that show something though they have no words. */
const shown = new Set(['image', 'imageReference', 'table', 'code', 'html', 'formula', 'list'])

/** Whether blocks show nothing at all. */
export function isEmpty(blocks: readonly Nodes[]): boolean {
  if (textOf(blocks) !== '') return false
  const stack: Nodes[] = [...blocks]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (shown.has(node.type) || (node.type === 'text' && node.data?.unboundCall)) return false
    if ('children' in node) for (const child of node.children) stack.push(child as Nodes)
  }
  return true
}
