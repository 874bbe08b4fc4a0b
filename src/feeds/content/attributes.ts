import type { Element, Properties } from 'hast'
import { absoluteAddress } from './address.ts'
import { addressAttributes, commonAttributes, itemElements } from './elements.ts'
import type { Rewriting } from './rewriting.ts'
import { hasClass } from './words.ts'

const keptAttributes: ReadonlyMap<string, readonly string[]> = new Map(
  [...itemElements].map(([tagName, own]) => [tagName, [...own, ...commonAttributes]]),
)

/** The attributes of an element that an item keeps, in an order of their own; addresses absolute. */
export function plain(node: Element, rewriting: Rewriting): Properties {
  const kept: Properties = {}
  for (const name of keptAttributes.get(node.tagName) ?? commonAttributes) {
    const given = node.properties[name]
    if (given === undefined) continue
    const value = addressAttributes.has(name) ? absoluteAddress(given, rewriting.permalink) : given
    if (value !== undefined && value !== null && value !== false) kept[name] = value
  }
  const align = alignment(node)
  if (align !== undefined) kept.align = align
  return kept
}

/** Pages align the cells of tables by classes, which mean nothing in a feed. */
function alignment(node: Element): string | undefined {
  if (node.tagName !== 'th' && node.tagName !== 'td') return undefined
  return ['left', 'center', 'right'].find((side) => hasClass(node, `align-${side}`))
}
