import type { KnownFeeds } from '../../feeds/context.ts'
import type { Post, Site } from '../../model/site.ts'
import { manyWaiting, packedText } from '../packed-body.ts'
import { sha256 } from '../sha256.ts'
import type { BuildMemory } from './build-memory.ts'
import { digest } from './digest.ts'
import { unmade } from './unmade.ts'

/** What feeds are made from beyond their posts. */
export interface FeedFacts {
  readonly site: Site
  readonly memory: BuildMemory
  /** Stands for the engine. */
  readonly engine: string
  /** Stands for where an essay's links lead and what its pictures are; undefined where it is not rendered yet. */
  readonly answers: (essay: Post['essay']) => string | undefined
  /** Stands for the picture of a post. */
  readonly image: (post: Post) => unknown
  /** Whether what can be made later is to be made only when it is asked for. */
  readonly later: boolean
}

/** Feeds as the memory knows them. */
export function knownFeeds(facts: FeedFacts): KnownFeeds {
  const { site, memory, engine, answers, image, later } = facts
  const shared = digest(JSON.stringify([engine, site.settings]))
  // Feeds hold every post once more: where there are many, each is printed again when it is written.
  const large = site.posts.length > manyWaiting
  // What stands in the place of a retracted post can be any other one.
  let cards: string | undefined
  const allCards = (): string => {
    cards ??= digest(site.posts.map((post) => cardOf(post, memory)).join('\n'))
    return cards
  }
  return {
    inputs: (post) => {
      const { essay } = post
      const facets = memory.essays.get(essay.source)?.facets
      const answered = answers(essay)
      if (!facets || answered === undefined) return undefined
      const { whole, summary } = facets
      const picture = essay.front.image ? JSON.stringify(image(post)) : ''
      const others = essay.front.status ? allCards() : ''
      const own = [shared, whole, cardOf(post, memory), summary, answered, picture, others]
      return digest(own.join('\n'))
    },
    sizes: (post, inputs) => {
      const known = memory.items.get(post.essay.source)
      return known?.inputs === inputs ? known : undefined
    },
    keepSizes: (post, inputs, sizes) => {
      memory.items.set(post.essay.source, { inputs, ...sizes })
    },
    hold: (text) => (large ? packedText(text) : () => text),
    body: (path, all, make) => {
      const inputs = digest(`${shared}\n${all}`)
      const known = memory.files.get(path)
      if (known?.inputs === inputs) return unmade(known.body, make)
      const body = later ? { sha256: inputs, bytes: 0 } : large ? digestOf(make()) : make()
      memory.files.set(path, { inputs, reads: undefined, body })
      return unmade(body, make)
    },
  }
}

function digestOf(text: string): { readonly sha256: string; readonly bytes: number } {
  return { sha256: sha256(text), bytes: Buffer.byteLength(text) }
}

function cardOf({ essay, route, tags }: Post, { essays }: BuildMemory): string {
  const card = essays.get(essay.source)?.facets?.card ?? ''
  return [card, essay.date?.text ?? '', route, ...tags.map((tag) => tag.route)].join(' ')
}
