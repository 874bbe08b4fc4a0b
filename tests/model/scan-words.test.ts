import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { wordScanner } from '../../src/model/scan-words.ts'

const characters = fc.oneof(
  fc.constantFrom(..."aZé9 ’'._-–—“\n\u00a0ǅß½²ª×ʰ\u0301\u2071\u2028жЖ中あ한\u{10400}\u{1d7d8}😀"),
  fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
  fc.integer({ min: 0, max: 0x2fff }).map((code) => String.fromCharCode(code)),
)
const text = fc.array(characters, { maxLength: 30 }).map((all) => all.join(''))

for (const [first, further, words] of [
  ['\\p{L}\\p{N}', "\\p{M}'’.\\-_", /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’.\-_]*/gu],
  ['\\p{L}\\p{N}\\p{M}', '', /[\p{L}\p{N}\p{M}]+/gu],
] as const)
  test(`words are those of ${words.source}`, () => {
    const scan = wordScanner(first, further)
    const found = (value: string): string[] => {
      const all: string[] = []
      scan(value, (start, end) => all.push(value.slice(start, end)))
      return all
    }
    fc.assert(
      fc.property(text, (value) => assert.deepEqual(found(value), value.match(words) ?? [])),
    )
    for (let code = 0; code <= 0xffff; code++) {
      const value = `a${String.fromCharCode(code)}b`
      assert.deepEqual(found(value), value.match(words) ?? [])
    }
  })
