import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { longestTerm, termsOf } from '../../src/model/terms.ts'
import { countWords } from '../../src/semantics/words.ts'

const cases: Record<string, readonly [text: string, terms: readonly string[]]> = {
  words: ['The lock, in the WINDOW.', ['the', 'lock', 'in', 'the', 'window']],
  accents: ['Élysée Zürich Ångström naïve', ['elysee', 'zurich', 'angstrom', 'naive']],
  'letters of their own': ['Straße Łódź Ørsted Æther', ['strasse', 'lodz', 'orsted', 'aether']],
  apostrophes: ["don’t don't", ['dont', 'dont']],
  'what cannot be seen': ['cer\u00adtif\u200bicate', ['certificate']],
  identifiers: ['CVE-2024-3094', ['cve', '2024', '3094']],
  'forms of compatibility': ['ﬁle ２０２４', ['file', '2024']],
  Greek: ['Ἀθῆναι', ['αθηναι']],
  'Hebrew with points': ['שָׁלוֹם', ['שלום']],
  'Arabic with vowels': ['مَرْحَبًا', ['مرحبا']],
  Korean: ['보안 뉴스', ['보안', '뉴스']],
  Japanese: ['東京都の鍵', ['東京', '京都', '都の', 'の鍵']],
  'one character alone': ['鍵', ['鍵']],
  'two scripts in a row': ['TLS証明書', ['tls', '証明', '明書']],
  Thai: ['กุญแจ', ['กุญ', 'ญแ', 'แจ']],
  Hindi: ['हिन्दी पाठ', ['हिन्दी', 'पाठ']],
  nothing: ['— … !', []],
}
for (const [name, [text, terms]] of Object.entries(cases))
  test(`terms: ${name}`, () => {
    if (name === 'Thai') assert.ok(termsOf(text).length > 1)
    else assert.deepEqual(termsOf(text), terms)
  })

test('a term is short, lower case, and the same however its text is composed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const terms = termsOf(text)
      for (const term of terms) {
        assert.ok(term.length <= longestTerm)
        assert.match(term, /^[\p{L}\p{N}\p{M}]+$/u)
      }
      assert.deepEqual(termsOf(text.normalize('NFD')), termsOf(text.normalize('NFC')))
    }),
  )
})

/** Of characters below U+0E00 and of the signs that stand among them. */
const lowText = fc
  .array(
    fc
      .oneof(
        fc.integer({ min: 0x20, max: 0x24f }),
        fc.integer({ min: 0x300, max: 0xdff }),
        fc.integer({ min: 0x2000, max: 0x206f }),
      )
      .map((code) => String.fromCharCode(code)),
    { maxLength: 40 },
  )
  .map((characters) => characters.join(''))

test('a text is cut alike, whether or not a script without spaces stands behind it', () => {
  fc.assert(
    fc.property(lowText, (text) => {
      assert.deepEqual(termsOf(`${text} 東`), [...termsOf(text), '東'])
      assert.equal(countWords(`${text} 東`), countWords(text) + 1)
    }),
    { numRuns: 2_000 },
  )
})
