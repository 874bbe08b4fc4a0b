import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

/** An item as a reader's program sees it. */
export interface ReadItem {
  readonly id: string
  readonly link: string
  readonly title: string
  readonly summary: string
  readonly html: string
  readonly published: string
  readonly updated: string
  readonly base: string
  /** The bytes of the item in the feed. */
  readonly source: string
}

/** The text of the first element of a name; feeds hold no CDATA and three references only. */
export function textOf(xml: string, name: string): string {
  return unescaped(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1] ?? '')
}

export function attributeOf(xml: string, element: RegExp, name: string): string {
  const tag = element.exec(xml)?.[0] ?? ''
  return unescaped(new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '')
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#x22;', '"')
    .replaceAll('&amp;', '&')
}

export function rssItems(xml: string): ReadItem[] {
  return [...xml.matchAll(/<item [^>]*>.*?<\/item>/gs)].map(([source]) => ({
    id: textOf(source, 'guid'),
    link: textOf(source, 'link'),
    title: textOf(source, 'title'),
    summary: textOf(source, 'description'),
    html: textOf(source, 'content:encoded'),
    published: textOf(source, 'pubDate'),
    updated: '',
    base: attributeOf(source, /<item [^>]*>/, 'xml:base'),
    source,
  }))
}

export function atomEntries(xml: string): ReadItem[] {
  return [...xml.matchAll(/<entry [^>]*>.*?<\/entry>/gs)].map(([source]) => ({
    id: textOf(source, 'id'),
    link: attributeOf(source, /<link rel="alternate"[^>]*>/, 'href'),
    title: textOf(source, 'title'),
    summary: textOf(source, 'summary'),
    html: textOf(source, 'content'),
    published: textOf(source, 'published'),
    updated: textOf(source, 'updated'),
    base: attributeOf(source, /<entry [^>]*>/, 'xml:base'),
    source,
  }))
}

export function jsonItems(json: string): ReadItem[] {
  const { items } = JSON.parse(json) as { items: Record<string, string>[] }
  return items.map((item) => ({
    id: item.id ?? '',
    link: item.url ?? '',
    title: item.title ?? '',
    summary: item.summary ?? '',
    html: item.content_html ?? '',
    published: item.date_published ?? '',
    updated: item.date_modified ?? '',
    base: item.url ?? '',
    source: JSON.stringify(item),
  }))
}

type HtmlElement = DefaultTreeAdapterTypes.Element

/** The elements of an item's HTML, in reading order, and what a strict parser has to say of it. */
export function parsedHtml(html: string): { elements: HtmlElement[]; errors: string[] } {
  const errors: string[] = []
  const root = parseFragment(html, { onParseError: (error) => errors.push(error.code) })
  const elements: HtmlElement[] = []
  const visit = (node: DefaultTreeAdapterTypes.Node): void => {
    if ('tagName' in node) elements.push(node)
    if ('childNodes' in node) node.childNodes.forEach(visit)
  }
  visit(root)
  return { elements, errors }
}

export function attributes(element: HtmlElement): Record<string, string> {
  return Object.fromEntries(element.attrs.map(({ name, value }) => [name, value]))
}

/** The words in an element. */
export function words(node: DefaultTreeAdapterTypes.Node): string {
  if ('value' in node) return node.value
  return 'childNodes' in node ? node.childNodes.map(words).join('') : ''
}
