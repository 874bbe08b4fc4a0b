import { stringsFor } from '../locale/strings.ts'
import { type RoutePath, routePath } from '../model/paths.ts'
import type { Post, Site } from '../model/site.ts'
import { type FeedOutput, type Feeds, rssFile, rssHolding, shortFeed } from './feed-file.ts'
import { fitting } from './size.ts'

/** A list of posts with a page, and so a feed, of its own. */
interface PostList {
  readonly page: RoutePath
  readonly title: string
  readonly posts: readonly Post[]
  readonly origin: string
}

/** The feeds of tags and series, newest post first. */
export function listFeedFiles(feeds: Feeds): FeedOutput {
  const { site, prepared, idOf } = feeds
  const ranks = new Map(prepared.map(({ post }, rank) => [post.route, rank]))
  const outcomes = listsOf(site).map(({ page, title, posts, origin }): FeedOutput => {
    const wanted = posts
      .flatMap((post) => ranks.get(post.route) ?? [])
      .sort((a, b) => a - b)
      .slice(0, site.settings.feeds.items)
      .flatMap((rank) => prepared[rank] ?? [])
    const held = wanted.slice(0, fitting(wanted.map((each) => each.bytes)))
    const route = routePath(`${page}feed.xml`)
    return {
      files: [rssFile(feeds, { id: idOf(route), name: title, route, page }, held, origin)],
      diagnostics: shortFeed(route, held.length, wanted.length),
      holdings: [rssHolding(route, held, wanted[held.length])],
    }
  })
  return {
    files: outcomes.flatMap((each) => each.files),
    diagnostics: outcomes.flatMap((each) => each.diagnostics),
    holdings: outcomes.flatMap((each) => each.holdings),
  }
}

function listsOf(site: Site): readonly PostList[] {
  const strings = stringsFor(site.settings.lang)
  return [
    ...site.tags.map(({ name, route, posts }) => ({
      page: route,
      title: strings.tagged(name),
      posts,
      origin: `the feed of the tag “${name}”`,
    })),
    ...site.series.map(({ id, title, route, posts }) => ({
      page: route,
      title: strings.series(title),
      posts,
      origin: `the feed of the series “${id}”`,
    })),
  ]
}
