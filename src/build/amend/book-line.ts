import type { FeedImage, ItemSizes } from '../../feeds/context.ts'
import type { Picture as ShownPicture } from '../../hast/context.ts'
import type { RoutePath } from '../../model/paths.ts'
import type { Post } from '../../model/site.ts'
import type { HeldText } from '../cache/build-memory.ts'
import type { Picture } from '../images.ts'

/** What is written down of an entry, beyond what a store has of the essay. */
export interface WrittenEntry extends RareParts {
  readonly route: RoutePath
  /** Its search terms. */
  readonly terms: HeldText
  /** Of its item in feeds; absent where there is none. */
  readonly sizes?: ItemSizes | undefined
  /** Numbers of the feeds that it stands in, and of those that have no room for it. */
  readonly feeds: readonly number[]
  readonly beyond: readonly number[]
  /** Bits of `essayParts`: as what other pages look at it. */
  readonly readAs: number
  /** Numbers of posts. */
  readonly related: readonly number[]
}

/** What most essays have none of. */
export interface RareParts {
  readonly held?: Post['held']
  readonly translations?: Post['translations']
  /** The picture that the front matter names. */
  readonly picture?: Picture | undefined
  readonly card?: RoutePath | undefined
  readonly feedImage?: FeedImage | undefined
  /** What the site said to the questions of its text, in their order; absent where it asked none. */
  readonly answers?: readonly Answer[] | undefined
}

/** Where a link leads, or which picture an address shows. */
export type Answer = string | ShownPicture | null

/** As short as may be: there are as many as essays. */
export type BookLine = readonly [
  route: RoutePath,
  terms: HeldText,
  sizes: readonly [whole: number, rss: number, largest: number] | 0,
  feeds: readonly number[],
  beyond: readonly number[],
  readAs: number,
  related: readonly number[],
  rare?: RareParts,
]

/** An entry as it is written down. */
export function lineOf(entry: WrittenEntry): BookLine {
  const { route, terms, sizes, feeds, beyond, readAs, related, ...rare } = entry
  const line = [route, terms, sizesIn(sizes), feeds, beyond, readAs, related] as const
  return Object.values(rare).some((part) => part !== undefined) ? [...line, rare] : line
}

function sizesIn(sizes: WrittenEntry['sizes']): BookLine[2] {
  return sizes ? [sizes.whole, sizes.rss, sizes.largest ?? 0] : 0
}

/** @param line what `lineOf` made */
export function entryFrom([
  route,
  terms,
  sizes,
  feeds,
  beyond,
  readAs,
  related,
  rare,
]: BookLine): WrittenEntry {
  const [whole = 0, rss = 0, largest = 0] = sizes === 0 ? [] : sizes
  return {
    ...{ route, terms, feeds, beyond, readAs, related },
    sizes: sizes === 0 ? undefined : { whole, rss, largest: largest === 0 ? undefined : largest },
    ...rare,
  }
}
