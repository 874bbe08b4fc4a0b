import type { Element, ElementContent } from 'hast'
import { allNodes, element, isElement, text } from '../../hast/element.ts'
import { fragmentOf } from './address.ts'
import type { Rewriting } from './rewriting.ts'
import { wordsOf } from './words.ts'

/** True for the way back from a note: readers have one of their own, and a second one is in the way. */
export function isBacklink(node: Element): boolean {
  return roleOf(node) === 'doc-backlink'
}

/** True for a call of one of the essay's notes. */
export function isCall(node: Element, { key }: Pick<Rewriting, 'key'>): boolean {
  const { id, href } = node.properties
  return (
    roleOf(node) === 'doc-noteref' &&
    typeof id === 'string' &&
    id.startsWith(`fnref-${key}-`) &&
    (fragmentOf(href)?.startsWith(`fn-${key}-`) ?? false)
  )
}

/**
 * A call as readers' programs know it. The page's `<sup>` stays around it. The fragment is written as
 * the id is, so that programs which compare the two as text find it.
 */
export function noteCall(node: Element, { permalink }: Rewriting): Element {
  return element(
    'a',
    {
      rel: ['footnote'],
      href: `${permalink}#${fragmentOf(node.properties.href) ?? ''}`,
      id: node.properties.id,
    },
    [text(wordsOf([node]))],
  )
}

/** What the calls of each note show, by the note's id. */
export function marksOf(
  trees: readonly ElementContent[],
  rewriting: Pick<Rewriting, 'key'>,
): ReadonlyMap<string, string> {
  const marks = new Map<string, string>()
  for (const tree of trees)
    for (const node of allNodes(tree)) {
      if (!isElement(node, 'a') || !isCall(node, rewriting)) continue
      const id = fragmentOf(node.properties.href)
      if (id !== undefined && !marks.has(id)) marks.set(id, wordsOf([node]))
    }
  return marks
}

function roleOf(node: Element): string | undefined {
  const { role } = node.properties
  return Array.isArray(role) ? role.join(' ') : typeof role === 'string' ? role : undefined
}
