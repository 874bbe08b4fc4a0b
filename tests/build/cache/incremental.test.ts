import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { memoryWorld } from '../../site-from.ts'
import { type Change, change, modelSite, type PostSpec } from './model-site.ts'

const { loadTheme } = memoryWorld({})
const loaded = await loadTheme('plain')
const load: typeof loadTheme = async (name) => (name === 'plain' ? loaded : loadTheme(name))

const plain: PostSpec = {
  title: 'On ash',
  day: 2,
  tags: ['wood'],
  series: '',
  draft: false,
  expires: false,
  body: 'Words.',
  link: '',
}
const post = (slug: string, spec: Partial<PostSpec> = {}): Change => ({
  do: 'post',
  slug,
  post: { ...plain, ...spec },
})
const edit = (part: Partial<PostSpec>): Change => ({ do: 'edit', slug: 'ash', part })

/** What chance seldom finds: changes that show in one place only. */
const narrow: readonly (readonly (readonly Change[])[])[] = [
  [
    [post('ash', { body: 'Words.\n\n## Below\n\nOne.' })],
    [edit({ body: 'Words.\n\n## Below\n\nTwo.' })],
  ],
  [
    [post('ash', { link: '[elm](elm.md)' }), post('elm')],
    [{ do: 'rename', slug: 'elm', to: 'fir' }],
  ],
  [[post('ash', { link: '[elm](elm.md)' })], [post('elm')]],
  [[post('ash', { link: '![Wood](wood.svg)' })], [{ do: 'picture', width: 3 }]],
  [[post('ash', { link: '![Wood](wood.svg)' })], [{ do: 'picture', width: 0 }]],
  [
    [post('ash', { body: 'See[^shared].' }), { do: 'shared', words: 'Words.' }],
    [{ do: 'shared', words: 'Other words.' }],
  ],
  [[post('ash'), post('elm')], [edit({ title: 'On birch' })]],
  [[post('ash'), post('elm')], [edit({ tags: ['Leaf'] })]],
  [[post('ash', { series: 'forest' }), post('elm', { series: 'forest' })], [edit({ series: '' })]],
  [[post('ash', { expires: true })], [{ do: 'time', year: 2022 }]],
  [[post('ash', { draft: true })], [{ do: 'drafts', drafts: true }]],
  [[post('ash', { draft: true }), post('elm'), { do: 'serve' }], [edit({ draft: false })]],
  [
    [post('ash'), post('elm')],
    [edit({ body: 'Words.\n\n## Below' }), { do: 'serve' }],
  ],
  [[post('ash'), post('elm')], [edit({ body: 'Other words.' })], [edit({ title: 'On birch' })]],
  [
    [post('ash'), post('elm')],
    [edit({ body: 'Other words.' })],
    [edit({ title: 'On birch' }), { do: 'serve' }, edit({ title: 'On ash', body: 'Words.' })],
    [edit({ body: 'Other words.' })],
  ],
]

test('whatever has happened, a build and a server with a cache write, show and say what they would without', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 6 }),
      async (rounds) => {
        const site = modelSite(load)
        for (const round of rounds) {
          for (const step of round) {
            site.apply(step)
            if (step.do !== 'serve') continue
            const [warm, cold] = [await site.serve(), await site.serveCold()]
            assert.deepEqual(warm.findings, cold.findings)
            assert.deepEqual(differing(warm.files, cold.files), [])
          }
          const [warm, cold] = [await site.build(), await site.buildCold()]
          assert.equal(warm.result.finished, cold.result.finished)
          assert.deepEqual(warm.findings, cold.findings)
          if (cold.result.finished) assert.deepEqual(differing(warm.files, cold.files), [])
        }
      },
    ),
    {
      numRuns: Number(process.env.CACHE_RUNS ?? 40) + narrow.length,
      examples: narrow.map((rounds) => [rounds.map((round) => [...round])]),
    },
  )
})

/** The paths at which two sites are not the same. */
function differing(one: Readonly<Record<string, string>>, other: typeof one): readonly string[] {
  const paths = new Set([...Object.keys(one), ...Object.keys(other)])
  return [...paths].filter((path) => one[path] !== other[path])
}
