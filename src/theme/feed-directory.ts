import { type RoutePath, routePath } from '../model/paths.ts'
import type { Site } from '../model/site.ts'
import type { FeedLink, PageProps } from './contract.ts'

const rss = 'application/rss+xml'

/** The feeds of the whole site, the one that every program reads first. */
export function mainFeedLinks({ settings }: Pick<Site, 'settings'>): readonly FeedLink[] {
  const { title } = settings
  return [
    { title, route: routePath('/feed.xml'), type: rss },
    { title: `${title} (Atom)`, route: routePath('/atom.xml'), type: 'application/atom+xml' },
    {
      title: `${title} (JSON Feed)`,
      route: routePath('/feed.json'),
      type: 'application/feed+json',
    },
  ]
}

/** The feed of a list of posts, a tag's or a series', which stands below the list's page. */
export function listFeedLink(title: string, page: RoutePath): FeedLink {
  return { title, route: routePath(`${page}feed.xml`), type: rss }
}

/** A feed as the page of feeds shows it. */
export interface ListedFeed extends FeedLink {
  /** What it is, in a sentence; absent where its name says so. */
  readonly about?: string | undefined
}

/** Feeds of one kind. */
export interface FeedGroup {
  /** Absent for the feeds of the whole site. */
  readonly heading: string | undefined
  readonly feeds: readonly ListedFeed[]
}

/** Every feed that a person may want to follow: the whole site's, each tag's and each series'. */
export function feedDirectory({ site, strings }: PageProps): readonly FeedGroup[] {
  const about = [strings.feedRss, strings.feedAtom, strings.feedJson]
  const names = ['RSS', 'Atom', 'JSON Feed']
  const main = mainFeedLinks(site).map((feed, index): ListedFeed => {
    return { ...feed, title: names[index] ?? feed.title, about: about[index] }
  })
  const groups: readonly FeedGroup[] = [
    { heading: undefined, feeds: main },
    {
      heading: strings.tags,
      feeds: site.tags.map(({ name, route }) => listFeedLink(name, route)),
    },
    {
      heading: strings.allSeries,
      feeds: site.series.map(({ title, route }) => listFeedLink(title, route)),
    },
  ]
  return groups.filter(({ feeds }) => feeds.length > 0)
}
