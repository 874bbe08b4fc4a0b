import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { Post } from '../../src/model/site.ts'
import { relatedPosts } from '../../src/site/related.ts'

const post = fc.record({
  title: fc.array(fc.constantFrom('ash', 'birch', 'cedar', 'elm', 'fir', 'hazel'), {
    maxLength: 4,
  }),
  tags: fc.uniqueArray(fc.constantFrom('wood', 'Leaf', 'bark', 'root'), { maxLength: 3 }),
  lang: fc.constantFrom('en', 'en', 'en-GB', 'de'),
  status: fc.constantFrom(undefined, undefined, undefined, 'retracted'),
})

test('the posts with most in common are named, whatever they share it with', () => {
  fc.assert(
    fc.property(fc.array(post, { maxLength: 40 }), (specs) => {
      const posts = specs.map(
        ({ title, tags, lang, status }, i) =>
          ({
            route: `/${i}/`,
            essay: { title: title.join(' '), summary: '', lang, front: { tags, status } },
          }) as unknown as Post,
      )
      const named = relatedPosts(posts)
      for (const { route } of posts)
        assert.deepEqual(
          (named.get(route) ?? []).map((link) => link.route),
          bestOneByOne(posts, route),
        )
    }),
    { numRuns: 150 },
  )
})

/** The same, each pair of posts looked at by itself. */
function bestOneByOne(posts: readonly Post[], route: string): readonly string[] {
  const own = posts.find((each) => each.route === route) as Post
  const scored = posts.flatMap((other) => {
    const isFit =
      other !== own && !other.essay.front.status && languageOf(other) === languageOf(own)
    const score = Math.round(1000 * scoreOf(own, other, posts))
    return isFit && score >= 2000 ? [{ route: other.route, score }] : []
  })
  return scored
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map((each) => each.route)
}

function scoreOf(one: Post, other: Post, posts: readonly Post[]): number {
  let score = 0
  for (const mark of marksOf(one)) {
    if (!marksOf(other).has(mark)) continue
    const owners = posts.filter((each) => marksOf(each).has(mark)).length
    const rarity = Math.log(1 + posts.length / owners)
    if (mark.startsWith('#')) score += 3 * rarity
    else if (owners <= Math.max(2, Math.min(posts.length / 8, 100))) score += rarity
  }
  return score
}

function marksOf({ essay: { title, front } }: Post): ReadonlySet<string> {
  const tags = front.tags.map((tag) => `#${tag.toLowerCase()}`)
  return new Set([...tags, ...title.split(' ').filter(Boolean)])
}

function languageOf({ essay }: Post): string {
  return essay.lang.slice(0, 2)
}
