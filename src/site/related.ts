import type { Post, PostLink } from '../model/site.ts'
import { slugify } from '../model/slug.ts'
import { termsOf } from '../model/terms.ts'

/** How many posts are named at most. */
const mostRelated = 3
/** A shared tag says as much as so many shared words. */
const tagWeight = 3
/** Below this, posts have too little in common to be named together. */
const leastScore = 2

/**
 * Which posts belong to each other, by its address, best first: by the tags that they share and by the
 * words of their titles, subtitles, standfirsts and summaries. What few posts have counts for more. A post
 * that no longer holds is named nowhere, nor is one in another language.
 */
export function relatedPosts(posts: readonly Post[]): ReadonlyMap<string, readonly PostLink[]> {
  const marks = posts.map(marksOf)
  const owners = ownersOf(marks)
  const languages = posts.map(languageOf)
  const weights = new Map<string, number>()
  for (const [mark, { length }] of owners) weights.set(mark, weightOf(mark, length, posts.length))
  // One list of scores for all, by number: posts with a common tag are many.
  const scores = new Float64Array(posts.length)
  const related = new Map<string, readonly PostLink[]>()
  for (const [number, post] of posts.entries()) {
    const met: number[] = []
    for (const mark of marks[number] ?? []) {
      const weight = weights.get(mark) ?? 0
      if (weight === 0) continue
      for (const other of owners.get(mark) ?? []) {
        if (scores[other] === 0) met.push(other)
        scores[other] = (scores[other] ?? 0) + weight
      }
    }
    const isFit = (other: number): boolean =>
      other !== number &&
      languages[other] === languages[number] &&
      posts[other]?.essay.front.status === undefined
    const links = bestOf(met, scores, isFit).flatMap((other) => linkTo(posts[other]) ?? [])
    if (links.length > 0) related.set(post.route, links)
    for (const other of met) scores[other] = 0
  }
  return related
}

/** What a post shares with others: `#tag` and words, each once. */
function marksOf({ essay }: Post): ReadonlySet<string> {
  const { front, title, standfirst = '', summary } = essay
  const words = termsOf([title, front.subtitle ?? '', standfirst, summary].join(' '))
  return new Set([
    ...front.tags.map((tag) => `#${slugify(tag, 'folder')}`),
    ...words.filter((word) => word.length > 1 && !/^\d{1,3}$/.test(word)),
  ])
}

function ownersOf(marks: readonly ReadonlySet<string>[]): ReadonlyMap<string, readonly number[]> {
  const owners = new Map<string, number[]>()
  for (const [number, own] of marks.entries())
    for (const mark of own) {
      const known = owners.get(mark)
      if (known) known.push(number)
      else owners.set(mark, [number])
    }
  return owners
}

/** Words that every eighth post has tell nothing, nor do those that only one has. */
function weightOf(mark: string, owners: number, posts: number): number {
  if (owners < 2) return 0
  const rarity = Math.log(1 + posts / owners)
  if (mark.startsWith('#')) return rarity * tagWeight
  return owners > Math.max(2, Math.min(posts / 8, 100)) ? 0 : rarity
}

/** The numbers with the highest scores, the lower number first where two are alike. */
function bestOf(
  met: readonly number[],
  scores: Float64Array,
  isFit: (number: number) => boolean,
): readonly number[] {
  const best: { readonly number: number; readonly score: number }[] = []
  for (const number of met) {
    const score = Math.round((scores[number] ?? 0) * 1000)
    const last = best.length === mostRelated ? best.at(-1) : undefined
    if (score < leastScore * 1000 || (last && !isBefore(score, number, last))) continue
    if (!isFit(number)) continue
    const place = best.findIndex((other) => isBefore(score, number, other))
    best.splice(place < 0 ? best.length : place, 0, { number, score })
    best.length = Math.min(best.length, mostRelated)
  }
  return best.map(({ number }) => number)
}

function isBefore(
  score: number,
  number: number,
  other: { readonly number: number; readonly score: number },
): boolean {
  return score > other.score || (score === other.score && number < other.number)
}

function languageOf({ essay }: Post): string {
  return essay.lang.toLowerCase().split('-')[0] ?? ''
}

function linkTo(post: Post | undefined): PostLink | undefined {
  return post && { title: post.essay.title, route: post.route }
}
