import type { Element, Properties } from 'hast'
import { absoluteAddress } from './address.ts'
import { addressAttributes, commonAttributes, itemElements } from './elements.ts'
import type { Rewriting } from './rewriting.ts'
import { hasClass } from './words.ts'

/** The attributes of an element that an item keeps, in an order of their own; addresses absolute. */
export function plain(node: Element, rewriting: Rewriting): Properties {
  const kept: Properties = {}
  const names = [...(itemElements.get(node.tagName) ?? []), ...commonAttributes]
  for (const name of names) {
    const value = addressAttributes.has(name)
      ? absoluteAddress(node.properties[name], rewriting.permalink)
      : node.properties[name]
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
