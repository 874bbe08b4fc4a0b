import { wordScanner } from './scan-words.ts'
import { mayHoldUnspaced } from './unspaced-scripts.ts'

/** Scripts whose words no space parts. Their runs are cut into pairs of characters, which needs no dictionary. */
const unspaced =
  /(?=[\p{L}\p{N}])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u
const runs = new RegExp(
  `(?:${unspaced.source}\\p{M}*)+|(?:(?!${unspaced.source})[\\p{L}\\p{N}\\p{M}])+`,
  'gu',
)

/** The same where there is no such script. */
const eachSpacedRun = wordScanner('\\p{L}\\p{N}\\p{M}', '')

/** Accents of Latin, Greek and Cyrillic, points of Hebrew and vowel signs of Arabic, which people leave out when they type. */
const marks = /[\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u065f\u0670]/g
/** Apostrophes, soft hyphens and characters without width: nobody types them in the same way twice. */
const unseen = /['’ʼ\u00ad\u200b-\u200d\u2060\ufeff]/g
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** The longest term, in UTF-16 code units: what is longer is no word but a key or an address. */
export const longestTerm = 40

/**
 * The terms of a text in their order: lower case, without accents, one for each word; of scripts without
 * spaces one for each pair of characters. Index and question are cut by this one function, so that they
 * always agree.
 *
 * @param use an index also holds each character of such a script, for questions of one
 */
export function termsOf(text: string, use: 'question' | 'index' = 'question'): readonly string[] {
  const folded = text
    .replace(unseen, '')
    .normalize('NFKD')
    .replace(marks, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => spelledOut[letter] ?? letter)
  const terms: string[] = []
  if (!mayHoldUnspaced(folded)) {
    eachSpacedRun(folded, (start, end) => {
      terms.push(folded.slice(start, Math.min(end, start + longestTerm)))
    })
    return terms
  }
  for (const [run] of folded.matchAll(runs))
    if (unspaced.test(run)) terms.push(...pairsOf(run, use))
    else terms.push(run.slice(0, longestTerm))
  return terms
}

/** 東京都 → 東京, 京都; a character that stands alone is its own term. */
function pairsOf(run: string, use: 'question' | 'index'): readonly string[] {
  const characters = [...run]
  if (characters.length < 2) return characters
  const pairs = characters.slice(1).map((character, index) => `${characters[index]}${character}`)
  return use === 'index' ? [...pairs, ...characters] : pairs
}
