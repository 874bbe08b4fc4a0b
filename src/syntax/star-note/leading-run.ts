import { featuresOf } from '../features.ts'
import { readMarkdown } from '../markdown.ts'

/** How CommonMark alone reads the stars at the beginning of a paragraph. */
export interface LeadingRun {
  /** All of them open emphasis, which is closed by runs that are themselves used up. */
  readonly emphasis?: true
  /** Emphasis takes part of the run, or leaves over part of the run that closes it. */
  readonly partial?: true
  /** Number of stars that emphasis leaves over at the beginning. */
  readonly left?: number
}

/**
 * Reads the stars at the beginning of a paragraph.
 *
 * - `*Originally published at X.*`: emphasis
 * - `*We are certain of that**`: partial, one star over at the end: note 1 calls note 2
 * - `***Note:** see above`: partial, one star left at the beginning: note 1 begins with strong words
 * - `** text`: neither
 *
 * @param text a paragraph that begins with stars
 */
export function readLeadingRun(text: string): LeadingRun {
  // Without a second run nothing can close the first.
  const stars = /^\*+/.exec(text)?.[0].length ?? 0
  if (!text.includes('*', stars)) return {}
  const features = { ...featuresOf(text), literalLinks: false }
  const block = readMarkdown(text, { features, labels: 'any' }).children[0]
  if (block?.type !== 'paragraph') return {}
  const [first, second] = block.children
  if (first?.type === 'emphasis' || first?.type === 'strong')
    return text[first.position?.end.offset ?? 0] === '*' ? { partial: true } : { emphasis: true }
  if (first?.type !== 'text' || !/^\*+$/.test(first.value)) return {}
  if (second?.type !== 'emphasis' && second?.type !== 'strong') return {}
  return { partial: true, left: first.value.length }
}
