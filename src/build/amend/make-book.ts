import type { FeedImage } from '../../feeds/context.ts'
import type { FeedHolding } from '../../feeds/feed-file.ts'
import type { CacheFiles } from '../../io/ports.ts'
import type { Essay } from '../../model/essay.ts'
import { outputPathOf, type RoutePath } from '../../model/paths.ts'
import type { Page, Post, Site } from '../../model/site.ts'
import type { SiteIcon } from '../../theme/head.ts'
import type { Answering } from '../cache/addresses.ts'
import type { BuildMemory, KnownEssay } from '../cache/build-memory.ts'
import type { PictureLookup } from '../images.ts'
import type { LoadedTheme } from '../load-theme.ts'
import type { SiteSearch } from '../site-search.ts'
import type { WrittenEntry } from './book-line.ts'
import { type BookFeed, type BookHead, writeBook } from './site-book.ts'

/** A site that was made whole, with what it was made from. */
export interface BookInputs {
  readonly site: Site
  readonly memory: BuildMemory
  readonly theme: Pick<LoadedTheme, 'fingerprint'>
  readonly icons: readonly SiteIcon[]
  readonly search: SiteSearch
  readonly picture: PictureLookup
  readonly card: (essay: Essay) => RoutePath | undefined
  readonly feedImage: (post: Post) => FeedImage | undefined
  readonly answering: Answering
  readonly holdings: readonly FeedHolding[]
}

/** Writes down a site that was just written, for builds that change the words of a few of its essays. */
export function keepBook(
  inputs: BookInputs,
  place: { readonly cache: CacheFiles; readonly key: string },
  marks: Pick<BookHead, 'engine' | 'index'>,
): void {
  const index = inputs.memory.index.get('all')
  if (!index) return
  const { site, theme, icons, search, holdings } = inputs
  const withoutPosts = <T extends { readonly posts: unknown }>({ posts: _, ...rest }: T) => rest
  const head: BookHead = {
    ...marks,
    theme: theme.fingerprint,
    icons,
    search: search.assets,
    pieces: index.pieces,
    tags: site.tags.map(withoutPosts),
    series: site.series.map(withoutPosts),
    authors: site.authors?.map(withoutPosts),
    posts: site.posts.length,
    feeds: holdings.map(bookFeed),
  }
  writeBook(place.cache, place.key, head, entriesOf(inputs))
}

function bookFeed({ path, form, measure, total, next }: FeedHolding): BookFeed {
  return { path, form, measure, total, next: next?.bytes }
}

function* entriesOf(
  inputs: BookInputs,
): Generator<readonly [source: string, entry: WrittenEntry | undefined]> {
  const { site, memory, picture, card, feedImage } = inputs
  const index = memory.index.get('all')?.essays ?? []
  const readAs = otherReaders(inputs)
  const { held, beyond } = feedsByPost(inputs.holdings)
  const all: readonly (Post | Page)[] = [...site.posts, ...site.pages]
  const keys = sharedKeys(all)
  const numbers = new Map(site.posts.map(({ route }, number) => [route, number]))
  for (const [number, one] of all.entries()) {
    const { essay, route, translations } = one
    const { source, front } = essay
    const known = memory.essays.get(source)
    const indexed = index[number]
    const post: Post | undefined = 'tags' in one ? one : undefined
    // Where two posts have one key, what is said of them depends on their notes.
    const isApart = known?.stored !== undefined && !keys.has(essay.key)
    const entry: WrittenEntry | undefined =
      indexed && isApart
        ? {
            ...{ route, translations, terms: indexed.terms },
            held: post?.held,
            sizes: memory.items.get(source),
            feeds: held.get(source) ?? [],
            beyond: beyond.get(source) ?? [],
            readAs: readAs.get(source) ?? 0,
            related: (post?.related ?? []).flatMap((link) => numbers.get(link.route) ?? []),
            picture: front.image && picture(front.image.src, source),
            card: card(essay),
            feedImage: post && front.image && feedImage(post),
            answers: answersOf(known, inputs.answering),
          }
        : undefined
    yield [source, entry]
  }
}

function answersOf(
  { rendered }: KnownEssay,
  { resolveLink, image }: Answering,
): WrittenEntry['answers'] {
  if (!rendered || rendered.questions.length === 0) return undefined
  return rendered.questions.map(([kind, url, from]) =>
    kind === 'link' ? resolveLink(url, from) : (image(url, from) ?? null),
  )
}

/** As what each essay is looked at by pages that are not its own. */
function otherReaders({ site, memory }: BookInputs): ReadonlyMap<string, number> {
  const own = new Map<string, string>(
    [...site.posts, ...site.pages].map(({ essay, route }) => [outputPathOf(route), essay.source]),
  )
  const bitsOf = new Map<string, number>()
  for (const [path, { reads }] of memory.files)
    for (const [bits, sources] of reads?.essays ?? [])
      for (const source of sources)
        if (own.get(path) !== source) bitsOf.set(source, (bitsOf.get(source) ?? 0) | bits)
  return bitsOf
}

function feedsByPost(holdings: readonly FeedHolding[]) {
  const held = new Map<string, number[]>()
  const beyond = new Map<string, number[]>()
  const add = (to: Map<string, number[]>, source: string, feed: number): void => {
    const feeds = to.get(source)
    if (feeds) feeds.push(feed)
    else to.set(source, [feed])
  }
  for (const [number, holding] of holdings.entries()) {
    for (const { essay } of holding.held) add(held, essay.source, number)
    if (holding.next) add(beyond, holding.next.post.essay.source, number)
  }
  return { held, beyond }
}

function sharedKeys(all: readonly (Post | Page)[]): ReadonlySet<string> {
  const seen = new Set<string>()
  const shared = new Set<string>()
  for (const { essay } of all) {
    if (seen.has(essay.key)) shared.add(essay.key)
    seen.add(essay.key)
  }
  return shared
}
