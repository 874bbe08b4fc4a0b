import { type RoutePath, routePath } from '../model/paths.ts'
import { absoluteUrlOf } from '../model/site.ts'
import { placeInChain, yearArchives } from './archives.ts'
import { atomDocument } from './atom.ts'
import { type ArchivePlace, type Channel, channelOf, mainFeeds } from './channel.ts'
import { type FeedOutput, type Feeds, feedFile, rssFile, shortFeed } from './feed-file.ts'
import { jsonDocument } from './json-feed.ts'
import { type PreparedForAll, prepareForAll } from './prepared.ts'
import { rssDocument } from './rss.ts'
import { fitting } from './size.ts'

/** The feeds of the whole site, all three with the same posts, and the archives of what they leave out. */
export function mainFeedFiles(feeds: Feeds): FeedOutput {
  const { site, prepared, idOf } = feeds
  const wanted = prepared.slice(0, site.settings.feeds.items).map(prepareForAll)
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
  }
}

function inEveryFormat(
  { site, idOf, stylesheet }: Feeds,
  held: readonly PreparedForAll[],
  archive: ArchivePlace,
): FeedOutput['files'] {
  const entries = held.map((each) => each.entry)
  const channel = (route: RoutePath): Channel =>
    channelOf({ id: idOf(route), route, page: routePath('/'), archive }, entries, site, stylesheet)
  const { rss, atom, json } = mainFeeds
  const rssItems = held.map((each) => each.rss)
  const atomEntries = held.map((each) => each.atom)
  const jsonItems = held.map((each) => each.json)
  return [
    feedFile(rss, rssDocument(channel(rss), rssItems), 'the RSS feed'),
    feedFile(atom, atomDocument(channel(atom), atomEntries), 'the Atom feed'),
    feedFile(json, jsonDocument(channel(json), jsonItems), 'the JSON feed'),
  ]
}
