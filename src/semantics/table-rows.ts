import type { Root } from 'mdast'
import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import { nodesOf } from '../syntax/walk.ts'

/** Rows with more cells than their table has columns: the words in those are not printed. */
export function checkTableRows(tree: Root, file: string): Diagnostic[] {
  return nodesOf(tree).flatMap((node) => {
    if (node.type !== 'tableRow' || !node.data?.shortened) return []
    const start = node.children.at(-1)?.position?.end
    const end = node.position?.end
    return [
      diagnose('HT210', {
        message:
          'This row has more cells than the table has columns, so the words in them are not printed.',
        file,
        ...(start && end && { place: { start, end } }),
        hint: 'Give the head of the table as many cells. Where a bar is part of the words, type \\|, in code too.',
      }),
    ]
  })
}
