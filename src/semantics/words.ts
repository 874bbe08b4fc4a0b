import { wordScanner } from '../model/scan-words.ts'
import { mayHoldUnspaced } from '../model/unspaced-scripts.ts'

/** Scripts that are written without spaces: each character counts as a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu
const eachSpaced = wordScanner('\\p{L}\\p{N}', "\\p{M}'’.\\-_")

/** Number of words of plain text, for the reading time. */
export function countWords(text: string): number {
  if (!mayHoldUnspaced(text)) return countSpaced(text)
  return (text.match(unspaced)?.length ?? 0) + countSpaced(text.replace(unspaced, ' '))
}

function countSpaced(text: string): number {
  let count = 0
  eachSpaced(text, () => count++)
  return count
}
