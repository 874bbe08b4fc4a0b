import { outputPathOf, type RoutePath, routePath } from '../model/paths.ts'
import { absoluteUrlOf, type OutputFile } from '../model/site.ts'
import { placeInChain, yearArchives } from './archives.ts'
import { atomDocument } from './atom.ts'
import { type ArchivePlace, type Channel, channelOf, mainFeeds } from './channel.ts'
import type { FeedContext } from './context.ts'
import {
  type FeedHolding,
  type FeedOutput,
  type Feeds,
  feedFile,
  rssFile,
  rssHolding,
  shortFeed,
} from './feed-file.ts'
import { jsonDocument } from './json-feed.ts'
import { type PreparedForAll, prepareForAll } from './prepared.ts'
import { rssDocument } from './rss.ts'
import { fitting } from './size.ts'

/** The feeds of the whole site, all three with the same posts, and the archives of what they leave out. */
export function mainFeedFiles(feeds: Feeds, context: FeedContext): FeedOutput {
  const { site, prepared, idOf } = feeds
  const wanted = prepared
    .slice(0, site.settings.feeds.items)
    .map((each) => prepareForAll(each, context))
  const held = wanted.slice(0, fitting(wanted.map((each) => each.largest)))
  const archives = yearArchives(prepared, held.length)
  const place = {
    isArchive: false,
    previous: archives[0] && absoluteUrlOf(site, archives[0].route),
  }
  return {
    files: [
      ...inEveryFormat(feeds, held, place),
      ...archives.map(({ year, route, entries }, index) => {
        const archive = placeInChain(archives, index, site)
        const page = routePath('/archive/')
        const own = { id: idOf(route), name: year, route, page, archive }
        return rssFile(feeds, own, entries, `the feed of ${year}`)
      }),
    ],
    diagnostics: shortFeed(mainFeeds.rss, held.length, wanted.length),
    holdings: [
      ...mainHoldings(held, wanted[held.length]),
      ...archives.map(({ year, route, entries }, index) => {
        const newer = archives[index - 1]
        // A year is cut from its oldest post on.
        const next = newer?.year === year ? newer.entries.at(-1) : undefined
        return rssHolding(route, entries, next)
      }),
    ],
  }
}

function mainHoldings(
  held: readonly PreparedForAll[],
  next: PreparedForAll | undefined,
): readonly FeedHolding[] {
  const holding = {
    held: held.map(({ post }) => post),
    measure: 'largest',
    total: held.reduce((sum, { largest }) => sum + largest, 0),
    next: next && { post: next.post, bytes: next.largest },
  } as const
  return (['rss', 'atom', 'json'] as const).map((form) => ({
    ...holding,
    form,
    path: outputPathOf(mainFeeds[form]),
  }))
}

function inEveryFormat(
  feeds: Feeds,
  held: readonly PreparedForAll[],
  archive: ArchivePlace,
): FeedOutput['files'] {
  const { site, idOf, stylesheet } = feeds
  const { hub } = site.settings.feeds
  const file = (
    route: RoutePath,
    origin: string,
    print: (channel: Channel) => string,
  ): OutputFile => {
    const place = { id: idOf(route), route, page: routePath('/'), archive, hub }
    const channel = channelOf(place, held, site, stylesheet)
    return feedFile(feeds, { route, channel, held, origin, print: () => print(channel) })
  }
  return [
    file(mainFeeds.rss, 'the RSS feed', (channel) =>
      rssDocument(
        channel,
        held.map((each) => each.rss),
      ),
    ),
    file(mainFeeds.atom, 'the Atom feed', (channel) =>
      atomDocument(
        channel,
        held.map((each) => each.atom),
      ),
    ),
    file(mainFeeds.json, 'the JSON feed', (channel) =>
      jsonDocument(
        channel,
        held.map((each) => each.json),
      ),
    ),
  ]
}
