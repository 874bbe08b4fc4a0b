import type { Post, Series, Site } from '../model/site.ts'

/** The post that an author means by its id, its slug or its address; nothing where it is not published. */
export function findPost(site: Pick<Site, 'posts'>, name: string): Post | undefined {
  return (
    site.posts.find((post) => post.essay.front.id === name) ??
    site.posts.find((post) => post.essay.slug === name || post.route === name)
  )
}

/** Where a post stands among the parts of its series. */
export interface PlaceInSeries {
  readonly series: Series
  /** From 1. */
  readonly part: number
}

/** The series that a post belongs to, and which part it is. */
export function placeInSeries(site: Pick<Site, 'series'>, post: Post): PlaceInSeries | undefined {
  const series = site.series.find((each) => each.id === post.essay.front.series?.id)
  const part = (series?.posts.findIndex((each) => each.route === post.route) ?? -1) + 1
  return series && part > 0 ? { series, part } : undefined
}
