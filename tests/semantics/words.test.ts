import assert from 'node:assert/strict'
import { test } from 'node:test'
import { countWords } from '../../src/semantics/words.ts'

const cases: readonly (readonly [string, number])[] = [
  ['', 0],
  ['— … !', 0],
  ['One two  three.', 3],
  ['don’t re-use 3.14', 3],
  ['naïve cafe\u0301', 2],
  ['安全な鍵', 4],
  ['WPA2 と鍵', 3],
]
for (const [text, count] of cases)
  test(`${JSON.stringify(text)} has ${count} words`, () => assert.equal(countWords(text), count))
