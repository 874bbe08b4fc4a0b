import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writtenInCyrillic } from '../../src/theme/written-in-cyrillic.ts'

test('the script of a language is the one in its tag, else the usual one', () => {
  for (const lang of ['ru', 'uk-UA', 'sr', 'az-Cyrl', 'BG'])
    assert.ok(writtenInCyrillic(lang), lang)
  for (const lang of ['en-GB', 'sr-Latn', 'ja', 'x-klingon', '', 'no tag'])
    assert.ok(!writtenInCyrillic(lang), lang)
})
