import { atomEntry } from '../../feeds/atom.ts'
import type { FeedContext, ItemSizes } from '../../feeds/context.ts'
import { type Entry, entryOf } from '../../feeds/entry.ts'
import { jsonItem, jsonItemText } from '../../feeds/json-feed.ts'
import { preparation, prepareForAll } from '../../feeds/prepared.ts'
import { rssItem } from '../../feeds/rss.ts'
import { largestEntry } from '../../feeds/size.ts'
import type { OutputFile, Post, Site } from '../../model/site.ts'
import type { FeedRoom } from './since.ts'
import type { BookFeed } from './site-book.ts'

/** A post whose text has changed, with what feeds knew of it. */
export interface AmendedPost {
  readonly before: Post
  readonly now: Post
  /** Of its items before. */
  readonly sizes: ItemSizes
  /** Numbers of the feeds that it stands in, and of those that had no room for it. */
  readonly feeds: readonly number[]
  readonly beyond: readonly number[]
}

/** What feeds are printed from before and after the change. */
export interface FeedContexts {
  readonly site: Site
  readonly before: FeedContext
  readonly now: FeedContext
}

/** Feeds of which an item, or the room for it, has changed. */
export interface AmendedFeeds {
  readonly files: readonly OutputFile[]
  readonly rooms: ReadonlyMap<number, FeedRoom>
}

/**
 * Puts the new items into the places of the old ones, in the feeds as they stand.
 *
 * @param read the text of a feed as it was written
 * @returns undefined where a feed would hold other posts than it does, or an old item is not found in it
 */
export async function amendedFeeds(
  posts: readonly AmendedPost[],
  feeds: readonly BookFeed[],
  contexts: FeedContexts,
  read: (path: string) => Promise<string>,
): Promise<AmendedFeeds | undefined> {
  const rooms = new Map<number, FeedRoom>()
  const texts = new Map<number, string>()
  for (const post of posts) {
    const sizes = sizesOf(post, contexts)
    if (!sizes) return undefined
    const forms = formsOf(post, contexts)
    for (const number of post.beyond) {
      const feed = feeds[number]
      const { total = 0 } = rooms.get(number) ?? feed ?? {}
      const next = feed && sizes.now[feed.measure]
      if (next === undefined || total + next <= largestEntry) return undefined
      rooms.set(number, { total, next })
    }
    for (const number of post.feeds) {
      const feed = feeds[number]
      const room = feed && amendedRoom(rooms.get(number) ?? feed, feed.measure, sizes)
      if (!room) return undefined
      rooms.set(number, room)
      const { old, fresh } = forms[feed.form]()
      const text = replacedOnce(texts.get(number) ?? (await read(feed.path)), old, fresh)
      if (text === undefined) return undefined
      texts.set(number, text)
    }
  }
  const files = [...texts].map(([number, body]): OutputFile => {
    const { path } = feeds[number] as BookFeed
    return { path, body, stage: 'feed', origin: 'a feed' }
  })
  return { files, rooms }
}

interface Sizes {
  readonly before: Readonly<Record<BookFeed['measure'], number | undefined>>
  readonly now: Readonly<Record<BookFeed['measure'], number | undefined>>
}

/** Undefined where feeds carry the post no longer whole, or did not. */
function sizesOf(
  { now, sizes }: AmendedPost,
  { site, now: context }: FeedContexts,
): Sizes | undefined {
  const { prepared: fresh, whole } = preparation(site, context)(now)
  if (whole > largestEntry || sizes.whole > largestEntry) return undefined
  const largest = sizes.largest === undefined ? undefined : prepareForAll(fresh, context).largest
  return {
    before: { rss: sizes.rss, largest: sizes.largest },
    now: { rss: fresh.bytes, largest },
  }
}

/** The room of a feed with the new item in it; undefined where that changes how many it holds. */
function amendedRoom(
  { total, next }: FeedRoom,
  measure: BookFeed['measure'],
  { before, now }: Sizes,
): FeedRoom | undefined {
  const [old, fresh] = [before[measure], now[measure]]
  if (old === undefined || fresh === undefined) return undefined
  const changed = total - old + fresh
  const fits = total <= largestEntry && changed <= largestEntry
  const isFull = next === undefined || changed + next > largestEntry
  return fits && isFull ? { total: changed, next } : undefined
}

/** The item before and after, in each form; made when it is asked for. */
function formsOf({ before, now }: AmendedPost, contexts: FeedContexts) {
  const { site } = contexts
  const old = entryOf(before, site, contexts.before)
  const fresh = entryOf(now, site, contexts.now)
  const form = (print: (entry: Entry) => string) => () => ({
    old: print(old),
    fresh: print(fresh),
  })
  return {
    rss: form(rssItem),
    atom: form(atomEntry),
    json: form((entry) => jsonItemText(jsonItem(entry))),
  }
}

/** Undefined where the part does not stand there exactly once. */
function replacedOnce(text: string, old: string, fresh: string): string | undefined {
  const start = text.indexOf(old)
  if (start < 0 || text.includes(old, start + 1)) return undefined
  return text.slice(0, start) + fresh + text.slice(start + old.length)
}
