import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import fc from 'fast-check'
import { blake2b } from '../../../src/build/signature/blake2b.ts'

test('gives the 64 bytes that OpenSSL gives', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (message) => {
      const expected = createHash('blake2b512').update(message).digest('hex')
      assert.equal(Buffer.from(blake2b(message, 64)).toString('hex'), expected)
    }),
    { examples: [0, 127, 128, 129, 256].map((length): [Uint8Array] => [new Uint8Array(length)]) },
  )
})

test('gives the published 32 bytes of the empty message', () => {
  assert.equal(
    Buffer.from(blake2b(new Uint8Array(), 32)).toString('hex'),
    '0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8',
  )
})
