import { routePath } from '../model/paths.ts'
import { readableName } from '../model/readable-name.ts'
import type { Post, Series, Tag, TagLink } from '../model/site.ts'
import { slugify } from '../model/slug.ts'

/** The link of a tag by its name. Names that differ only in case or form share one. */
export function tagLink(name: string): TagLink {
  const slug = slugify(name, 'folder')
  return { name, slug, route: routePath(`/tags/${slug}/`) }
}

/** The tags of all posts, by slug in code unit order; each with its posts in the order given. */
export function gatherTags(posts: readonly Post[]): readonly Tag[] {
  const tags = new Map<string, TagLink & { posts: Post[] }>()
  for (const post of posts)
    for (const link of post.tags) {
      const tag = tags.get(link.slug)
      if (tag) tag.posts.push(post)
      else tags.set(link.slug, { ...link, posts: [post] })
    }
  return [...tags.values()].sort((a, b) => (a.slug < b.slug ? -1 : 1))
}

/** The series of all posts, by id; each with its posts by part, then by date. */
export function gatherSeries(posts: readonly Post[]): readonly Series[] {
  const series = new Map<string, Post[]>()
  for (const post of posts) {
    const id = post.essay.front.series?.id
    if (id === undefined) continue
    const members = series.get(id)
    if (members) members.push(post)
    else series.set(id, [post])
  }
  return [...series]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, members]) => ({
      id,
      route: routePath(`/series/${slugify(id, 'folder')}/`),
      posts: members.reverse().sort((a, b) => partOf(a) - partOf(b)),
    }))
    .map((each) => ({ ...each, title: titleOf(each.id, each.posts) }))
}

/** The title that the first part has for the series, or the next one that has any; else the id as words. */
function titleOf(id: string, parts: readonly Post[]): string {
  const [said] = parts.flatMap((part) => part.essay.front.series?.title ?? [])
  if (said !== undefined) return said
  // What is no plain name is words already.
  return /^[a-z0-9]+(?:[-_][a-z0-9]+)*$/.test(id) ? readableName(id) : id
}

function partOf(post: Post): number {
  return post.essay.front.series?.part ?? Number.MAX_SAFE_INTEGER
}
