import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { holdsSuspects } from '../../src/model/suspect-characters.ts'

/** What holds suspects is gone through by this, and all that pages and feeds leave out is among them. */
const suspects =
  /[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufffd\p{Surrogate}\p{Noncharacter_Code_Point}]|[\u{10000}-\u{10ffff}]/u

test('a character is suspect where it may have to be left out, and nowhere else', () => {
  for (let code = 0; code <= 0xffff; code++) {
    const text = `a${String.fromCharCode(code)}b`
    assert.equal(holdsSuspects(text), suspects.test(text), code.toString(16))
  }
})

test('a text of several is suspect where one of them is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      assert.equal(holdsSuspects(text), suspects.test(text))
    }),
  )
})
