import type { KnownFeeds } from '../../feeds/context.ts'
import type { Spool } from '../../io/ports.ts'
import type { Post, Site } from '../../model/site.ts'
import { manyWaiting, waitingBody, waitingText } from '../waiting-body.ts'
import type { BuildMemory } from './build-memory.ts'
import { digest } from './digest.ts'
import { knownBody, unmade } from './unmade.ts'

/** What feeds are made from beyond their posts. */
export interface FeedFacts {
  readonly site: Site
  readonly memory: BuildMemory
  readonly spool?: Spool | undefined
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
  const { site, memory, spool, engine, answers, image, later } = facts
  const shared = digest(JSON.stringify([engine, site.settings]))
  // Feeds hold every post once more: where there are many, they wait on the disk.
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
    hold: (text, again) => (large ? waitingText(text, spool, again) : () => text),
    body: (path, all, make) => {
      const inputs = digest(`${shared}\n${all}`)
      const known = memory.files.get(path)
      if (known?.inputs === inputs) return unmade(known.body, make)
      if (later) {
        const body = { sha256: inputs, bytes: 0 }
        memory.files.set(path, { inputs, reads: undefined, body })
        return unmade(body, make)
      }
      const body = large ? waitingBody(make(), spool, make) : make()
      memory.files.set(path, { inputs, reads: undefined, body: knownBody(body) })
      return body
    },
  }
}

function cardOf({ essay, route, tags }: Post, { essays }: BuildMemory): string {
  const card = essays.get(essay.source)?.facets?.card ?? ''
  return [card, essay.date?.text ?? '', route, ...tags.map((tag) => tag.route)].join(' ')
}
