import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { memoryWorld } from '../../site-from.ts'
import { change, modelSite } from './model-site.ts'

const { loadTheme } = memoryWorld({})
const loaded = await loadTheme('plain')
const load: typeof loadTheme = async (name) => (name === 'plain' ? loaded : loadTheme(name))

test('whatever has happened, a build with a cache writes and says what one without would', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 }),
      async (rounds) => {
        const site = modelSite(load)
        for (const round of rounds) {
          for (const step of round) site.apply(step)
          const [warm, cold] = [await site.build(), await site.buildCold()]
          assert.equal(warm.result.finished, cold.result.finished)
          assert.deepEqual(warm.findings, cold.findings)
          if (cold.result.finished) assert.deepEqual(differing(warm.files, cold.files), [])
        }
      },
    ),
    { numRuns: Number(process.env.CACHE_RUNS ?? 40) },
  )
})

/** The paths at which two sites are not the same. */
function differing(one: Readonly<Record<string, string>>, other: typeof one): readonly string[] {
  const paths = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...paths].filter((path) => one[path] !== other[path])
}
