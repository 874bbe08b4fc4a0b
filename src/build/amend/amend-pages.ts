import { sourcePath } from '../../model/paths.ts'
import type { Page, Post, Route, Site } from '../../model/site.ts'
import { siteParts } from '../cache/reads.ts'
import { type DrawInputs, drawPages } from '../draw-pages.ts'
import type { AmendedEssay } from './amend-essay.ts'
import type { BookHead } from './site-book.ts'

/** A site with nothing in it but the essays that have changed, the pages beside the posts, and the names of lists. */
export function partialSite(
  essays: readonly AmendedEssay[],
  pages: readonly Page[],
  head: BookHead,
  settings: Site['settings'],
): Site {
  const withoutPosts = <T>(list: T) => ({ ...list, posts: [] })
  const placed = essays.map(({ essay, entry }) => placedEssay(essay, entry.place))
  const changed = new Map(placed.map((one) => [one.essay.source, one]))
  const posts = placed.filter((one) => 'tags' in one)
  return {
    settings,
    base: new URL(settings.url).pathname,
    posts,
    pages: pages.map((page) => changed.get(page.essay.source) ?? page),
    tags: head.tags.map(withoutPosts),
    series: head.series.map(withoutPosts),
    authors: head.authors?.map(withoutPosts),
    routes: placed.map(
      (one): Route =>
        'tags' in one
          ? { kind: 'post', path: one.route, post: one }
          : { kind: 'page', path: one.route, page: one },
    ),
  }
}

/** An essay in its place. */
export function placedEssay(
  essay: Post['essay'],
  place: AmendedEssay['entry']['place'],
): Post | Page {
  return { essay, ...place }
}

/** What of a page's reads tells that it was drawn from all that there is of them. */
const partial = siteParts.posts | siteParts.routes

/**
 * Draws the pages of a partial site.
 *
 * @returns undefined where one cannot be drawn, or looked at what is not in it
 */
export async function amendedPages(
  inputs: DrawInputs,
): Promise<Awaited<ReturnType<typeof drawPages>> | undefined> {
  const { site, memory } = inputs
  const drawn = await drawPages(inputs)
  const there = new Set([...site.posts, ...site.pages].map(({ essay }) => essay.source))
  for (const { file, diagnostics } of drawn) {
    const reads = file && memory.files.get(file.path)?.reads
    if (!reads || diagnostics.length > 0) return undefined
    if (reads.site & partial || reads.lists.length > 0) return undefined
    for (const [, sources] of reads.essays)
      if (!sources.every((source) => there.has(sourcePath(source)))) return undefined
  }
  return drawn
}
