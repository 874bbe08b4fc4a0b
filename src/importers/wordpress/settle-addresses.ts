import type { Element, Root } from 'hast'
import { slugify } from '../../model/slug.ts'
import { attribute, elementsOf, wordsOf } from '../html-to-markdown/hast-words.ts'
import { addressKey, type BlogIndex, bareHost } from './blog-index.ts'
import { type MediaFile, type MediaFolder, withoutSize } from './media.ts'
import { plainWords } from './plain-words.ts'

/** What the addresses of a post lead to, and what is to be told of them. */
export interface AddressFindings {
  /** Files that it shows or links to. */
  readonly files: Set<MediaFile>
  /** Uploads that do not lie beside the export. */
  readonly absent: Set<string>
  /** Addresses of the old blog that the new one does not have. */
  readonly lost: Set<string>
  /** Pictures without words for those who do not see them. */
  withoutAlt: number
}

/** Nothing was found yet. */
export function noFindings(): AddressFindings {
  return { files: new Set(), absent: new Set(), lost: new Set(), withoutAlt: 0 }
}

/** What of a blog addresses are looked up in. */
export interface AddressBook {
  readonly index: BlogIndex
  readonly media: MediaFolder
}

/**
 * Makes links to posts of the blog links to their files, and pictures those that are taken over, in place.
 *
 * @param from the file that the post is to stand in
 */
export function settleAddresses(
  tree: Root,
  from: string,
  book: AddressBook,
  found: AddressFindings,
): void {
  for (const element of elementsOf(tree)) {
    if (element.tagName === 'img') settlePicture(element, from, book, found)
    if (element.tagName === 'a' && attribute(element, 'href') !== '')
      settleLink(element, from, book, found)
  }
  for (const element of elementsOf(tree)) if (element.tagName === 'a') unwrapPicture(element)
}

function settlePicture(
  image: Element,
  from: string,
  book: AddressBook,
  found: AddressFindings,
): void {
  const src = attribute(image, 'dataSrc') || attribute(image, 'src')
  image.properties.src = fileAddress(src, from, book, found) ?? src
  // WordPress writes the name of the file there, and Ibid shows a title as the caption.
  delete image.properties.title
  const id = /\bwp-image-(\d+)\b/.exec(attribute(image, 'className'))?.[1] ?? ''
  const alt = plainWords(attribute(image, 'alt')) || (book.index.attachments.get(id)?.alt ?? '')
  image.properties.alt = alt
  if (alt === '') found.withoutAlt++
}

function settleLink(link: Element, from: string, book: AddressBook, found: AddressFindings): void {
  const href = attribute(link, 'href').trim()
  if (href.startsWith('#') || /^(?!https?:)[a-z][a-z0-9+.-]*:/i.test(href)) return
  const upload = book.media.find(href).kind !== 'other'
  const inner = upload ? fileAddress(href, from, book, found) : ownAddress(href, from, book, found)
  if (inner !== undefined) link.properties.href = inner
}

/** The address from a post to a file that is taken over. */
function fileAddress(
  url: string,
  from: string,
  { media }: AddressBook,
  found: AddressFindings,
): string | undefined {
  const target = media.find(url)
  if (target.kind === 'absent') found.absent.add(target.name)
  if (target.kind !== 'file') return undefined
  found.files.add(target.file)
  return relativeAddress(from, target.file.path)
}

/** The address from a post to another page of the blog; undefined where a link leads elsewhere. */
function ownAddress(
  href: string,
  from: string,
  { index, media }: AddressBook,
  found: AddressFindings,
): string | undefined {
  if (!URL.canParse(href, index.base)) return undefined
  const url = new URL(href, index.base)
  if (!index.hosts.has(bareHost(url.host)) && /^(?:https?:)?\/\//i.test(href)) return undefined
  const folder = new URL(index.base ?? url.origin).pathname
  if (!`${url.pathname}/`.startsWith(folder)) return undefined
  const key = addressKey(decoded(url.pathname.slice(folder.length - 1)))
  const query = url.searchParams
  const id = query.get('p') ?? query.get('page_id')
  const post = id === null ? index.byAddress.get(key) : index.posts.get(id)
  if (post) return relativeAddress(from, post.path) + fragmentOf(url)
  const upload = query.get('attachment_id') ?? index.attachmentPages.get(key)
  const file = media.find(index.attachments.get(upload ?? '')?.url ?? '')
  if (upload !== undefined && file.kind === 'file') {
    found.files.add(file.file)
    return relativeAddress(from, file.file.path)
  }
  const page = enginePage(key, index)
  if (page === undefined) found.lost.add(href)
  return page
}

/** The pages of a blog that both programs make. */
function enginePage(key: string, { terms }: BlogIndex): string | undefined {
  if (key === '') return '/'
  if (/^(?:feed|feed\/rss2?)$/.test(key)) return '/feed.xml'
  if (key === 'feed/atom') return '/atom.xml'
  const slug = /^(?:category|tag)\/(?:.+\/)?([^/]+)$/.exec(key)?.[1]
  const name =
    slug === undefined
      ? undefined
      : (terms.get(slug) ?? terms.get(encodeURIComponent(slug).toLowerCase()))
  return name === undefined
    ? undefined
    : `/tags/${encodeURIComponent(slugify(plainWords(name), 'folder'))}/`
}

/** Places that a theme of WordPress makes are not in the post. */
function fragmentOf({ hash }: URL): string {
  return /^#(?:more-\d+|comments?(?:-\d+)?|respond|content|top|main)?$/.test(hash) ? '' : hash
}

/** A picture that leads to itself is only the picture. */
function unwrapPicture(link: Element): void {
  const [image] = elementsOf(link).filter(({ tagName }) => tagName === 'img')
  if (!image || wordsOf(link).trim() !== '') return
  const same = withoutSize(attribute(image, 'src')) === withoutSize(attribute(link, 'href'))
  if (same) link.tagName = 'span'
}

/** From one file below `content/` to another, percent-encoded. */
export function relativeAddress(from: string, to: string): string {
  const start = from.split('/').slice(0, -1)
  const end = to.split('/')
  let shared = 0
  while (shared < start.length && start[shared] === end[shared]) shared++
  const up = start.slice(shared).map(() => '..')
  return [...up, ...end.slice(shared).map(encodeURIComponent)].join('/')
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path)
  } catch {
    return path
  }
}
