import { mayHoldUnspaced } from '../model/unspaced-scripts.ts'

/** Scripts that are written without spaces: each character counts as a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu
const spaced = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.\-_]*/gu

/** Number of words of plain text, for the reading time. */
export function countWords(text: string): number {
  if (!mayHoldUnspaced(text)) return matches(text, spaced)
  return matches(text, unspaced) + matches(text.replace(unspaced, ' '), spaced)
}

function matches(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0
}
