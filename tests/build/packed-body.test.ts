import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { packedBody, packedText } from '../../src/build/packed-body.ts'

test('a packed page is written as it was drawn', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const { sha256, bytes, make } = packedBody(text)
      const body = Buffer.from(make())
      assert.deepEqual(body, Buffer.from(text))
      assert.equal(bytes, body.length)
      assert.equal(packedText(text)(), text)
      assert.equal(sha256, createHash('sha256').update(body).digest('hex'))
    }),
  )
})
