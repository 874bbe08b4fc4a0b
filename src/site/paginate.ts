import { type RoutePath, routePath } from '../model/paths.ts'
import type { ListPage, Post } from '../model/site.ts'

/** Where page `number` of the home list stands: `/`, `/page/2/`, … */
export function homePath(number: number): RoutePath {
  return routePath(number === 1 ? '/' : `/page/${number}/`)
}

/** Cuts the posts into the pages of the home list; a site without posts still has one page. */
export function paginate(posts: readonly Post[], size: number): readonly ListPage[] {
  const count = Math.max(1, Math.ceil(posts.length / size))
  return Array.from({ length: count }, (_, index) => {
    const number = index + 1
    return {
      posts: posts.slice(index * size, number * size),
      number,
      count,
      newer: number > 1 ? homePath(number - 1) : undefined,
      older: number < count ? homePath(number + 1) : undefined,
    }
  })
}
