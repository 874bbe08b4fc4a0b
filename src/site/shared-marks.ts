import type { Post } from '../model/site.ts'
import { slugify } from '../model/slug.ts'
import { termsOf } from '../model/terms.ts'

/** A shared tag says as much as so many shared words. */
const tagWeight = 3

/** What a post shares with others, each once. */
export interface Marks {
  readonly tags: readonly string[]
  readonly words: readonly string[]
}

export function marksOf({ essay }: Post): Marks {
  const { front, title, standfirst = '', summary } = essay
  const words = termsOf([title, front.subtitle ?? '', standfirst, summary].join(' '))
  return {
    tags: [...new Set(front.tags.map((tag) => slugify(tag, 'folder')))],
    words: [...new Set(words.filter((word) => word.length > 1 && !/^\d{1,3}$/.test(word)))],
  }
}

/** Posts of one language with the same tags. */
export interface Groups {
  /** By number of the post. */
  readonly of: readonly number[]
  /** By number of the group: those of its posts that still hold, in their order. */
  readonly posts: readonly (readonly number[])[]
  readonly languages: readonly string[]
  readonly byTag: ReadonlyMap<string, readonly number[]>
}

/** Posts by what decides which others they share a tag with. */
export function groupsOf(posts: readonly Post[], marks: readonly Marks[]): Groups {
  const byKey = new Map<string, number>()
  const members: number[][] = []
  const languages: string[] = []
  const byTag = new Map<string, number[]>()
  const of = posts.map((post, number) => {
    const { tags = [] } = marks[number] ?? {}
    const language = languageOf(post)
    const key = [language, ...[...tags].sort()].join('\0')
    const group = byKey.get(key) ?? members.push([]) - 1
    if (!byKey.has(key)) {
      byKey.set(key, group)
      languages.push(language)
      for (const tag of tags) listed(byTag, tag).push(group)
    }
    if (post.essay.front.status === undefined) members[group]?.push(number)
    return group
  })
  return { of, posts: members, languages, byTag }
}

/** How much it says to share a tag or a word: more, the fewer posts have it. */
export interface Weights {
  readonly tags: ReadonlyMap<string, number>
  /** Of the words that count, with the posts that have them. */
  readonly words: ReadonlyMap<
    string,
    { readonly weight: number; readonly owners: readonly number[] }
  >
}

export function weightsOf(marks: readonly Marks[]): Weights {
  const tags = new Map<string, number>()
  const owners = new Map<string, number[]>()
  for (const [number, own] of marks.entries()) {
    for (const tag of own.tags) tags.set(tag, (tags.get(tag) ?? 0) + 1)
    for (const word of own.words) listed(owners, word).push(number)
  }
  return {
    tags: new Map([...tags].map(([tag, count]) => [tag, tagWeightOf(count, marks.length)])),
    words: new Map(
      [...owners].flatMap(([word, own]) => {
        const weight = wordWeightOf(own.length, marks.length)
        return weight === 0 ? [] : [[word, { weight, owners: own }] as const]
      }),
    ),
  }
}

function tagWeightOf(owners: number, posts: number): number {
  return owners < 2 ? 0 : Math.log(1 + posts / owners) * tagWeight
}

/** Words that every eighth post has tell nothing, nor do those that only one has. */
function wordWeightOf(owners: number, posts: number): number {
  if (owners < 2 || owners > Math.max(2, Math.min(posts / 8, 100))) return 0
  return Math.log(1 + posts / owners)
}

function listed<Key>(lists: Map<Key, number[]>, key: Key): number[] {
  const known = lists.get(key)
  if (known) return known
  const list: number[] = []
  lists.set(key, list)
  return list
}

function languageOf({ essay }: Post): string {
  return essay.lang.toLowerCase().split('-')[0] ?? ''
}
