import assert from 'node:assert/strict'
import { test } from 'node:test'
import { scriptOf } from '../../src/theme/script-of.ts'

test('the script of a language is the one in its tag, else the usual one', () => {
  for (const lang of ['ru', 'uk-UA', 'sr', 'az-Cyrl', 'BG']) assert.equal(scriptOf(lang), 'Cyrl')
  for (const lang of ['en-GB', 'sr-Latn', 'vi']) assert.equal(scriptOf(lang), 'Latn')
  assert.equal(scriptOf('ja'), 'Jpan')
  for (const lang of ['x-klingon', '', 'no tag']) assert.equal(scriptOf(lang), undefined)
})
