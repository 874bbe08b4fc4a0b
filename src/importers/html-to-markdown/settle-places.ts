import type { Element, ElementContent, Root } from 'hast'
import { attribute, elementsOf } from './hast-words.ts'
import { anchorTag } from './own-elements.ts'

/** Elements that hold no words themselves: a place in them is one in the first that does. */
const holders = new Set(['ol', 'ul', 'dl', 'table', 'thead', 'tbody', 'tr'])
/** Links to the top of the page and the like, which need no place. */
const nowhere = new Set(['', 'top', 'content', 'page', 'comments', 'respond'])

/**
 * Keeps the places of a post that its own links lead to, and no others. A link to a place that is not there
 * becomes its words.
 *
 * @returns the names of places that were not found
 */
export function settlePlaces(tree: Root): string[] {
  const named = new Map<string, Element>()
  const elements = elementsOf(tree)
  for (const element of elements)
    for (const name of [attribute(element, 'id'), attribute(element, 'name')])
      if (name !== '' && !named.has(name)) named.set(name, element)
  const missing: string[] = []
  const wanted = new Map<Element, string>()
  for (const link of elements) {
    const href = attribute(link, 'href')
    if (link.tagName !== 'a' || !href.startsWith('#')) continue
    const name = decoded(href.slice(1))
    const target = named.get(name)
    const safe = safeName(name)
    if (target && safe !== '') {
      wanted.set(target, safe)
      link.properties.href = `#${safe}`
    } else {
      link.tagName = 'span'
      if (!target && !nowhere.has(name)) missing.push(name)
    }
  }
  for (const [target, name] of wanted) markPlace(target, name)
  return missing
}

function markPlace(target: Element, name: string): void {
  const anchor: Element = {
    type: 'element',
    tagName: anchorTag,
    properties: { name },
    children: [],
  }
  let place = target
  while (holders.has(place.tagName)) {
    const inner: ElementContent | undefined = place.children.find(
      (child) => child.type === 'element',
    )
    if (inner?.type !== 'element') break
    place = inner
  }
  place.children = [anchor, ...place.children]
}

function safeName(name: string): string {
  return name.replace(/[^\p{L}\p{M}\p{N}_.:-]+/gu, '-').replace(/^-+|-+$/g, '')
}

function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}
