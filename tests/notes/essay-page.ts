import { type DefaultTreeAdapterMap, parse } from 'parse5'

type Node = DefaultTreeAdapterMap['node']
type Element = DefaultTreeAdapterMap['element']

/** What a page says of the notes of its essay. */
export interface EssayPage {
  /** The elements of `main > article`, in order. */
  readonly elements: readonly Element[]
  /** Every id of the page, in order. */
  readonly ids: readonly string[]
  /** The calls: `a[role=doc-noteref]`. */
  readonly calls: readonly Element[]
  /** The items of the notes section. */
  readonly items: readonly Element[]
}

/** Reads a page as a browser would. */
export function readPage(html: string): EssayPage {
  const all = elementsIn(parse(html))
  const article = all.find((each) => each.tagName === 'article')
  const elements = article ? elementsIn(article) : []
  const section = elements.find((each) => attribute(each, 'role') === 'doc-endnotes')
  const list = section && elementsIn(section).find((each) => each.tagName === 'ol')
  return {
    elements,
    ids: all.flatMap((each) => attribute(each, 'id') ?? []),
    calls: elements.filter((each) => attribute(each, 'role') === 'doc-noteref'),
    items: (list?.childNodes ?? []).filter(isElement),
  }
}

/** All elements below a node, in the order of the page. */
export function elementsIn(node: Node): Element[] {
  const found: Element[] = []
  const stack: Node[] = [node]
  for (let top = stack.pop(); top; top = stack.pop()) {
    if (isElement(top) && top !== node) found.push(top)
    if ('childNodes' in top) stack.push(...top.childNodes.toReversed())
  }
  return found
}

function isElement(node: Node): node is Element {
  return 'tagName' in node
}

export function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value
}

/** The words of an element, white space collapsed. */
export function wordsOf(
  element: Node,
  without: (element: Element) => boolean = () => false,
): string {
  const parts: string[] = []
  const stack: Node[] = [element]
  for (let top = stack.pop(); top; top = stack.pop()) {
    if ('value' in top) parts.push(top.value)
    if (isElement(top) && without(top)) continue
    if ('childNodes' in top) stack.push(...top.childNodes.toReversed())
  }
  return parts.join('').replace(/\s+/g, ' ').trim()
}

/** The article's markup with the post's key and names of notes taken away, line ends and seams made one. */
export function withoutIds(html: string): string {
  const article = /<article[^>]*>([\s\S]*)<\/article>/.exec(html)?.[1] ?? ''
  return article
    .replace(/(["#])(fn|fnref|notes)-[^"]*"/g, '$1$2"')
    .replace(/\/posts\/[^/"]*\//g, '/posts/x/')
    .replace(/\r\n/g, '\n')
    .replace(/\s+/g, ' ')
}
