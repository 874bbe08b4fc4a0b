import type { Element, Root } from 'hast'
import { diagnose } from '../../model/diagnostic.ts'
import type { HtmlToken } from '../../model/html-tokens.ts'
import { isAbsolute, safeAddress } from '../address.ts'
import type { Picture, Rendering } from '../context.ts'
import { nodesOf, text } from '../element.ts'
import { pictureFor, pictureProperties } from '../handlers/image.ts'
import { linkAddress } from '../handlers/link.ts'
import { refusedAddress } from '../refused-address.ts'
import { ownerProperty } from './author-schema.ts'
import type { HtmlPiece } from './clean-html.ts'

/** A tag of an author's, and the piece of raw HTML that it stands in. */
export interface AuthorTag {
  readonly token: HtmlToken
  readonly piece: HtmlPiece
}

/**
 * Gives links and pictures of raw HTML the addresses that Markdown's get, and takes away those that a
 * page may not hold, and ids that come a second time. Changes the tree, which is not sanitised yet.
 *
 * @returns what is known of the pictures that are shown, by their address in the page
 */
export function settleAddresses(
  tree: Root,
  tags: readonly AuthorTag[],
  rendering: Rendering,
): ReadonlyMap<string, Picture> {
  const shown = new Map<string, Picture>()
  const ids = new Set<string>()
  for (const node of nodesOf(tree)) {
    if (node.type !== 'element') continue
    const owner = String(node.properties[ownerProperty] ?? '')
    const tag = authorTag(owner, tags)
    // Where the parser saw a tag that nobody has looked at, it has nothing to say.
    if (!tag && !isOwn(owner)) node.properties = {}
    if (!tag) continue
    settleId(node, tag, ids, rendering)
    if (node.tagName === 'a') settleLink(node, tag, rendering)
    const picture = node.tagName === 'img' ? settlePicture(node, tag, rendering) : undefined
    if (picture) shown.set(picture.src, picture)
    const { cite } = node.properties
    if (typeof cite === 'string' && !isAbsolute(cite)) delete node.properties.cite
  }
  return shown
}

function authorTag(owner: string, tags: readonly AuthorTag[]): AuthorTag | undefined {
  const number = /^t(\d+)$/.exec(owner)?.[1]
  return number === undefined ? undefined : tags[Number(number)]
}

/** True for elements of Markdown's, and for the one around them all. */
function isOwn(owner: string): boolean {
  return /^(?:e\d+|box)$/.test(owner)
}

function settleId(
  { properties }: Element,
  { piece }: AuthorTag,
  ids: Set<string>,
  rendering: Rendering,
): void {
  const { id } = properties
  if (typeof id !== 'string' || !ids.has(id)) {
    if (typeof id === 'string') ids.add(id)
    return
  }
  delete properties.id
  rendering.report(
    diagnose('HT108', {
      message: `The id “${id}” is given a second time here; links to it lead to the first.`,
      file: piece.file,
      place: piece.place,
      hint: 'Give each element an id of its own.',
    }),
  )
}

function settleLink(node: Element, { piece }: AuthorTag, rendering: Rendering): void {
  const { href } = node.properties
  delete node.properties.rel
  if (typeof href !== 'string') return
  const address = linkAddress(href, rendering)
  if (address === undefined) {
    rendering.report(refusedAddress(href, 'link', piece.file, piece.place))
    delete node.properties.href
    return
  }
  node.properties.href = address
  if (isAbsolute(address)) node.properties.rel = ['noopener']
}

/** @returns the picture, where it is shown */
function settlePicture(
  node: Element,
  { piece }: AuthorTag,
  rendering: Rendering,
): Picture | undefined {
  const { src, alt, width, height } = node.properties
  const words = typeof alt === 'string' ? alt : ''
  const at = { file: piece.file, place: piece.place }
  if (typeof alt !== 'string')
    rendering.report(
      diagnose('IM102', {
        message: 'This picture has no words that stand for it.',
        ...at,
        hint: 'Add alt="…" that says what the picture shows, or alt="" where it only decorates.',
      }),
    )
  const shown = typeof src === 'string' ? pictureFor(src, rendering) : undefined
  if (shown?.kind === 'shown') {
    // A size that the author gave wins.
    const sizes = { ...(width ? { width } : {}), ...(height ? { height } : {}) }
    const known = width || height ? { src: shown.picture.src } : shown.picture
    const picture = { alt: words, src: shown.picture.src, ...sizes, ...pictureProperties(known) }
    Object.assign(node.properties, picture)
    return shown.picture
  }
  if (shown?.kind === 'refused')
    rendering.report(refusedAddress(String(src), 'picture', piece.file, piece.place))
  if (shown?.kind === 'elsewhere')
    rendering.report(
      diagnose('IM103', {
        message:
          'This picture lies on another site, which would be told of every reader’s visit; a link is shown instead.',
        ...at,
        hint: 'Save the picture beside the post and write its file name, or list the host under images.remote in content/site.yaml.',
      }),
    )
  become(node, shown?.kind === 'elsewhere' ? safeAddress(shown.picture.src) : undefined, words)
  return undefined
}

/** Makes a link or plain words of a picture that cannot be shown. */
function become(node: Element, href: string | undefined, words: string): void {
  node.tagName = href === undefined ? 'span' : 'a'
  node.properties = href === undefined ? {} : { href, rel: ['noopener'] }
  node.children = [text(words || (href ?? ''))]
}
