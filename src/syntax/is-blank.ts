import type { Nodes } from 'mdast'
import { nodesOf } from './walk.ts'

/** Nodes that a reader sees even without words. */
const visible = new Set([
  'image',
  'imageReference',
  'code',
  'inlineCode',
  'table',
  'thematicBreak',
  'footnote',
  'footnoteReference',
  'starCall',
])

/** Whether nodes show nothing at all: no words, pictures, code or calls. */
export function isBlank(nodes: readonly Nodes[]): boolean {
  return !nodes.some((root) =>
    nodesOf(root).some(
      (node) => visible.has(node.type) || (node.type === 'text' && node.value.trim() !== ''),
    ),
  )
}
