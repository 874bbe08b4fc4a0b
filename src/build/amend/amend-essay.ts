import type { CompileContext } from '../../essay/compile.ts'
import type { Essay } from '../../model/essay.ts'
import { type EssayTerms, essayTerms } from '../../search/essay-terms.ts'
import { readingMinutes } from '../../theme/reading-time.ts'
import { type Answering, answersTo, isPlain } from '../cache/addresses.ts'
import type { KnownEssay, RenderedText } from '../cache/build-memory.ts'
import { type EssayHead, type Facets, facetsOf, headOf } from '../cache/essay-head.ts'
import { essayParts } from '../cache/reads.ts'
import { compilePost, type Rendered, renderEssay } from '../compile-post.ts'
import { isOfTheMoment, isStackOverflow } from '../giving-up.ts'
import type { ContentSource } from '../read-content.ts'
import { TimeIsUpError, withinTime } from '../time-limit.ts'
import type { Answer } from './book-line.ts'
import type { BookEntry } from './site-book.ts'

/** An essay after a change that shows nowhere but in its text. */
export interface AmendedEssay {
  readonly source: ContentSource
  readonly entry: BookEntry
  readonly before: KnownEssay & { readonly head: EssayHead; readonly rendered: RenderedText }
  readonly essay: Essay
  readonly facets: Facets
  readonly diagnostics: Essay['diagnostics']
  readonly rendered: Rendered
  /** Stands for what the site says to it. */
  readonly answers: string
  readonly says: Answering
  readonly terms: EssayTerms
}

/**
 * Compiles an essay whose bytes have changed.
 *
 * @param milliseconds that it may take
 * @returns undefined where the change may show elsewhere, or there is no telling
 */
export function amendedEssay(
  source: ContentSource,
  entry: BookEntry,
  { context, key }: { readonly context: CompileContext; readonly key: string },
  milliseconds: number,
): AmendedEssay | undefined {
  const { known: before } = entry
  const { head, rendered: old, facets: seen } = before
  if (!head || !old || !seen) return undefined
  try {
    return withinTime(milliseconds, () => {
      const { essay, diagnostics } = compilePost(source, context)
      if (!essay || diagnostics.some(isOfTheMoment)) return undefined
      const facets = facetsOf(essay, `${source.digest} ${key}`)
      if (facets.card !== seen.card || facets.summary !== seen.summary) return undefined
      if (elsewhere(headOf(essay)) !== elsewhere(head)) return undefined
      if (entry.readAs & changedParts(essay.words, head.words)) return undefined
      const says = answering(old, entry.answers ?? [])
      // A server may have shown it in another site, where drafts are to be seen.
      const answers = answersTo(old.questions, says)
      if (old.answers !== undefined && old.answers !== answers) return undefined
      const rendered = renderEssay(essay, context.settings, says)
      if (JSON.stringify(rendered.questions) !== JSON.stringify(old.questions)) return undefined
      const terms = essayTerms(essay)
      const known = { ...before, head, rendered: old }
      const now = { essay, facets, diagnostics, rendered, answers, terms }
      return { source, entry, before: known, ...now, says }
    })
  } catch (error) {
    if (error instanceof UnansweredError || error instanceof TimeIsUpError) return undefined
    if (isStackOverflow(error)) return undefined
    throw error
  }
}

/** What the rest of a site sees of an essay beyond how long it is; a link may stand on another line. */
function elsewhere({ words: _, siteLinks, ...head }: EssayHead): string {
  return JSON.stringify([head, siteLinks.map(({ place: _place, ...link }) => link)])
}

/** Bits of `essayParts` for what is other than it was; where only words have changed, these and the whole text. */
function changedParts(now: Essay['words'], before: Essay['words']): number {
  const [fresh, old] = [readingMinutes(now), readingMinutes(before)]
  const isAsLong = fresh.body === old.body && fresh.withNotes === old.withNotes
  return essayParts.whole | essayParts.words | (isAsLong ? 0 : essayParts.minutes)
}

/** The text asks the site something that it has not asked before. */
class UnansweredError extends Error {
  override readonly name = 'UnansweredError'
}

/** What the site said to the same questions: it says the same as long as nothing else in it changes. */
function answering({ questions }: RenderedText, answers: readonly Answer[]): Answering {
  const known = new Map(questions.map((question, i) => [question.join('\0'), answers[i]]))
  const answer = (kind: string, url: string, from: string): Answer => {
    const found = known.get([kind, url, from].join('\0'))
    if (found === undefined) throw new UnansweredError()
    return found
  }
  return {
    resolveLink: (url, from) => {
      const found = isPlain(url) ? url : answer('link', url, from)
      if (typeof found !== 'string') throw new UnansweredError()
      return found
    },
    image: (url, from) => {
      const found = answer('image', url, from)
      if (typeof found === 'string') throw new UnansweredError()
      return found ?? undefined
    },
  }
}
