import { type Diagnostic, type DiagnosticDetails, diagnose } from '../../model/diagnostic.ts'
import { nearestPassage } from './nearest-passage.ts'
import { quoteTokens, type Token } from './quote-tokens.ts'

/** Whether the words of a pull quote stand in a text, and if not, what stands there instead. */
export type PullQuoteCheck =
  | { readonly found: true }
  | {
      readonly found: false
      /** The passage that is most like the quote, as it is printed; absent where nothing is like it. */
      readonly nearest?: string | undefined
    }

/**
 * Looks for the words of a pull quote in a text. Only words count: case, punctuation, the shape of quotes
 * and dashes, and white space do not. An ellipsis stands for words that the quote leaves out, so what
 * it parts must follow each other in the text; at either end it means nothing.
 *
 * @param quote plain text, as the author wrote it
 * @param text plain text of the essay, without note marks
 */
export function checkPullQuote(quote: string, text: string): PullQuoteCheck {
  const pieces = quote
    .split(/\[?(?:…|\.{2,}|(?:\. ){2,}\.)\]?/u)
    .map(quoteTokens)
    .filter((words) => words.length > 0)
  const words = quoteTokens(text)
  if (pieces.length > 0 && standInOrder(pieces, words)) return { found: true }
  const nearest = nearestPassage(pieces.flat(), words)
  return nearest
    ? { found: false, nearest: text.slice(nearest.start, nearest.end) }
    : { found: false }
}

function standInOrder(pieces: readonly (readonly Token[])[], words: readonly Token[]): boolean {
  const text = line(words)
  let from = 0
  for (const piece of pieces) {
    const wanted = line(piece)
    const at = text.indexOf(wanted, from)
    if (at < 0) return false
    // The space after a piece is the space before the next.
    from = at + wanted.length - 1
  }
  return true
}

function line(words: readonly Token[]): string {
  return ` ${words.map((token) => token.word).join(' ')} `
}

/**
 * The finding about a pull quote whose words are not in the essay, the front matter's among them.
 *
 * @param quote plain text, as the author wrote it
 * @param text plain text of the essay, without note marks and without its pull quotes
 * @returns nothing where the words stand in the essay
 */
export function pullQuoteFinding(
  quote: string,
  text: string,
  where: Pick<DiagnosticDetails, 'file' | 'place'>,
): Diagnostic | undefined {
  const check = checkPullQuote(quote, text)
  if (check.found) return undefined
  return diagnose('PQ101', {
    message: check.nearest
      ? `The words of this pull quote do not stand in the essay. The nearest passage is “${check.nearest}”.`
      : 'The words of this pull quote do not stand in the essay, nor anything like them.',
    ...where,
    hint: check.nearest
      ? 'Quote the passage word for word; an ellipsis (…) may stand for words that are left out.'
      : 'Quote words of the essay, or mark them where they stand with :pull[the words].',
  })
}
