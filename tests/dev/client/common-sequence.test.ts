import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { commonSequence } from '../../../src/dev/client/common-sequence.ts'
import { spentSince } from '../../processor-time.ts'

const words = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })

test('what both lists hold in the same order is found', () => {
  assert.deepEqual(commonSequence(['h', '1', '2', 'p', '2'], ['h', '0', '2', '1', '2', 'q', '2']), [
    [0, 0],
    [1, 3],
    [2, 4],
    [4, 6],
  ])
  assert.deepEqual(commonSequence(['a'], ['a', 'a']), [[0, 0]])
  assert.deepEqual(commonSequence([], ['a']), [])
})

test('pairs are equal, in order, and no sequence is longer', () => {
  fc.assert(
    fc.property(words, words, (a, b) => {
      const pairs = commonSequence(a, b)
      for (const [i, j] of pairs) assert.equal(a[i], b[j])
      for (const [index, [i, j]] of pairs.entries()) {
        const [before, beside] = pairs[index - 1] ?? [-1, -1]
        assert.ok(i > before && j > beside)
      }
      assert.equal(pairs.length, longestLength(a, b))
    }),
  )
})

test('lists that share nothing but are long end soon', () => {
  const list = (name: string): string[] => Array.from({ length: 5_000 }, (_, i) => `${name}${i}`)
  const started = process.cpuUsage()
  assert.deepEqual(commonSequence(list('a'), list('b')), [])
  assert.ok(spentSince(started) < 1_000)
})

/** By trying out, to compare with. */
function longestLength(a: readonly string[], b: readonly string[]): number {
  const [first, ...rest] = a
  if (first === undefined) return 0
  const at = b.indexOf(first)
  const without = longestLength(rest, b)
  return at < 0 ? without : Math.max(without, 1 + longestLength(rest, b.slice(at + 1)))
}
