import type { Strings } from '../locale/strings.ts'
import { directionOf, stringsFor } from '../locale/strings.ts'
import type { Essay } from '../model/essay.ts'
import { routePath } from '../model/paths.ts'
import { absoluteUrlOf, hrefOf, type Route, type Site } from '../model/site.ts'
import type { FeedLink, PageProps } from './contract.ts'

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
    feeds: feedsOf(route, site, strings),
    direction: directionOf(lang),
    description: essay?.summary ?? (route.kind === 'home' ? site.settings.description : ''),
    essay,
    canonical: canonicalOf(route, site, essay),
    robots: robotsOf(route, essay),
  }
}

function essayOf(route: Route): Essay | undefined {
  if (route.kind === 'post') return route.post.essay
  return route.kind === 'page' ? route.page.essay : undefined
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
      return strings.series(route.series.id)
    case 'archive':
      return strings.archive
    case 'not-found':
      return strings.notFound
    case 'redirect':
      return route.title
  }
}

function feedsOf(route: Route, site: Site, strings: Strings): readonly FeedLink[] {
  const name = site.settings.title
  const feeds: FeedLink[] = [
    { title: name, route: routePath('/feed.xml'), type: 'application/rss+xml' },
    { title: `${name} (Atom)`, route: routePath('/atom.xml'), type: 'application/atom+xml' },
    { title: `${name} (JSON Feed)`, route: routePath('/feed.json'), type: 'application/feed+json' },
  ]
  if (route.kind !== 'tag') return feeds
  const own: FeedLink = {
    title: `${strings.tagged(route.tag.name)} – ${name}`,
    route: routePath(`${route.tag.route}feed.xml`),
    type: 'application/rss+xml',
  }
  return [own, ...feeds]
}

function canonicalOf(route: Route, site: Site, essay: Essay | undefined): string | undefined {
  if (route.kind === 'not-found') return undefined
  if (route.kind === 'redirect') return absoluteUrlOf(site, route.to)
  return essay?.front.canonical ?? absoluteUrlOf(site, route.path)
}

function robotsOf(route: Route, essay: Essay | undefined): string | undefined {
  if (route.kind === 'not-found' || route.kind === 'redirect') return 'noindex'
  if (route.kind === 'post' && route.post.held !== undefined) return 'noindex, nofollow'
  return essay?.front.robots
}
