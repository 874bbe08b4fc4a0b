import type { FeedHolding } from '../../feeds/feed-file.ts'
import type { CacheFiles } from '../../io/ports.ts'
import type { AuthorPage, Page, Post, PostLink, Series, TagLink } from '../../model/site.ts'
import { tagLink } from '../../site/taxonomy.ts'
import type { SiteIcon } from '../../theme/head.ts'
import type { SearchAssets } from '../../theme/search-page.ts'
import type { IndexedPiece, KnownEssay } from '../cache/build-memory.ts'
import { storedEssays } from '../cache/essay-store.ts'
import { readSealed, writeSealed } from '../cache/sealed.ts'
import { type BookLine, entryFrom, lineOf, type WrittenEntry } from './book-line.ts'
import { dropSince, type FeedRoom, readSince, type Since } from './since.ts'

/** What all essays of a site that stands share. */
export interface BookHead {
  readonly engine: string
  /** Stamp of the index of what the build has written, by which the book is known. */
  readonly index: string
  /** Fingerprint of the theme. */
  readonly theme: string
  readonly icons: readonly SiteIcon[]
  readonly search: SearchAssets
  /** Pieces of the search index; none where it is one file. */
  readonly pieces: readonly IndexedPiece[]
  readonly tags: readonly TagLink[]
  readonly series: readonly Omit<Series, 'posts'>[]
  readonly authors?: readonly Omit<AuthorPage, 'posts'>[] | undefined
  /** How many posts there are; the pages beside them come after them. */
  readonly posts: number
  readonly feeds: readonly BookFeed[]
}

/** A feed, and what decides whether it would hold the same posts again. */
export type BookFeed = Pick<FeedHolding, 'path' | 'form' | 'measure'> & FeedRoom

/** A published essay in its place, with whatever the rest of the site gives to it and takes from it. */
export interface BookEntry extends WrittenEntry {
  readonly source: string
  /** In the search index, where pages come after posts. */
  readonly number: number
  readonly known: KnownEssay
  readonly place: Omit<Post, 'essay'> | Omit<Page, 'essay'>
}

/** A book with what has changed since it was written. */
export interface SiteBook {
  readonly head: BookHead
  readonly since: Since | undefined
  /** Undefined where nothing is known of it. */
  readonly entry: (source: string) => BookEntry | undefined
  /** Sources of the pages beside the posts. */
  readonly pages: () => readonly string[]
}

/** @param entries of all published essays by number, undefined where an essay is not to be changed without the others */
export function writeBook(
  cache: CacheFiles,
  key: string,
  head: BookHead,
  entries: Iterable<readonly [source: string, entry: WrittenEntry | undefined]>,
): void {
  const lines = [JSON.stringify(head)]
  for (const [source, entry] of entries)
    lines.push(`${startOf(source)}${entry ? JSON.stringify(lineOf(entry)) : ''}`)
  writeSealed(cache, nameOf(key), `${lines.join('\n')}\n`)
}

/** Takes away the book, and what has changed since. */
export function dropBook(cache: CacheFiles, key: string): void {
  cache.remove(nameOf(key))
  dropSince(cache, key)
}

/**
 * Opens what a whole build has left, as it stands after smaller ones.
 *
 * @param index stamp of the index of what stands now
 * @param isOfSite whether an essay was like this when the site was built: servers keep later ones in the same store
 * @returns undefined where it speaks of another site, or of none
 */
export function openBook(
  cache: CacheFiles,
  key: string,
  engine: string,
  index: string,
  isOfSite: (source: string, known: KnownEssay) => boolean,
): SiteBook | undefined {
  const text = readSealed(cache, nameOf(key))
  if (text === undefined) return undefined
  const [first = '', ...lines] = text.split('\n')
  const head = JSON.parse(first) as BookHead
  if (head.engine !== engine) return undefined
  const since = readSince(cache, key, head)
  if ((since?.index ?? head.index) !== index) return undefined
  const stored = storedEssays(cache, engine)
  if (!stored) return undefined
  const changed = new Map(since?.essays)
  const knownOf = (source: string): KnownEssay | undefined => {
    const known = changed.get(source) ?? stored(source)
    return known && isOfSite(source, known) ? known : undefined
  }
  return {
    head: headNow(head, since),
    since,
    entry: (source) => entryIn(lines, source, { head, since, knownOf }),
    pages: () => lines.slice(head.posts, -1).map(sourceOf),
  }
}

function headNow(head: BookHead, since: Since | undefined): BookHead {
  if (!since) return head
  const rooms = new Map(since.rooms)
  return {
    ...head,
    feeds: head.feeds.map((feed, number) => ({ ...feed, ...rooms.get(number) })),
    search: { ...head.search, index: since.searchIndex },
    pieces: since.pieces,
  }
}

interface Sources {
  readonly head: BookHead
  readonly since: Since | undefined
  readonly knownOf: (source: string) => KnownEssay | undefined
}

function entryIn(
  lines: readonly string[],
  source: string,
  { head, since, knownOf }: Sources,
): BookEntry | undefined {
  const start = startOf(source)
  const number = lines.findIndex((line) => line.startsWith(start))
  const known = number < 0 ? undefined : knownOf(source)
  const line = lines[number]?.slice(start.length)
  if (!known || !line) return undefined
  const written = entryFrom(JSON.parse(line) as BookLine)
  const terms = new Map(since?.indexed).get(number)?.terms ?? written.terms
  const sizes = new Map(since?.items).get(source) ?? written.sizes
  const linkTo = (other: number): PostLink | 'lost' | undefined => {
    const found = other >= 0 && other < head.posts ? lines[other] : undefined
    return found === undefined ? undefined : (postLink(found, knownOf) ?? 'lost')
  }
  const place = placeOf(number, written, known, linkTo)
  return place && { ...written, source, number, known, terms, sizes, place }
}

/** Undefined where a post that it leads to is lost. */
function placeOf(
  number: number,
  { route, held, translations, related }: WrittenEntry,
  { head }: KnownEssay,
  linkTo: (number: number) => PostLink | 'lost' | undefined,
): BookEntry['place'] | undefined {
  if (head?.kind === 'page') return { route, translations }
  const links = [number - 1, number + 1, ...related].map(linkTo)
  if (links.includes('lost')) return undefined
  const [newer, older, ...others] = links as readonly (PostLink | undefined)[]
  return {
    ...{ route, held, translations, newer, older },
    related: others.length > 0 ? others.filter((link) => link !== undefined) : undefined,
    tags: (head?.front.tags ?? []).map(tagLink),
  }
}

function postLink(line: string, knownOf: Sources['knownOf']): PostLink | undefined {
  const [name = '', entry = ''] = line.split('\t')
  const head = knownOf(JSON.parse(name) as string)?.head
  const [route] = entry === '' ? [] : (JSON.parse(entry) as BookLine)
  return head && route !== undefined ? { title: head.title, route } : undefined
}

function sourceOf(line: string): string {
  return JSON.parse(line.slice(0, line.indexOf('\t'))) as string
}

/** JSON has no tabs and no line ends. */
function startOf(source: string): string {
  return `${JSON.stringify(source)}\t`
}

function nameOf(key: string): string {
  return `site-${key}`
}
