// Makes blogs of any size to measure with: the same words for the same numbers, on any machine.
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** What a blog for a measurement is like. */
export interface CorpusShape {
  readonly posts: number
  /** Words of a post, about. */
  readonly words: number
  /** How notes are written, or that there are none. */
  readonly notes: 'labels' | 'stars' | 'none'
}

const nouns =
  'key lock door margin page reader archive ledger letter river harbour signal clock window bridge garden engine method question answer'.split(
    ' ',
  )
const verbs =
  'keeps loses carries marks opens measures follows repeats forgets answers divides explains'.split(
    ' ',
  )
const others =
  'old quiet careful second public narrow patient written open ordinary common later'.split(' ')
const tags = ['craft', 'history', 'letters', 'machines', 'maps', 'method', 'places', 'tools']

/** Writes a blog into a folder. @returns the sources of its posts, relative to the folder */
export function writeCorpus(folder: string, shape: CorpusShape): readonly string[] {
  const posts = path.join(folder, 'content/posts')
  mkdirSync(posts, { recursive: true })
  writeFileSync(
    path.join(folder, 'content/site.yaml'),
    'title: Bench\nurl: https://example.org/\ndescription: A blog to measure with\ntheme: plain\npageSize: 20\n',
  )
  return Array.from({ length: shape.posts }, (_, number) => {
    const name = `post-${String(number).padStart(6, '0')}.md`
    writeFileSync(path.join(posts, name), postText(number, shape))
    return `content/posts/${name}`
  })
}

function postText(number: number, { words, notes }: CorpusShape): string {
  const random = lcg(number + 1)
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  const sentence = (): string =>
    `The ${pick(others)} ${pick(nouns)} ${pick(verbs)} a ${pick(nouns)} of the ${pick(others)} ${pick(nouns)}`
  const body: string[] = []
  const ends: string[] = []
  let due: string[] = []
  for (let written = 0, note = 1; written < words; note++) {
    const sentences = Array.from({ length: 5 }, sentence)
    const mark =
      notes === 'labels' ? `[^${note}]` : notes === 'stars' ? '*'.repeat(((note - 1) % 3) + 1) : ''
    if (notes !== 'stars' && note % 5 === 0)
      body.push(`## The ${pick(others)} ${pick(nouns)} ${note}`)
    const text = `${sentences.join('. ')}.`
    body.push(mark === '' ? text : `${text.slice(0, -1)}${mark}.`)
    if (notes === 'labels') ends.push(`[^${note}]: ${sentence()}, and *${pick(nouns)}* too.`)
    if (notes === 'stars') due.push(`${mark}${sentence()}.`)
    // Star notes stand at the end of their section, three to each.
    if (due.length === 3) {
      body.push(...due, `## The ${pick(others)} ${pick(verbs)} ${note}`)
      due = []
    }
    written += 50
  }
  body.push(...due)
  const day = new Date(Date.UTC(2010, 0, 1) + number * 7_200_000).toISOString().slice(0, 19)
  const id = `bench-${String(number).padStart(6, '0')}`
  const front = [
    `id: ${id}`,
    `title: The ${pick(others)} ${pick(nouns)}, part ${number}`,
    `date: ${day}Z`,
    `description: ${sentence()}.`,
    `tags: [${pick(tags)}, ${pick(tags)}]`,
  ]
  return `---\n${front.join('\n')}\n---\n\n${[...body, ...ends].join('\n\n')}\n`
}

/** Numbers from 0 to 1 that are the same for the same seed (Numerical Recipes' constants). */
export function lcg(seed: number): () => number {
  let state = Math.imul(seed, 2654435761) >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
