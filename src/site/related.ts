import type { Post, PostLink } from '../model/site.ts'
import {
  type Groups,
  groupsOf,
  type Marks,
  marksOf,
  type Weights,
  weightsOf,
} from './shared-marks.ts'

/** How many posts are named at most. */
const mostRelated = 3
/** Below this, posts have too little in common to be named together. */
const leastScore = 2

/**
 * Which posts belong to each other, by its address, best first: by the tags that they share and by the
 * words of their titles, subtitles, standfirsts and summaries. What few posts have counts for more. A post
 * that no longer holds is named nowhere, nor is one in another language.
 *
 * Thousands of posts can share a tag. They are scored together, as groups with the same tags; only those that share
 * words as well, of which there are few, are scored one by one.
 */
export function relatedPosts(posts: readonly Post[]): ReadonlyMap<string, readonly PostLink[]> {
  const marks = posts.map(marksOf)
  const groups = groupsOf(posts, marks)
  const weights = weightsOf(marks)
  const find = finder(posts, marks, groups, weights)
  const related = new Map<string, readonly PostLink[]>()
  for (const [number, post] of posts.entries()) {
    const links = find(number).flatMap((other) => linkTo(posts[other]) ?? [])
    if (links.length > 0) related.set(post.route, links)
  }
  return related
}

/** Finds the posts that belong to one, by number, best first. */
function finder(
  posts: readonly Post[],
  marks: readonly Marks[],
  groups: Groups,
  weights: Weights,
): (number: number) => readonly number[] {
  // One list of scores for all, by number of the group, and of the post.
  const groupScores = new Float64Array(groups.posts.length)
  const scores = new Float64Array(posts.length)
  return (number) => {
    const language = groups.languages[groups.of[number] ?? 0]
    const metGroups: number[] = []
    for (const tag of marks[number]?.tags ?? []) {
      const weight = weights.tags.get(tag) ?? 0
      if (weight === 0) continue
      for (const group of groups.byTag.get(tag) ?? []) {
        if (groups.languages[group] !== language) continue
        if (groupScores[group] === 0) metGroups.push(group)
        groupScores[group] = (groupScores[group] ?? 0) + weight
      }
    }
    const met: number[] = []
    for (const word of marks[number]?.words ?? []) {
      const { weight = 0, owners = [] } = weights.words.get(word) ?? {}
      for (const other of owners) {
        if (scores[other] === 0) {
          met.push(other)
          scores[other] = groupScores[groups.of[other] ?? 0] ?? 0
        }
        scores[other] = (scores[other] ?? 0) + weight
      }
    }
    const best: Scored[] = []
    for (const other of met) {
      const isFit =
        other !== number &&
        groups.languages[groups.of[other] ?? 0] === language &&
        posts[other]?.essay.front.status === undefined
      if (isFit) addTo(best, rounded(scores[other]), other)
    }
    for (const group of metGroups)
      for (const other of groups.posts[group] ?? []) {
        if (other === number || scores[other] !== 0) continue
        // Those that come after it have the same score, and higher numbers.
        if (!addTo(best, rounded(groupScores[group]), other)) break
      }
    for (const group of metGroups) groupScores[group] = 0
    for (const other of met) scores[other] = 0
    return best.map((each) => each.number)
  }
}

interface Scored {
  readonly number: number
  readonly score: number
}

/** In thousandths, so that the order in which weights were added does not count. */
function rounded(score = 0): number {
  return Math.round(score * 1000)
}

/** Adds a post to the best ones, the lower number first where two are alike. False where it is none of them. */
function addTo(best: Scored[], score: number, number: number): boolean {
  const last = best.length === mostRelated ? best.at(-1) : undefined
  if (score < leastScore * 1000 || (last && !isBefore(score, number, last))) return false
  const place = best.findIndex((other) => isBefore(score, number, other))
  best.splice(place < 0 ? best.length : place, 0, { number, score })
  best.length = Math.min(best.length, mostRelated)
  return true
}

function isBefore(score: number, number: number, other: Scored): boolean {
  return score > other.score || (score === other.score && number < other.number)
}

function linkTo(post: Post | undefined): PostLink | undefined {
  return post && { title: post.essay.title, route: post.route }
}
