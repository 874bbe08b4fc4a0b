import type { Author } from '../model/front-matter.ts'
import { type RoutePath, routePath } from '../model/paths.ts'
import { absoluteUrlOf, hrefOf, type Site } from '../model/site.ts'
import { cleanLine } from './clean-text.ts'
import { cleanAuthor, type Entry } from './entry.ts'

/** What a feed says of itself, whatever its format. */
export interface Channel {
  /** Absolute IRI that outlives a change of the site's address. */
  readonly id: string
  readonly title: string
  readonly description: string
  /** Absolute address of the page that the feed belongs to. */
  readonly home: string
  /** Absolute address of the feed, as it is served. */
  readonly self: string
  /** BCP 47 tag of the site. */
  readonly lang: string
  readonly authors: readonly Author[]
  /** Milliseconds since 1970: the newest date in the content, never the time of the build. */
  readonly updated: number | undefined
  /** Address of the style sheet for people who open the feed in a browser. */
  readonly stylesheet: string
  /** Absolute address of the WebSub hub that is told of news in this feed. */
  readonly hub?: string | undefined
  /** Where older and newer entries are kept (RFC 5005, 4). */
  readonly archive: ArchivePlace
}

/** A feed's place in the chain of archives; addresses are absolute and lead to RSS. */
export interface ArchivePlace {
  /** True where the feed is an archive itself. */
  readonly isArchive: boolean
  readonly current?: string | undefined
  readonly previous?: string | undefined
  readonly next?: string | undefined
}

/** The address, name and page of one feed. */
export interface FeedPlace {
  readonly route: RoutePath
  readonly id: string
  /** In front of the site's title; absent for the whole site. */
  readonly name?: string | undefined
  /** The page that shows the same posts. */
  readonly page: RoutePath
  readonly archive?: ArchivePlace | undefined
  readonly hub?: string | undefined
}

/** What a feed says of itself, from its place and its entries. */
export function channelOf(
  place: FeedPlace,
  entries: readonly Pick<Entry, 'updated'>[],
  site: Site,
  stylesheet: RoutePath,
): Channel {
  const { settings } = site
  const siteTitle = cleanLine(settings.title) || new URL(settings.url).host
  const title = place.name === undefined ? siteTitle : `${cleanLine(place.name)} – ${siteTitle}`
  return {
    id: place.id,
    title,
    description: cleanLine(settings.description) || title,
    home: absoluteUrlOf(site, place.page),
    self: absoluteUrlOf(site, place.route),
    lang: settings.lang,
    authors: settings.authors
      .map((author) => cleanAuthor(site, author))
      .filter((author) => author.name !== ''),
    updated: entries.reduce<number | undefined>(
      (newest, { updated }) =>
        updated !== undefined && (newest === undefined || updated > newest) ? updated : newest,
      undefined,
    ),
    stylesheet: hrefOf(site, stylesheet),
    hub: place.hub,
    archive: place.archive ?? { isArchive: false },
  }
}

/** The addresses of the feeds of the whole site. */
export const mainFeeds = {
  rss: routePath('/feed.xml'),
  atom: routePath('/atom.xml'),
  json: routePath('/feed.json'),
} as const
