/** What a character is for words: no part of one, what a word may go on with, or what one may begin with. */
type Part = 0 | 1 | 2

/** Latin letters, digits and signs, then dashes, quotation marks and spaces of typesetting: what most texts are made of. */
const western = /^[\0-\u024f\u2000-\u206f]*$/
const afterLatin = 0x250
const typesetting = 0x2000
const afterTypesetting = 0x2070

/**
 * Makes a function that tells of each word of a text where it begins and ends, in UTF-16 code units. It finds what the
 * regular expression of the two classes finds, in a quarter of the time for most texts.
 *
 * @param first a class of characters that words begin with, such as `\p{L}`
 * @param further a class of others that words go on with
 */
export function wordScanner(
  first: string,
  further: string,
): (text: string, found: (start: number, end: number) => void) => void {
  const words = new RegExp(`[${first}][${first}${further}]*`, 'gu')
  const begins = new RegExp(`[${first}]`, 'u')
  const goesOn = new RegExp(`[${first}${further}]`, 'u')
  const partOf = (code: number): Part => {
    const character = String.fromCharCode(code)
    return begins.test(character) ? 2 : goesOn.test(character) ? 1 : 0
  }
  const latin = Uint8Array.from({ length: afterLatin }, (_, code) => partOf(code))
  const signs = Uint8Array.from({ length: afterTypesetting - typesetting }, (_, i) =>
    partOf(typesetting + i),
  )
  return (text, found) => {
    if (!western.test(text)) {
      for (const { 0: word, index } of text.matchAll(words)) found(index, index + word.length)
      return
    }
    let start = -1
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      const part = code < afterLatin ? latin[code] : signs[code - typesetting]
      if (start < 0) {
        if (part === 2) start = i
      } else if (part === 0) {
        found(start, i)
        start = -1
      }
    }
    if (start >= 0) found(start, text.length)
  }
}
