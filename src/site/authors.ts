import type { Author } from '../model/front-matter.ts'
import { routePath } from '../model/paths.ts'
import type { AuthorPage, Post } from '../model/site.ts'
import { slugify } from '../model/slug.ts'

/** Where the list of authors stands. */
export const authorsPath = routePath('/authors/')

/** Who wrote a post: its own authors, else the site's. */
export function writersOf(
  { essay }: Pick<Post, 'essay'>,
  { authors }: { readonly authors: readonly Author[] },
): readonly Author[] {
  return essay.front.authors.length > 0 ? essay.front.authors : authors
}

/**
 * A page for each author where several write, by name; none where one writes alone. Names that differ only
 * in case or form are one author.
 */
export function gatherAuthors(
  posts: readonly Post[],
  settings: { readonly authors: readonly Author[] },
): readonly AuthorPage[] {
  const authors = new Map<string, Author & { posts: Post[] }>()
  for (const post of posts)
    for (const { name, url } of writersOf(post, settings)) {
      const slug = slugify(name, 'folder')
      const known = authors.get(slug)
      if (!known) authors.set(slug, { name, url, posts: [post] })
      else if (known.posts.at(-1) !== post) {
        known.posts.push(post)
        authors.set(slug, { ...known, url: known.url ?? url })
      }
    }
  if (authors.size < 2) return []
  return [...authors]
    .map(([slug, author]) => ({ ...author, slug, route: routePath(`${authorsPath}${slug}/`) }))
    .sort((a, b) => (a.slug < b.slug ? -1 : 1))
}
