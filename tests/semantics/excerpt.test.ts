import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { excerptOf, shorten } from '../../src/semantics/excerpt.ts'
import { mdastOf } from '../markdown.ts'

test('the first paragraph with words is the start of an essay', () => {
  assert.equal(
    excerptOf(mdastOf('# Title\n\n![x](y.png)\n\nFirst *words*.\n\nSecond.')),
    'First words.',
  )
})

test('no mark and no definition is in it', () => {
  assert.equal(excerptOf(mdastOf('Words[^1] here.\n\n[^1]: Note.\n')), 'Words here.')
})

test('a long text ends with a whole sentence where one fits', () => {
  assert.equal(shorten(`${'Some words here. '.repeat(20)}`), 'Some words here. '.repeat(11).trim())
})

test('else with a whole word and an ellipsis', () => {
  const text = shorten('word '.repeat(80))
  assert.match(text, /word…$/)
  assert.ok(text.length <= 200)
})

test('any text is cut to a description without half characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 600 }), (text) => {
      const short = shorten(text)
      assert.ok(short.length <= 201)
      assert.ok(!text.isWellFormed() || short.isWellFormed())
    }),
  )
})
