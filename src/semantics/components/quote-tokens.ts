/** One word of a text, made comparable. */
export interface Token {
  /** Lower case, compatibility forms and apostrophes made one. */
  readonly word: string
  /** Where the word stands in the text, in UTF-16 code units. */
  readonly start: number
  readonly end: number
}

const unspaced =
  '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}]'

/**
 * A word: letters and digits with what may stand inside a word. A character of a script that is written
 * without spaces is a word of its own.
 */
const wordPattern = new RegExp(
  `${unspaced}\\p{M}*|[\\p{L}\\p{N}](?:(?!${unspaced})[\\p{L}\\p{N}\\p{M}\\u00AD\\u200B-\\u200D\\u2060]|['’ʼ＇](?=[\\p{L}\\p{N}]))*`,
  'gu',
)

/** The words of a text in order; punctuation and symbols are no words. */
export function quoteTokens(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(wordPattern)) {
    const [raw] = match
    const word = raw
      .normalize('NFKC')
      .replace(/[\u00AD\u200B-\u200D\u2060]/gu, '')
      .replace(/[’ʼ＇]/gu, "'")
      .toLowerCase()
    tokens.push({ word, start: match.index, end: match.index + raw.length })
  }
  return tokens
}
