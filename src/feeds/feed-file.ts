import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import { outputPathOf, type RoutePath } from '../model/paths.ts'
import type { OutputFile, Site } from '../model/site.ts'
import { channelOf, type FeedPlace } from './channel.ts'
import type { Prepared } from './prepared.ts'
import { rssDocument } from './rss.ts'

/** Feeds and what else programs read of a site, with what the author should know of them. */
export interface FeedOutput {
  readonly files: readonly OutputFile[]
  readonly diagnostics: readonly Diagnostic[]
}

/** What all feeds of one site share. */
export interface Feeds {
  readonly site: Site
  readonly stylesheet: RoutePath
  /** Every published post, newest first. */
  readonly prepared: readonly Prepared[]
  /** The IRI of a feed by its address within the site. */
  readonly idOf: (route: RoutePath) => string
}

/** One RSS feed of entries in the order given. */
export function rssFile(
  { site, stylesheet }: Feeds,
  place: FeedPlace,
  held: readonly Prepared[],
  origin: string,
): OutputFile {
  const entries = held.map((each) => each.entry)
  const items = held.map((each) => each.rss)
  return feedFile(
    place.route,
    rssDocument(channelOf(place, entries, site, stylesheet), items),
    origin,
  )
}

/** A feed at its address. */
export function feedFile(route: RoutePath, body: string, origin: string): OutputFile {
  return { path: outputPathOf(route), body, stage: 'feed', origin }
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
