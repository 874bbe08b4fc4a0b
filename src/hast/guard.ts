import type { Comment, Element, Nodes, Root, Text } from 'hast'
import { forbiddenCharacter } from './characters.ts'
import {
  attributeFaults,
  attributesOf,
  hasHarmlessAttributes,
  type PrintedAttribute,
  printedOnce,
} from './guard/attributes.ts'
import { elementFaults, isPlainElement } from './guard/elements.ts'

/** Something in a page that escaping cannot make safe. */
export interface GuardFinding {
  /** What it is, in words for whoever wrote the theme. */
  readonly what: string
  /** `file:line:column` of the theme where the element was written, where that is known. */
  readonly where: string | undefined
}

/** More elements than this in each other are refused: printers work by recursion. */
export const deepestPage = 1000

/** What a theme's JSX leaves on an element in development. */
declare module 'hast' {
  interface ElementData {
    /** `file:line:column` where the element was written. */
    source?: string | undefined
  }
}

/**
 * Looks over a whole finished page, the theme's part of it too. An empty answer means that the page is
 * safe to print: nothing in it runs, frames, posts, opens or redirects, and it is well-formed.
 *
 * @param page the tree of one page; may be of any depth
 */
export function guardPage(page: Root): GuardFinding[] {
  const findings: GuardFinding[] = []
  const ids = new Set<string>()
  const path: Level[] = [{ children: page.children, owner: undefined, next: 0 }]
  let isTooDeep = false
  for (let level = path.at(-1); level !== undefined; level = path.at(-1)) {
    const node = level.children[level.next++]
    if (node === undefined) {
      path.pop()
      continue
    }
    const owner = node.type === 'element' ? node : level.owner
    for (const what of faultsOf(node, ids)) findings.push({ what, where: owner?.data?.source })
    if (path.length > deepestPage && !isTooDeep) {
      isTooDeep = true
      findings.push({
        what: `elements nested more than ${deepestPage} deep`,
        where: owner?.data?.source,
      })
    }
    if ('children' in node) path.push({ children: node.children, owner, next: 0 })
  }
  return findings
}

/** Nodes that are being gone through. */
interface Level {
  readonly children: readonly Nodes[]
  /** The element that they stand in. */
  readonly owner: Element | undefined
  next: number
}

const none: readonly string[] = []

function faultsOf(node: Nodes, ids: Set<string>): readonly string[] {
  switch (node.type) {
    case 'element':
      return isPlainElement(node) && hasHarmlessAttributes(node)
        ? idFaults(node.properties.id, ids)
        : closeFaults(node, ids)
    case 'text':
      return characterFaults(node)
    case 'comment':
      return [...characterFaults(node), ...commentFaults(node)]
    case 'root':
    case 'doctype':
      return none
    default:
      // Raw nodes, and whatever a printer would have to guess at.
      return [`a node of type ${JSON.stringify((node as Nodes).type)}, which is no part of a page`]
  }
}

/** What is wrong with an element of which more than its name has to be looked at. */
function closeFaults(node: Element, ids: Set<string>): readonly string[] {
  const attributes = attributesOf(node)
  const printed = printedOnce(attributes)
  return [
    ...elementFaults(node, printed),
    ...attributes.flatMap((attribute) => attributeFaults(node, attribute, printed)),
    ...twiceFaults(attributes, printed),
    ...idFaults(printed.get('id'), ids),
  ]
}

/** A parser takes the first of two attributes with one name; who looks at a page might take the other. */
function twiceFaults(
  attributes: readonly PrintedAttribute[],
  printed: ReadonlyMap<string, string>,
): string[] {
  return attributes.length === printed.size ? [] : ['two attributes with one name']
}

function idFaults(id: Element['properties'][string], ids: Set<string>): readonly string[] {
  if (id === undefined || id === null || id === false) return none
  const name = id === true ? '' : Array.isArray(id) ? id.join(' ') : String(id)
  if (name === '' || /[\t\n\f\r ]/.test(name))
    return [`the id ${JSON.stringify(name)}, which is empty or has a space in it`]
  if (ids.has(name)) return [`the id ${JSON.stringify(name)} a second time`]
  ids.add(name)
  return none
}

function characterFaults(node: Text | Comment): readonly string[] {
  const character = forbiddenCharacter(node.value)
  return character ? [`the character ${character}, which no page may hold`] : none
}

/** What ends a comment early (HTML, 13.1.6), and two hyphens, which older parsers take for an end. */
function commentFaults({ value }: Comment): string[] {
  const ends = /^-?>|--|<!-|-$/.test(value)
  return ends ? ['a comment with -- in it or with something else that ends it early'] : []
}
