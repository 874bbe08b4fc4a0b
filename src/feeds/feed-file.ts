import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import { type OutputPath, outputPathOf, type RoutePath } from '../model/paths.ts'
import type { OutputFile, Post, Site } from '../model/site.ts'
import { type Channel, channelOf, type FeedPlace } from './channel.ts'
import type { KnownFeeds } from './context.ts'
import type { Prepared } from './prepared.ts'
import { rssDocument } from './rss.ts'

/** Feeds and what else programs read of a site, with what the author should know of them. */
export interface FeedOutput {
  readonly files: readonly OutputFile[]
  readonly diagnostics: readonly Diagnostic[]
  /** Of every feed of posts. */
  readonly holdings: readonly FeedHolding[]
}

/** Which posts a feed holds, and what decides how many: the same ones as long as they fit and the next one does not. */
export interface FeedHolding {
  readonly path: OutputPath
  readonly form: 'rss' | 'atom' | 'json'
  readonly held: readonly Post[]
  /** Whether the size of a post is that of its RSS, or of the largest of its forms. */
  readonly measure: 'rss' | 'largest'
  /** Sizes of the posts together, in bytes. */
  readonly total: number
  /** The first post that found no room. */
  readonly next?: { readonly post: Post; readonly bytes: number } | undefined
}

/** What an RSS feed holds. @param next the first entry that found no room */
export function rssHolding(
  route: RoutePath,
  held: readonly Prepared[],
  next: Prepared | undefined,
): FeedHolding {
  return {
    path: outputPathOf(route),
    form: 'rss',
    held: held.map(({ post }) => post),
    measure: 'rss',
    total: held.reduce((sum, { bytes }) => sum + bytes, 0),
    next: next && { post: next.post, bytes: next.bytes },
  }
}

/** What all feeds of one site share. */
export interface Feeds {
  readonly site: Site
  readonly stylesheet: RoutePath
  /** Every published post, newest first. */
  readonly prepared: readonly Prepared[]
  /** The IRI of a feed by its address within the site. */
  readonly idOf: (route: RoutePath) => string
  readonly known?: KnownFeeds | undefined
}

/** One RSS feed of entries in the order given. */
export function rssFile(
  feeds: Feeds,
  place: FeedPlace,
  held: readonly Prepared[],
  origin: string,
): OutputFile {
  const channel = channelOf(place, held, feeds.site, feeds.stylesheet)
  const print = (): string =>
    rssDocument(
      channel,
      held.map((each) => each.rss),
    )
  return feedFile(feeds, { route: place.route, channel, held, print, origin })
}

/** What a feed is printed from. */
export interface FeedParts {
  readonly route: RoutePath
  readonly channel: Channel
  readonly held: readonly Prepared[]
  readonly print: () => string
  readonly origin: string
}

/** A feed at its address; printed only where it is not known that the same one stands there. */
export function feedFile({ known }: Feeds, parts: FeedParts): OutputFile {
  const { route, channel, held, print, origin } = parts
  const path = outputPathOf(route)
  const inputs = held.map((each) => each.inputs)
  const body =
    known && !inputs.includes(undefined)
      ? known.body(path, JSON.stringify([channel, inputs]), print)
      : print()
  return { path, body, stage: 'feed', origin }
}

/** The finding that a feed had to leave out posts for its size; none where it holds them all. */
export function shortFeed(route: string, held: number, wanted: number): readonly Diagnostic[] {
  if (held >= wanted) return []
  return [
    diagnose('FD103', {
      message: `${route} holds the ${held} newest of ${wanted} posts; with one more it would take over 512 KiB.`,
      file: '',
      hint: `feeds: { items: ${held} } in content/site.yaml`,
    }),
  ]
}
