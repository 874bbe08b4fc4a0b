import type { Paragraph } from 'mdast'
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
  if (standsAlone(text)) return {}
  const features = { ...featuresOf(text), literalLinks: false }
  const block = readMarkdown(text, { features, labels: 'any' }).children[0]
  return block?.type === 'paragraph' ? leadingRunOf(block, text) : {}
}

/** Whether there is no second run of stars, so that nothing can close the first. */
function standsAlone(text: string): boolean {
  const stars = /^\*+/.exec(text)?.[0].length ?? 0
  return !text.includes('*', stars)
}

/** What the text around a paragraph may have a say in: brackets, formulas and addresses. */
const notAlone = /[[$<@]|www\.|:\/\//i

/**
 * The same of a whole paragraph that has been read with the text it stands in.
 *
 * @param text that text, without star notes
 * @param start offset of the stars
 */
export function leadingRunWithin(paragraph: Paragraph, text: string, start: number): LeadingRun {
  const typed = text.slice(start, paragraph.position?.end.offset)
  if (standsAlone(typed)) return {}
  return notAlone.test(typed) ? readLeadingRun(typed) : leadingRunOf(paragraph, text)
}

function leadingRunOf({ children: [first, second] }: Paragraph, text: string): LeadingRun {
  if (first?.type === 'emphasis' || first?.type === 'strong')
    return text[first.position?.end.offset ?? 0] === '*' ? { partial: true } : { emphasis: true }
  if (first?.type !== 'text' || !/^\*+$/.test(first.value)) return {}
  if (second?.type !== 'emphasis' && second?.type !== 'strong') return {}
  return { partial: true, left: first.value.length }
}
