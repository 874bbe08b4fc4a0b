import assert from 'node:assert/strict'
import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5'
import { atomEntries, jsonItems, rssItems } from './feeds/read-feed.ts'
import type { RenderedFiles } from './site-from.ts'

type Node = DefaultTreeAdapterTypes.ChildNode
type Element = DefaultTreeAdapterTypes.Element

/** Elements that no page of a theme of ours has, whatever an author writes. */
const never = new Set([
  ...['iframe', 'object', 'embed', 'applet', 'base', 'frame', 'frameset', 'style', 'template'],
  ...['form', 'textarea', 'select', 'audio', 'video', 'svg', 'canvas', 'dialog', 'marquee'],
])
const addresses = new Set([
  ...['href', 'src', 'action', 'formaction', 'cite', 'data', 'poster', 'ping', 'background'],
  ...['xlink:href', 'manifest', 'longdesc', 'codebase', 'srcset'],
])
/** The characters that XML 1.0 can hold. */
const xmlText = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u

function* elementsOf(nodes: readonly Node[]): Generator<Element> {
  const waiting: Node[] = [...nodes]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (!('tagName' in node)) continue
    yield node
    for (const child of 'content' in node ? node.content.childNodes : node.childNodes)
      waiting.push(child)
  }
}

/** The scheme of an address, as a browser finds it; `''` where it has none. */
function schemeOf(address: string): string {
  const bare = address.replace(/^[\0- ]+/, '').replace(/[\t\n\r]/g, '')
  return /^([a-z][a-z0-9+.-]*):/i.exec(bare)?.[1]?.toLowerCase() ?? ''
}

/** True for the `<meta>` elements that browsers and programs take an address from. */
function isAddress(attributes: ReadonlyMap<string, string>): boolean {
  return (
    /:(?:image|url)$/.test(attributes.get('property') ?? '') ||
    attributes.get('http-equiv') === 'refresh'
  )
}

function textIn({ childNodes }: Element): string {
  return childNodes.map((node) => ('value' in node ? node.value : '')).join('')
}

/** A script is the engine's own file with its digest, or data that nothing can end before its time. */
function checkScript(attributes: ReadonlyMap<string, string>, text: string, shown: string): void {
  if (attributes.get('type') === 'application/ld+json') {
    JSON.parse(text)
    assert.doesNotMatch(
      text,
      /[<\u2028\u2029]|"(?:url|image|mainEntityOfPage|sameAs)":"(?!https?:)/,
      shown,
    )
    return
  }
  assert.equal(text, '', shown)
  assert.match(attributes.get('src') ?? '', /^\/assets\/[\w.-]+\.js$/, shown)
  assert.match(attributes.get('integrity') ?? '', /^sha384-/, shown)
}

/** Fails where anything in HTML could run, or fetch from elsewhere, or clobber a name. */
function checkElements(nodes: readonly Node[], where: string, own: string): void {
  const ids = new Set<string>()
  for (const element of elementsOf(nodes)) {
    const { tagName, attrs } = element
    const shown = `${where}: <${tagName} ${attrs.map(({ name, value }) => `${name}=${value}`).join(' ')}>`
    assert.ok(!never.has(tagName), shown)
    const attributes = new Map(attrs.map(({ name, value }) => [name, value]))
    if (tagName === 'script') checkScript(attributes, textIn(element), shown)
    for (const [name, value] of attributes) {
      assert.doesNotMatch(name, /^on|^style$|^srcdoc$|^ping$/i, shown)
      if (tagName === 'meta' && name === 'content' && isAddress(attributes))
        assert.match(value.replace(/^0; url=/, ''), /^(?:https?:|\/)/, shown)
      if (addresses.has(name)) assert.match(schemeOf(value), /^(?:|https?|mailto)$/, shown)
      if (/^(?:src|srcset|poster)$/.test(name))
        assert.ok(!/^\s*(?:[a-z]+:|[/\\]{2})/i.test(value) || value.startsWith(own), shown)
    }
    if (tagName === 'link' && /stylesheet|icon|preload/.test(attributes.get('rel') ?? ''))
      assert.match(attributes.get('href') ?? '', /^\/[^/]/, shown)
    assert.ok(!attributes.has('target') || attributes.get('target') === '_self', shown)
    const id = attributes.get('id')
    assert.ok(id === undefined || !ids.has(id), `${where}: two elements have the id ${id}`)
    if (id !== undefined) ids.add(id)
  }
}

/** Fails where the HTML of a feed's item is more than a reader may show, or leads nowhere. */
function checkItem(html: string, where: string, own: string): void {
  const nodes = parseFragment(html).childNodes
  checkElements(nodes, where, own)
  for (const { tagName, attrs } of elementsOf(nodes))
    for (const { name, value } of attrs) {
      assert.notEqual(tagName, 'script', where)
      assert.doesNotMatch(name, /^(?:hidden|popover|aria-hidden)$/, `${where}: ${name}`)
      if (name === 'href' || name === 'src')
        assert.match(value, /^(?:https?:|mailto:)/, `${where}: ${name}=${value}`)
    }
}

/** Fails where any file of a site holds what a hostile author could have put there. @returns how many files were read */
export function checkOutput(site: RenderedFiles): number {
  const own = site.site?.settings.url ?? ''
  for (const path of site.paths()) {
    assert.doesNotMatch(path, /(?:^|\/)\.\.?(?:\/|$)|[\\\0]|^\//, path)
    const text = site.text(path)
    assert.equal(text.isWellFormed(), true, `${path} has half a character`)
    if (path.endsWith('.html')) checkElements(parse(text).childNodes, path, own)
    if (path.endsWith('.xml')) assert.match(text, xmlText, path)
    if (path.endsWith('feed.json')) JSON.parse(text)
    if (path === '_headers') assert.match(text, /^(?:\/\S*\n(?: {2}[A-Z][\w-]+: [^\0-\x1f]+\n)+)*$/)
    if (path === '_redirects') assert.match(text, /^(?:\/\S* \/\S* 301\n)*$/)
    for (const { html } of itemsOf(path, text)) checkItem(html, path, own)
  }
  return site.paths().length
}

function itemsOf(path: string, text: string): readonly { readonly html: string }[] {
  if (path.endsWith('feed.json')) return jsonItems(text)
  if (path.endsWith('atom.xml')) return atomEntries(text)
  return path.endsWith('feed.xml') ? rssItems(text) : []
}
