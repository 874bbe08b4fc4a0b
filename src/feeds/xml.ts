import type { Element, ElementContent, Instruction } from 'xast'
import { toXml } from 'xast-util-to-xml'
import { x } from 'xastscript'
import { cleanLine, cleanText } from './clean-text.ts'

declare const printed: unique symbol
/** XML made by `printXml`: well formed on its own, but for prefixes that an ancestor declares. */
export type PrintedXml = string & { readonly [printed]: true }

/**
 * A new element. Attributes always come second: `xastscript` itself would take a child in their place
 * for attributes.
 */
export function xml(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: (ElementContent | readonly ElementContent[] | string | undefined)[]
): Element {
  return x(
    name,
    attributes,
    ...(children.map((child) => (Array.isArray(child) ? [...child] : child)) as ElementContent[]),
  )
}

/**
 * Prints an element. Whatever its texts and attributes hold, the outcome is well-formed XML 1.0.
 *
 * Texts do not go through the printer's own escaping: it leaves `>` alone, and `]]>` is forbidden in
 * character data (XML 1.0, 2.4).
 */
export function printXml(element: Element): PrintedXml {
  return toXml(sealed(element), {
    allowDangerousXml: true,
    closeEmptyElements: true,
    tightClose: true,
  }) as PrintedXml
}

/** A whole document: declaration, style sheet, element. Ends with a line feed. */
export function printDocument(element: Element, instructions: readonly Instruction[] = []): string {
  const declaration: Instruction = {
    type: 'instruction',
    name: 'xml',
    value: 'version="1.0" encoding="utf-8"',
  }
  const head = [declaration, ...instructions].map((each) => `${toXml(each)}\n`).join('')
  return `${head}${printXml(element)}\n`
}

/** Puts XML that is printed already into a tree. */
export function alreadyPrinted(xml: PrintedXml): ElementContent {
  return { type: 'raw', value: xml }
}

/** One element a line, so that two versions of a feed can be compared. */
export function lines(children: readonly ElementContent[]): ElementContent[] {
  const end: ElementContent = { type: 'text', value: '\n' }
  return [end, ...children.flatMap((child) => [child, end])]
}

/** Asks browsers to show a feed by a CSS style sheet; XSLT is gone from them. */
export function styledBy(href: string): Instruction {
  const escaped = href.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
  return { type: 'instruction', name: 'xml-stylesheet', value: `type="text/css" href="${escaped}"` }
}

/** A copy whose texts are clean and escaped. Trees of feeds are a few levels deep. */
function sealed(element: Element): Element {
  const attributes: Record<string, string> = {}
  for (const [name, value] of Object.entries(element.attributes))
    if (value !== null && value !== undefined) attributes[name] = cleanLine(value)
  return { ...element, attributes, children: element.children.map(sealedContent) }
}

function sealedContent(node: ElementContent): ElementContent {
  if (node.type === 'element') return sealed(node)
  return node.type === 'text' ? { type: 'raw', value: escapeText(cleanText(node.value)) } : node
}

const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' }

function escapeText(text: string): string {
  return text.replace(/[&<>]/g, (found) => references[found] ?? found)
}
