import type { Element, ElementContent } from 'hast'
import type { Link } from 'mdast'
import { defaultHandlers, type State } from 'mdast-util-to-hast'
import { isAbsolute, safeAddress } from '../address.ts'
import type { Rendering } from '../context.ts'
import { refusedAddress } from '../refused-address.ts'
import { isCall } from './footnote-reference.ts'

/**
 * A link. The calls of notes in its words follow it, since a link may not hold a link. Where its
 * address is refused, its words stand alone.
 */
export function link(state: State, node: Link, rendering: Rendering): ElementContent[] {
  const calls: Element[] = []
  const words = withoutCalls(state.all(node), calls)
  const href = linkAddress(node.url, rendering)
  if (href === undefined) {
    rendering.report(refusedAddress(node.url, 'link', rendering.file, node.position))
    return [...words, ...calls]
  }
  // The handler of the library encodes the address as CommonMark asks for.
  const made = defaultHandlers.link(state, { ...node, url: href, children: [] })
  made.children = words
  if (isAbsolute(href)) made.properties.rel = ['noopener']
  if (showsAddress(node)) made.properties.className = ['address']
  return [made, ...calls]
}

/** Whether the words of a link are its address, which a theme must not set in other letters than it has. */
function showsAddress({ url, children: [first, ...more] }: Link): boolean {
  if (first?.type !== 'text' || more.length > 0) return false
  return ['', 'http://', 'mailto:'].some((scheme) => `${scheme}${first.value}` === url)
}

/** What a page writes for an address; nothing where it is refused. */
export function linkAddress(url: string, rendering: Rendering): string | undefined {
  const safe = safeAddress(url)
  if (safe === undefined) return undefined
  return safeAddress(rendering.context.resolveLink(safe, rendering.file))
}

function withoutCalls(children: readonly ElementContent[], calls: Element[]): ElementContent[] {
  const kept: ElementContent[] = []
  for (const child of children) {
    if (child.type !== 'element') kept.push(child)
    else if (isCall(child)) calls.push(child)
    else kept.push({ ...child, children: withoutCalls(child.children, calls) })
  }
  return kept
}
