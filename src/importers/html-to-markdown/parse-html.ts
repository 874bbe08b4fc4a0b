import type { Comment, Element, ElementContent, Root, RootContent } from 'hast'
import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'
import { deepestHtml, htmlDepth } from '../../model/html-depth.ts'
import { type HtmlToken, htmlTokens } from '../../model/html-tokens.ts'

/** HTML as a tree, read as a browser would. */
export interface ParsedHtml {
  readonly tree: Root
  /** True where elements lay too deep in each other to be read: then the tree is their words in paragraphs. */
  readonly flattened: boolean
}

/** Elements that begin on a line of their own. */
const blocks = new Set(
  'address article aside blockquote br center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
)

/**
 * Reads a piece of HTML (HTML, 13.2). Never deeper than `deepestHtml`, so that what works by recursion may
 * walk through it.
 */
export function parseHtml(html: string): ParsedHtml {
  const tokens = htmlTokens(html)
  if (htmlDepth(tokens.filter(({ kind }) => kind === 'start' || kind === 'end')) <= deepestHtml)
    return { tree: fromFragment(parseFragment(html)), flattened: false }
  return { tree: fromFragment(parseFragment(wordsAlone(html, tokens))), flattened: true }
}

/** The words of HTML, as paragraphs of nothing else. */
function wordsAlone(html: string, tokens: readonly HtmlToken[]): string {
  return `<p>${tokens
    .map((token) => {
      if (token.kind === 'text') return html.slice(token.start, token.end).replaceAll('<', '&lt;')
      return blocks.has(token.name) ? '</p><p>' : ''
    })
    .join('')}</p>`
}

type ParsedNode = DefaultTreeAdapterTypes.ChildNode
type Parent = Root | Element

/** parse5's tree as hast; iterative. */
function fromFragment(fragment: DefaultTreeAdapterTypes.DocumentFragment): Root {
  const root: Root = { type: 'root', children: [] }
  const waiting: { readonly from: readonly ParsedNode[]; readonly to: Parent }[] = [
    { from: fragment.childNodes, to: root },
  ]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const children: (RootContent | ElementContent)[] = []
    for (const node of next.from) {
      const made = fromNode(node)
      if (!made) continue
      children.push(made)
      if (made.type === 'element' && 'childNodes' in node)
        waiting.push({ from: node.childNodes, to: made })
    }
    next.to.children = children as ElementContent[]
  }
  return root
}

function fromNode(node: ParsedNode): Element | Comment | ElementContent | undefined {
  if (node.nodeName === '#text' && 'value' in node) return { type: 'text', value: node.value }
  if (node.nodeName === '#comment' && 'data' in node) return { type: 'comment', value: node.data }
  if (!('tagName' in node)) return undefined
  const properties: Element['properties'] = {}
  for (const { name, value } of node.attrs)
    if (name === 'class') properties.className = value.split(/\s+/).filter(Boolean)
    else properties[propertyOf(name)] = value
  return { type: 'element', tagName: node.tagName, properties, children: [] }
}

/** The name that hast has for an attribute, as far as anything here asks for it. */
function propertyOf(name: string): string {
  if (name === 'colspan') return 'colSpan'
  if (name === 'rowspan') return 'rowSpan'
  return name.replace(/^data-(.)|-([a-z])/g, (_, first?: string, letter?: string) =>
    first === undefined ? (letter ?? '').toUpperCase() : `data${first.toUpperCase()}`,
  )
}
