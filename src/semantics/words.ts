/** Scripts that are written without spaces: each character counts as a word. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/gu
const spaced = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.\-_]*/gu

/** Number of words of plain text, for the reading time. */
export function countWords(text: string): number {
  let count = 0
  const rest = text.replace(unspaced, () => {
    count++
    return ' '
  })
  for (const _ of rest.matchAll(spaced)) count++
  return count
}
