import type { Nodes } from 'mdast'
import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { Source } from '../model/essay.ts'
import { nodesOf } from '../syntax/walk.ts'

/**
 * Findings about `$$` that is left in print where `$…$` is a formula: it opens one that nothing closes.
 * A single dollar is money, and `\\$$` is meant.
 *
 * @param trees what was read from the source, without what is shared with other posts
 */
export function unclosedFormulas(
  trees: readonly Nodes[],
  source: Pick<Source, 'path' | 'text'>,
): Diagnostic[] {
  return trees.flatMap(nodesOf).flatMap((node) => {
    if (node.type !== 'text' || !node.value.includes('$$')) return []
    const start = node.position?.start.offset ?? 0
    const typed = source.text.slice(start, node.position?.end.offset ?? start)
    if (!/(?<!\\)\$\$/.test(typed)) return []
    return [
      diagnose('HT209', {
        message:
          'Here $$ begins no formula, since none of those after it closes one; it is printed as it is.',
        file: source.path,
        place: node.position,
        hint: 'Put $$ around the formula, on one line or on lines of their own; type \\$\\$ for two dollars.',
      }),
    ]
  })
}
