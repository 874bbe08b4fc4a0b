import type { Essay } from '../model/essay.ts'
import { type RoutePath, routePath } from '../model/paths.ts'
import type { Settings } from '../model/settings.ts'
import type { AuthorPage, Page, Post, PostLink, Route, Site, TagLink } from '../model/site.ts'
import { redirectsOf } from './aliases.ts'
import { authorsPath, gatherAuthors } from './authors.ts'
import { homePath, paginate } from './paginate.ts'
import { permalinkOf } from './permalink.ts'
import { heldBecause, isPublished, type PublishOptions } from './published.ts'
import { relatedPosts } from './related.ts'
import { gatherSeries, gatherTags, tagLink } from './taxonomy.ts'
import { translationsOf } from './translations.ts'

/** Every published essay in its place, and every address of the site. */
export function assembleSite(
  essays: readonly Essay[],
  settings: Settings,
  options: PublishOptions,
  findRelated: typeof relatedPosts = relatedPosts,
): Site {
  const published = essays.filter((essay) => isPublished(essay, options))
  const alone = placePosts(
    published.filter((essay) => essay.kind === 'post').sort(newestFirst),
    settings,
    options.now,
  )
  const single = published
    .filter((essay) => essay.kind === 'page')
    .sort((a, b) => (a.source < b.source ? -1 : 1))
    .map((essay): Page => ({ essay, route: routePath(`/${essay.slug}/`) }))
  const { posts, pages } = joined(alone, single, findRelated)
  const tags = gatherTags(posts)
  const series = gatherSeries(posts)
  const authors = gatherAuthors(posts, settings)
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
    { kind: 'feeds', path: routePath('/feeds/') },
    { kind: 'search', path: routePath('/search/') },
    ...authorRoutes(authors, pages),
    { kind: 'not-found', path: routePath('/404.html') },
    ...redirectsOf([...posts, ...pages]),
  ]
  const base = new URL(settings.url).pathname
  return { settings, posts, pages, tags, series, authors, routes, base }
}

/** Essays with what leads from one to another. */
function joined(
  posts: readonly Post[],
  pages: readonly Page[],
  findRelated: typeof relatedPosts,
): { posts: readonly Post[]; pages: readonly Page[] } {
  const related = findRelated(posts)
  const translations = translationsOf([...posts, ...pages])
  return {
    posts: posts.map((post) => ({
      ...post,
      related: related.get(post.route),
      translations: translations.get(post.route),
    })),
    pages: pages.map((page) => ({ ...page, translations: translations.get(page.route) })),
  }
}

/** A page of the author's own at /authors/ takes the place of the list. */
function authorRoutes(authors: readonly AuthorPage[], pages: readonly Page[]): readonly Route[] {
  const listed = authors.length > 0 && !pages.some(({ route }) => route === authorsPath)
  return [
    ...(listed ? [{ kind: 'authors', path: authorsPath } as const] : []),
    ...authors.map((author): Route => ({ kind: 'author', path: author.route, author })),
  ]
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
  const tags = new Map<string, TagLink>()
  const tagOf = (name: string): TagLink => {
    const tag = tags.get(name) ?? tagLink(name)
    tags.set(name, tag)
    return tag
  }
  return essays.map((essay, index) => ({
    essay,
    route: links[index]?.route as RoutePath,
    held: heldBecause(essay, now),
    newer: links[index - 1],
    older: links[index + 1],
    tags: essay.front.tags.map(tagOf),
  }))
}
