import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { textOf } from '../../src/model/plain-text.ts'

test('white space of every kind is one space, and none at the ends', () => {
  const pieces = fc.constantFrom(
    'a',
    'é',
    ' ',
    '  ',
    '\n',
    '\t',
    '\r\n',
    '\u00a0',
    '\u2028',
    '\u3000',
  )
  fc.assert(
    fc.property(fc.array(pieces), (words) => {
      const value = words.join('')
      assert.equal(textOf({ type: 'text', value }), value.replace(/\s+/gu, ' ').trim())
    }),
  )
})
