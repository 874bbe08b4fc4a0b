import type { Comment, Element, Nodes, Root, Text } from 'hast'
import { forbiddenCharacter } from './characters.ts'
import {
  attributeFaults,
  attributesOf,
  type PrintedAttribute,
  printedOnce,
} from './guard/attributes.ts'
import { elementFaults } from './guard/elements.ts'

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
  const stack: { node: Nodes; parent: Element | undefined; depth: number }[] = [
    { node: page, parent: undefined, depth: 0 },
  ]
  let isTooDeep = false
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { node, parent, depth } = top
    const nearest = node.type === 'element' ? node : parent
    for (const what of faultsOf(node, ids)) findings.push({ what, where: nearest?.data?.source })
    if (depth > deepestPage && !isTooDeep) {
      isTooDeep = true
      findings.push({
        what: `elements nested more than ${deepestPage} deep`,
        where: nearest?.data?.source,
      })
    }
    if ('children' in node)
      for (let i = node.children.length - 1; i >= 0; i--)
        stack.push({ node: node.children[i] as Nodes, parent: nearest, depth: depth + 1 })
  }
  return findings
}

function faultsOf(node: Nodes, ids: Set<string>): string[] {
  switch (node.type) {
    case 'element': {
      const attributes = attributesOf(node)
      const printed = printedOnce(attributes)
      return [
        ...elementFaults(node, printed),
        ...attributes.flatMap((attribute) => attributeFaults(node, attribute, printed)),
        ...twiceFaults(attributes, printed),
        ...idFaults(printed, ids),
      ]
    }
    case 'text':
      return characterFaults(node)
    case 'comment':
      return [...characterFaults(node), ...commentFaults(node)]
    case 'root':
    case 'doctype':
      return []
    default:
      // Raw nodes, and whatever a printer would have to guess at.
      return [`a node of type ${JSON.stringify((node as Nodes).type)}, which is no part of a page`]
  }
}

/** A parser takes the first of two attributes with one name; who looks at a page might take the other. */
function twiceFaults(
  attributes: readonly PrintedAttribute[],
  printed: ReadonlyMap<string, string>,
): string[] {
  return attributes.length === printed.size ? [] : ['two attributes with one name']
}

function idFaults(printed: ReadonlyMap<string, string>, ids: Set<string>): string[] {
  const name = printed.get('id')
  if (name === undefined) return []
  if (name === '' || /[\t\n\f\r ]/.test(name))
    return [`the id ${JSON.stringify(name)}, which is empty or has a space in it`]
  if (ids.has(name)) return [`the id ${JSON.stringify(name)} a second time`]
  ids.add(name)
  return []
}

function characterFaults(node: Text | Comment): string[] {
  const character = forbiddenCharacter(node.value)
  return character ? [`the character ${character}, which no page may hold`] : []
}

/** What ends a comment early (HTML, 13.1.6), and two hyphens, which older parsers take for an end. */
function commentFaults({ value }: Comment): string[] {
  const ends = /^-?>|--|<!-|-$/.test(value)
  return ends ? ['a comment with -- in it or with something else that ends it early'] : []
}
