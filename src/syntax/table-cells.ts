import type { Root } from 'mdast'
import { nodesOf } from './walk.ts'

declare module 'mdast' {
  interface TableRowData {
    /** Whether cells were taken out that the table has no column for. */
    shortened?: true | undefined
  }
}

/**
 * Takes out cells beyond the last column, in place: GFM prints none of them (0.29, 4.10), so nothing in them
 * may count as a call.
 */
export function dropLostCells(tree: Root): void {
  for (const node of nodesOf(tree)) {
    if (node.type !== 'table') continue
    const columns = node.align?.length ?? node.children[0]?.children.length ?? 0
    for (const row of node.children) {
      if (row.children.length <= columns) continue
      row.children = row.children.slice(0, columns)
      row.data = { ...row.data, shortened: true }
    }
  }
}
