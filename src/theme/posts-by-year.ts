import type { Post } from '../model/site.ts'

/** The posts of one calendar year; `''` for those without a date. */
export interface PostsOfYear {
  readonly year: string
  readonly posts: readonly Post[]
}

/** Groups posts by the year they were written in, keeping their order. */
export function postsByYear(posts: readonly Post[]): readonly PostsOfYear[] {
  const years = new Map<string, Post[]>()
  for (const post of posts) {
    const year = post.essay.date?.day.slice(0, 4) ?? ''
    const known = years.get(year)
    if (known) known.push(post)
    else years.set(year, [post])
  }
  return [...years].map(([year, list]) => ({ year, posts: list }))
}
