import type { Element, Nodes, Root } from 'hast'
import { attributeName } from './attribute-names.ts'

/**
 * Prints whatever is more than plain elements and text.
 *
 * @param depth how many elements the node stands in
 */
export type PrintOther = (node: Nodes, depth: number) => string

/**
 * Prints a tree as `rehype-stringify` does, to the byte: plain elements and their text here, everything else by
 * what is given for it. Most of a page is paragraphs, links and lists, for which the general printer, with its
 * many options, takes several times as long.
 *
 * @param deepest an element that stands in so many others is left to `other`, plain or not
 */
export function printPlain(tree: Root, deepest: number, other: PrintOther): string {
  // Pieces that are joined once: a text that grows piece by piece is put together twice.
  const pieces: string[] = []
  printAll(tree.children, 0, { deepest, other, pieces })
  return pieces.join('')
}

/** How a tree is printed, and what is printed so far. */
interface Printing {
  readonly deepest: number
  readonly other: PrintOther
  readonly pieces: string[]
}

/** HTML, 13.1.2 "void elements", and those that once were. */
const voids = new Set(
  [
    'area base basefont bgsound br col command embed frame hr image img input keygen link meta',
    'param source track wbr',
  ].flatMap((line) => line.split(' ')),
)
/** Elements whose attributes, text or content have rules of their own. */
const special = new Set(['script', 'style', 'svg', 'template'])

function printAll(nodes: readonly Nodes[], depth: number, printing: Printing): void {
  const { pieces, other } = printing
  for (const node of nodes)
    if (node.type === 'text') pieces.push(escapedText(node.value))
    else if (node.type !== 'element' || !printElement(node, depth, printing))
      pieces.push(other(node, depth))
}

/** @returns false where the element is not plain: nothing of it is printed */
function printElement(
  { tagName, properties, children }: Element,
  depth: number,
  printing: Printing,
): boolean {
  const { pieces, deepest } = printing
  if (depth >= deepest || special.has(tagName)) return false
  let start = `<${tagName}`
  for (const property in properties) {
    const printed = printAttribute(property, properties[property])
    if (printed === undefined) return false
    start += printed
  }
  pieces.push(`${start}>`)
  const before = pieces.length
  printAll(children, depth + 1, printing)
  const isEmpty = (): boolean => pieces.slice(before).every((piece) => piece === '')
  if (!voids.has(tagName.toLowerCase()) || !isEmpty()) pieces.push(`</${tagName}>`)
  return true
}

/** With the space before it; nothing for one that is off. Undefined where it is not plain. */
function printAttribute(
  property: string,
  value: Element['properties'][string],
): string | undefined {
  if (value === undefined || value === null) return ''
  const { name, isPlain } = attributeName(property)
  if (!isPlain) return undefined
  if (typeof value === 'string') return ` ${name}=${quoted(value)}`
  if (value === false || Number.isNaN(value)) return ''
  if (value === true) return ` ${name}`
  return ` ${name}=${quoted(Array.isArray(value) ? value.join(' ').trim() : String(value))}`
}

/** In the quotes of which the value has fewer; both are escaped, as is what older browsers mistook for them. */
function quoted(value: string): string {
  if (!/[\0"&'`]/.test(value)) return `"${value}"`
  const quote = value.split('"').length > value.split("'").length ? "'" : '"'
  return quote + value.replace(/[\0"&'`]/g, referenceTo) + quote
}

function escapedText(value: string): string {
  return /[<&]/.test(value) ? value.replace(/[<&]/g, referenceTo) : value
}

const names: ReadonlyMap<string, string> = new Map([
  ['<', '&lt;'],
  ['&', '&amp;'],
  ['"', '&quot;'],
])

function referenceTo(character: string): string {
  return names.get(character) ?? `&#x${character.charCodeAt(0).toString(16).toUpperCase()};`
}
