import type { Nodes, PhrasingContent, Root } from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { appendText } from './append-text.ts'
import type { ComponentSource } from './directive.ts'
import { readingOrder } from './reading-order.ts'
import { asTyped, looksMeant, unknownDirective } from './unknown-directive.ts'

/**
 * Makes text again of what only looks like a directive in running text: the colon of `10:am`, and
 * `:name[…]` of a name that does not exist. Run it before anything reads the words of a heading;
 * `findComponents` runs it too. `:pull[…]` is left.
 *
 * @param tree stays as it is
 * @param source the file that the tree's positions count in
 */
export function settleColons(
  tree: Root,
  source: ComponentSource,
): { readonly tree: Root; readonly diagnostics: readonly Diagnostic[] } {
  const order = readingOrder(tree)
  if (!order.some((node) => node.type === 'textDirective')) return { tree, diagnostics: [] }
  const diagnostics: Diagnostic[] = []
  const done = new Map<Nodes, readonly Nodes[]>()
  // From the leaves up, so that depth does not matter.
  for (const node of order.reverse()) {
    if (!('children' in node)) continue
    const children: Nodes[] = []
    for (const child of node.children as Nodes[])
      for (const each of done.get(child) ?? [child]) appendText(children, each)
    if (node.type !== 'textDirective' || isPull(node, source)) {
      done.set(node, [{ ...node, children } as Nodes])
      continue
    }
    if (looksMeant(node, source.text)) diagnostics.push(unknownDirective(node, source))
    done.set(node, asTyped(node, children as PhrasingContent[], source.text))
  }
  const settled = done.get(tree)?.[0] as Root
  return { tree: settled, diagnostics: diagnostics.reverse() }
}

function isPull(node: TextDirective, source: ComponentSource): boolean {
  return node.name === 'pull' && looksMeant(node, source.text)
}
