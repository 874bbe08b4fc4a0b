import type { Nodes, PhrasingContent } from 'mdast'
import type { PullQuoteNode } from '../../model/components.ts'

/** Left out of a copy: calls would be counted twice, half a raw tag is no tag, a picture is no word. */
const dropped = new Set(['footnoteReference', 'html', 'image', 'imageReference'])
/** Only their words are copied: a copy is hidden from programs, so nothing in it may take the focus. */
const unwrapped = new Set(['link', 'linkReference'])

/**
 * The copy of marked words that is shown beside the text.
 *
 * @param words the marked words, directives among them already replaced
 */
export function liftedQuote(words: readonly PhrasingContent[]): PullQuoteNode {
  const children = trimmed(copies(words) as PhrasingContent[])
  return { type: 'pullQuote', lifted: true, children: [{ type: 'paragraph', children }] }
}

/** Copies without positions, made from the leaves up so that depth does not matter. */
function copies(words: readonly Nodes[]): Nodes[] {
  const order: Nodes[] = []
  const stack: Nodes[] = [...words]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    order.push(node)
    if ('children' in node) stack.push(...(node.children as Nodes[]))
  }
  const made = new Map<Nodes, readonly Nodes[]>()
  for (const node of order.reverse()) made.set(node, copyOf(node, made))
  return words.flatMap((node) => made.get(node) ?? [])
}

function copyOf(node: Nodes, made: ReadonlyMap<Nodes, readonly Nodes[]>): readonly Nodes[] {
  if (dropped.has(node.type) || (node.type === 'text' && node.data?.unboundCall)) return []
  const { position: _, ...rest } = node
  if (!('children' in node)) return [rest as Nodes]
  const children = node.children.flatMap((child) => made.get(child as Nodes) ?? [])
  return unwrapped.has(node.type) ? children : [{ ...rest, children } as Nodes]
}

function trimmed(words: PhrasingContent[]): PhrasingContent[] {
  const first = words[0]
  if (first?.type === 'text') words[0] = { ...first, value: first.value.trimStart() }
  const last = words.at(-1)
  if (last?.type === 'text') words[words.length - 1] = { ...last, value: last.value.trimEnd() }
  return words.filter((word) => word.type !== 'text' || word.value !== '')
}
