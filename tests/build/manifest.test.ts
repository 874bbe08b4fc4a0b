import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { parseManifest, printManifest, redirectsIn } from '../../src/build/manifest.ts'
import type { OutputPath } from '../../src/model/paths.ts'

const name = fc.stringMatching(/^[a-z"ä ]{1,8}$/)
const digest = fc.record(
  { sha256: fc.stringMatching(/^[0-9a-f]{64}$/), bytes: fc.nat() },
  { noNullPrototype: true },
)
const byPath = <T>(value: fc.Arbitrary<T>) =>
  fc.uniqueArray(fc.tuple(name, value), { selector: ([path]) => path })

test('a manifest is JSON as it is commonly indented, its paths in order', () => {
  fc.assert(
    fc.property(byPath(digest), byPath(name), (files, redirects) => {
      const text = printManifest(
        new Map(files as [OutputPath, { sha256: string; bytes: number }][]),
        new Map(redirects as [OutputPath, string][]),
      )
      assert.equal(text, `${JSON.stringify(JSON.parse(text), undefined, 1)}\n`)
      assert.deepEqual([...parseManifest(text)], inOrder(files))
      assert.deepEqual([...redirectsIn(text)], inOrder(redirects))
    }),
    { numRuns: 200 },
  )
})

function inOrder<T>(entries: readonly (readonly [string, T])[]): readonly (readonly [string, T])[] {
  return [...entries].sort(([a], [b]) => (a < b ? -1 : 1))
}
