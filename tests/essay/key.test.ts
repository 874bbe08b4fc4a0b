import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noteKey } from '../../src/essay/key.ts'

test('a key is letters and digits in turn, so that it never spells a word', () => {
  for (let i = 0; i < 500; i++) assert.match(noteKey(`id-${i}`), /^(?:[a-z][2-9]){3}$/)
})

test('two of a thousand posts hardly ever share one', () => {
  const keys = new Set(Array.from({ length: 1000 }, (_, i) => noteKey(`post-${i}`)))
  assert.ok(keys.size >= 998, `${keys.size} keys`)
})
