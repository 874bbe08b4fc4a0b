import type { ElementContent, Root } from 'hast'
import { raw } from 'hast-util-raw'
import { sanitize } from 'hast-util-sanitize'
import type { Raw } from 'mdast-util-to-hast'
import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import { deepestHtml, htmlDepth } from '../model/html-depth.ts'
import { htmlTokens } from '../model/html-tokens.ts'
import { movedCall } from '../model/moved-call.ts'
import type { Rendering } from './context.ts'
import { allNodes, element, isElement, nodesOf, text } from './element.ts'
import { authorSchema, ownerProperty } from './raw/author-schema.ts'
import { moveCallsBehindLinks } from './raw/calls-in-links.ts'
import { cleanHtml, type OpenTags } from './raw/clean-html.ts'
import { offerFormats } from './raw/offer-formats.ts'
import { type OwnElement, restoreOwn } from './raw/restore-own.ts'
import { putBack, setAside } from './raw/set-aside.ts'
import { type AuthorTag, settleAddresses } from './raw/settle-addresses.ts'

/**
 * Parses the raw HTML of a tree together with what stands around it and takes out whatever a post may
 * not hold. Elements that were made from Markdown keep all they have, ids and roles too; they are told
 * apart from the author's by a mark that no author can give. A tree without raw HTML stays as it is.
 *
 * @param tree what the handlers made of one body or one note; may be changed
 */
export function sanitise(tree: Root, rendering: Rendering): Root {
  const pieces = allNodes(tree).filter((node) => node.type === 'raw')
  if (pieces.length === 0) return tree
  const tags = cleanPieces(pieces, rendering)
  const [first] = pieces
  if (htmlDepth(tags.map((tag) => tag.token)) > deepestHtml) {
    rendering.report(tooDeep(rendering.file, first))
    return withoutTags(tree)
  }
  const aside = setAside(tree)
  const own = markOwn(tree)
  const parsed = raw(boxed(tree)) as Root
  const shown = settleAddresses(parsed, tags, rendering)
  const clean = unboxed(sanitize(parsed, authorSchema) as Root)
  if (restoreOwn(clean, own, rendering)) {
    const whole = putBack(clean, aside)
    offerFormats(whole, shown)
    for (const call of moveCallsBehindLinks(whole))
      rendering.report(movedCall(call, rendering.file))
    return whole
  }
  rendering.report(swallowed(rendering.file, first))
  for (const { element, properties } of own) element.properties = properties
  return withoutTags(putBack(tree, aside))
}

const box = 'box'

/**
 * Puts a tree into an element: a fragment that begins with a part of a table would be parsed as one,
 * and the words around that part thrown away (HTML, 13.2.6.4.18).
 */
function boxed(tree: Root): Root {
  const children = tree.children as ElementContent[]
  return { type: 'root', children: [element('div', { [ownerProperty]: box }, children)] }
}

/** Takes the element away again; an end tag of the author's may have closed it early. */
function unboxed(tree: Root): Root {
  const children = tree.children.flatMap((child) =>
    isElement(child) && child.properties[ownerProperty] === box ? child.children : [child],
  )
  return { type: 'root', children }
}

function cleanPieces(pieces: readonly Raw[], rendering: Rendering): AuthorTag[] {
  const tags: AuthorTag[] = []
  const open: OpenTags = new Map()
  for (const node of pieces) {
    const piece = { html: node.value, place: node.position, file: rendering.file }
    const clean = cleanHtml(piece, tags.length, open)
    node.value = clean.html
    for (const token of clean.tags) tags.push({ token, piece })
    for (const finding of clean.findings) rendering.report(finding)
  }
  return tags
}

/** Takes the properties of every element into a list and leaves its place in the list instead. */
function markOwn(tree: Root): OwnElement[] {
  const own: OwnElement[] = []
  for (const node of nodesOf(tree)) {
    if (node.type !== 'element') continue
    own.push({ element: node, properties: node.properties })
    node.properties = { [ownerProperty]: `e${own.length - 1}` }
  }
  return own
}

/** Leaves the words of raw HTML and none of its tags; in a paragraph where they stand between blocks. */
function withoutTags(tree: Root): Root {
  for (const node of nodesOf(tree)) {
    if (!('children' in node)) continue
    node.children = (node.children as ElementContent[]).flatMap((child): ElementContent[] => {
      if (child.type !== 'raw') return [child]
      const words = wordsOf(child.value)
      if (words === '') return []
      return node.type === 'root' ? [element('p', {}, [text(words)])] : [text(words)]
    })
  }
  return tree
}

function wordsOf(html: string): string {
  const words = htmlTokens(html)
    .map((token) => (token.kind === 'text' ? html.slice(token.start, token.end) : ''))
    .join('')
  const parsed = raw({ type: 'root', children: [{ type: 'raw', value: words }] }) as Root
  return parsed.children.map((child) => (child.type === 'text' ? child.value : '')).join('')
}

function tooDeep(file: string, node: Raw | undefined): Diagnostic {
  return diagnose('HT107', {
    message: `The HTML of this text is more than ${deepestHtml} elements deep; all its tags were left out.`,
    file,
    place: node?.position,
    hint: 'Close each element where it ends.',
  })
}

function swallowed(file: string, node: Raw | undefined): Diagnostic {
  return diagnose('HT104', {
    message: 'The HTML of this text would swallow parts of it; all its tags were left out.',
    file,
    place: node?.position,
    hint: 'Close each element where it ends, and keep elements of HTML out of each other’s way.',
  })
}
