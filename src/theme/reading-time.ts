import type { Essay, ReadingMinutes } from '../model/essay.ts'

/** Words that a reader of essays takes in a minute. Brysbaert 2019: 238 for English non-fiction, silently. */
const wordsPerMinute = 238

/** Whole minutes that a reader needs for the body, and for the body with its notes; at least one. */
export function readingMinutes(words: Essay['words']): ReadingMinutes {
  // Where they are told, the page need not look at the words, and so does not change with each of them.
  return (
    words.minutes ?? { body: minutes(words.body), withNotes: minutes(words.body + words.notes) }
  )
}

function minutes(words: number): number {
  return Math.max(1, Math.round(words / wordsPerMinute))
}
