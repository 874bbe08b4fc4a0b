import type { Strings } from '../locale/strings.ts'
import { directionOf, languageName, stringsFor } from '../locale/strings.ts'
import type { Essay } from '../model/essay.ts'
import { absoluteUrlOf, hrefOf, type Route, type Site } from '../model/site.ts'
import type { FeedLink, PageProps } from './contract.ts'
import { listFeedLink, mainFeedLinks } from './feed-directory.ts'

/** What the head of a page and its layout are made from, whatever the kind of page. */
export interface PageFacts extends PageProps {
  readonly direction: 'ltr' | 'rtl'
  readonly description: string
  /** The essay that the page shows. */
  readonly essay: Essay | undefined
  /** Absolute address for `rel=canonical`; absent where the page should not be found at all. */
  readonly canonical: string | undefined
  /** Words for `<meta name=robots>`. */
  readonly robots: string | undefined
}

/** Gathers what is known of a page before a theme draws it. */
export function pageFacts(route: Route, site: Site): PageFacts {
  const essay = essayOf(route)
  const lang = essay?.lang ?? site.settings.lang
  const strings = stringsFor(lang)
  return {
    site,
    path: route.path,
    title: titleOf(route, site, strings),
    lang,
    strings,
    href: (to) => hrefOf(site, to),
    url: (to) => absoluteUrlOf(site, to),
    languageName,
    feeds: feedsOf(route, site, strings),
    direction: directionOf(lang),
    description: essay?.summary ?? descriptionOf(route, site, strings),
    essay,
    canonical: canonicalOf(route, site, essay),
    robots: robotsOf(route, essay),
  }
}

function essayOf(route: Route): Essay | undefined {
  if (route.kind === 'post') return route.post.essay
  return route.kind === 'page' ? route.page.essay : undefined
}

function descriptionOf(route: Route, site: Site, strings: Strings): string {
  if (route.kind === 'home') return site.settings.description
  return route.kind === 'feeds' ? strings.feedsText : ''
}

function titleOf(route: Route, site: Site, strings: Strings): string {
  switch (route.kind) {
    case 'home':
      return route.list.number > 1
        ? strings.page(route.list.number, route.list.count)
        : site.settings.title
    case 'post':
      return route.post.essay.title
    case 'page':
      return route.page.essay.title
    case 'tags':
      return strings.tags
    case 'tag':
      return strings.tagged(route.tag.name)
    case 'series':
      return strings.series(route.series.title)
    case 'archive':
      return strings.archive
    case 'feeds':
      return strings.feeds
    case 'search':
      return strings.search
    case 'authors':
      return strings.authors
    case 'author':
      return strings.postsBy(route.author.name)
    case 'not-found':
      return strings.notFound
    case 'redirect':
      return route.title
  }
}

/** The feed of the list that the page shows, where it has one of its own, then those of the whole site. */
function feedsOf(route: Route, site: Site, strings: Strings): readonly FeedLink[] {
  const feeds = mainFeedLinks(site)
  if (route.kind !== 'tag' && route.kind !== 'series') return feeds
  const title = titleOf(route, site, strings)
  const page = route.kind === 'tag' ? route.tag.route : route.series.route
  return [listFeedLink(`${title} – ${site.settings.title}`, page), ...feeds]
}

function canonicalOf(route: Route, site: Site, essay: Essay | undefined): string | undefined {
  if (route.kind === 'not-found') return undefined
  if (route.kind === 'redirect') return absoluteUrlOf(site, route.to)
  return essay?.front.canonical ?? absoluteUrlOf(site, route.path)
}

function robotsOf(route: Route, essay: Essay | undefined): string | undefined {
  if (route.kind === 'not-found' || route.kind === 'redirect') return 'noindex'
  // The page has no words of its own to be found by.
  if (route.kind === 'search') return 'noindex, follow'
  if (route.kind === 'post' && route.post.held !== undefined) return 'noindex, nofollow'
  return essay?.front.robots
}
