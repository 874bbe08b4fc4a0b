import type { Essay } from '../model/essay.ts'
import { type RoutePath, routePath } from '../model/paths.ts'
import type { Settings } from '../model/settings.ts'
import type { Page, Post, PostLink, Route, Site } from '../model/site.ts'
import { redirectsOf } from './aliases.ts'
import { homePath, paginate } from './paginate.ts'
import { permalinkOf } from './permalink.ts'
import { heldBecause, isPublished, type PublishOptions } from './published.ts'
import { gatherSeries, gatherTags, tagLink } from './taxonomy.ts'

/** Every published essay in its place, and every address of the site. */
export function assembleSite(
  essays: readonly Essay[],
  settings: Settings,
  options: PublishOptions,
): Site {
  const published = essays.filter((essay) => isPublished(essay, options))
  const posts = placePosts(
    published.filter((essay) => essay.kind === 'post').sort(newestFirst),
    settings,
    options.now,
  )
  const pages = published
    .filter((essay) => essay.kind === 'page')
    .sort((a, b) => (a.source < b.source ? -1 : 1))
    .map((essay): Page => ({ essay, route: routePath(`/${essay.slug}/`) }))
  const tags = gatherTags(posts)
  const series = gatherSeries(posts)
  const routes: Route[] = [
    ...paginate(posts, settings.pageSize).map(
      (list): Route => ({ kind: 'home', path: homePath(list.number), list }),
    ),
    ...posts.map((post): Route => ({ kind: 'post', path: post.route, post })),
    ...pages.map((page): Route => ({ kind: 'page', path: page.route, page })),
    { kind: 'tags', path: routePath('/tags/') },
    ...tags.map((tag): Route => ({ kind: 'tag', path: tag.route, tag })),
    ...series.map((each): Route => ({ kind: 'series', path: each.route, series: each })),
    { kind: 'archive', path: routePath('/archive/') },
    { kind: 'not-found', path: routePath('/404.html') },
    ...redirectsOf([...posts, ...pages]),
  ]
  return { settings, posts, pages, tags, series, routes, base: new URL(settings.url).pathname }
}

/** Newest first; posts of one instant by source path, so that the order never depends on the disk. */
function newestFirst(a: Essay, b: Essay): number {
  const byDate = (b.date?.instant ?? 0) - (a.date?.instant ?? 0)
  return byDate !== 0 ? byDate : a.source < b.source ? -1 : 1
}

function placePosts(essays: readonly Essay[], settings: Settings, now: number): readonly Post[] {
  const links: readonly PostLink[] = essays.map((essay) => ({
    title: essay.title,
    route: permalinkOf(essay, settings.permalink),
  }))
  return essays.map((essay, index) => ({
    essay,
    route: links[index]?.route as RoutePath,
    held: heldBecause(essay, now),
    newer: links[index - 1],
    older: links[index + 1],
    tags: essay.front.tags.map(tagLink),
  }))
}
