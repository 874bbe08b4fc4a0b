import type { Post } from '../../model/site.ts'
import { relatedPosts } from '../../site/related.ts'
import type { BuildMemory } from './build-memory.ts'
import { digest } from './digest.ts'

/** Finds which posts belong together; taken from the memory where no title, tag or summary has changed. */
export function knownRelated({ essays, related }: BuildMemory): typeof relatedPosts {
  return (posts) => {
    const facets = posts.map(({ essay }) => essays.get(essay.source)?.facets)
    if (facets.includes(undefined)) return relatedPosts(posts)
    const inputs = digest(facets.map((each) => `${each?.card} ${each?.summary}`).join('\n'))
    const known = related.get('all')
    if (known?.inputs === inputs) return linksFrom(known.numbers, posts)
    const fresh = relatedPosts(posts)
    const numberOf = new Map(posts.map((post, number) => [post.route, number]))
    const numbers = posts.map(({ route }) =>
      (fresh.get(route) ?? []).flatMap((link) => numberOf.get(link.route) ?? []),
    )
    related.set('all', { inputs, numbers })
    return fresh
  }
}

function linksFrom(
  numbers: readonly (readonly number[])[],
  posts: readonly Post[],
): ReturnType<typeof relatedPosts> {
  return new Map(
    posts.flatMap(({ route }, number) => {
      const links = (numbers[number] ?? []).flatMap((other) => {
        const post = posts[other]
        return post ? [{ title: post.essay.title, route: post.route }] : []
      })
      return links.length > 0 ? [[route, links] as const] : []
    }),
  )
}
