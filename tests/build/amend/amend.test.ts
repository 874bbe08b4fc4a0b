import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { type AmendedSite, amendedSite, forest, pathOf, postText } from './amended-site.ts'

const long = (words: number): string => `${'word '.repeat(words)}end.`

/** Builds a site, changes it, and builds it again. */
async function afterChange(change: (site: AmendedSite) => void): Promise<AmendedSite> {
  const site = amendedSite(forest())
  await site.build()
  change(site)
  const result = await site.build()
  assert.deepEqual(await site.differences(result), [])
  return site
}

const appended = (path: string, words: string) => (site: AmendedSite) =>
  site.put(path, `${site.files[path]}\n${words}\n`)

for (const [what, change] of [
  ['of the newest post', appended(pathOf('maple'), 'More of it.')],
  ['of a post in an archive', appended(pathOf('ash'), 'More of it.')],
  ['of a post with links and a picture', appended(pathOf('elm'), 'More of it.')],
  [
    'before a link',
    (site) => site.put(pathOf('elm'), site.files[pathOf('elm')]?.replace('See', 'So\n\nsee') ?? ''),
  ],
  [
    'of a post with findings',
    (site) =>
      site.put(
        pathOf('fir'),
        site.files[pathOf('fir')]?.replace('Said', 'So\n\nit was said') ?? '',
      ),
  ],
  ['of a post without an id', appended(pathOf('hazel'), 'More of it.')],
  ['of a page', appended('content/pages/about.md', 'And others.')],
  ['that are notes and headings', appended(pathOf('birch'), '## Below\n\nSo[^2].\n\n[^2]: Other.')],
  [
    'of several posts in one feed',
    (site) => {
      for (const name of ['hazel', 'larch', 'maple'] as const)
        appended(pathOf(name), `More of ${name}.`)(site)
    },
  ],
  [
    'that are none',
    (site) => site.put(pathOf('ash'), `${site.files[pathOf('ash')]}\n<!-- nothing -->\n`),
  ],
] satisfies [string, (site: AmendedSite) => void][])
  test(`words ${what} change their pages, feeds and the search, and nothing else is looked at`, async () => {
    const site = await afterChange(change)
    assert.ok(site.wasAmended())
  })

for (const [what, change] of [
  ['a title', (site) => site.put(pathOf('ash'), postText('ash', -12, { title: 'Ashes' }))],
  ['minutes of reading', appended(pathOf('ash'), long(600))],
  ['a link', appended(pathOf('ash'), '[elm](elm.md)')],
  ['a picture', appended(pathOf('ash'), '![Wood](wood.svg)')],
  ['a finding', appended(pathOf('ash'), 'Nothing[^gone].')],
  [
    'a finding less',
    (site) =>
      site.put(pathOf('fir'), postText('fir', 4, { body: 'Said[^shared].', more: 'x-a: 1\n' })),
  ],
  ['a post more', (site) => site.put('content/posts/new.md', postText('new', 40))],
  [
    'a setting',
    (site) => site.put('content/site.yaml', `${site.files['content/site.yaml']}lang: de\n`),
  ],
  ['a shared note', (site) => site.put('content/notes/all.md', '[^shared]: Of none.\n')],
  ['a text that cannot be read', (site) => site.put(pathOf('ash'), '---\ntitle: [\n---\n')],
] satisfies [string, (site: AmendedSite) => void][])
  test(`with ${what} the site is made as a whole`, async () => {
    const site = amendedSite(forest())
    await site.build()
    change(site)
    const result = await site.build()
    assert.ok(!site.wasAmended())
    if (result.finished) assert.deepEqual(await site.differences(result), [])
  })

test('what has become of feeds is known to the next build', async () => {
  const site = await afterChange(appended(pathOf('maple'), 'One.'))
  for (const words of ['Two.', 'Three.']) {
    appended(pathOf('maple'), words)(site)
    const result = await site.build()
    assert.ok(site.wasAmended())
    assert.deepEqual(await site.differences(result), [])
  }
  const { written, removed } = await site.build()
  assert.deepEqual([written, removed], [0, 0])
})

test('a feed that would hold other posts is made anew', async () => {
  // Three posts of this length fill a feed but for a few words.
  const filling = long(32_500)
  const files = forest()
  for (const [i, name] of (['hazel', 'larch', 'maple'] as const).entries())
    files[pathOf(name)] = postText(name, 8 + i, { body: filling })
  const site = amendedSite(files)
  await site.build()
  site.put(
    pathOf('maple'),
    postText('maple', 10, { body: `${filling}\n\n${'longer '.repeat(2400)}` }),
  )
  assert.deepEqual(await site.differences(await site.build()), [])
})

test('a page that is not the one that was written is made anew', async () => {
  const site = amendedSite(forest())
  await site.build()
  site.output.files.set('posts/birch/index.html', Buffer.from('x'))
  appended(pathOf('ash'), 'More.')(site)
  const result = await site.build()
  assert.ok(!site.wasAmended())
  assert.deepEqual(await site.differences(result), [])
})

const never = { weight: 5, arbitrary: fc.constant(undefined) }

const edits = fc.record({
  name: fc.constantFrom('ash', 'elm', 'fir', 'larch', 'maple'),
  words: fc.constantFrom('More.', 'Other words.', '*Yet* others.', '1. One', '[elm](elm.md)'),
  title: fc.oneof(never, fc.constantFrom('Ashes', 'Elms')),
  damage: fc.oneof(never, fc.record({ file: fc.nat(), at: fc.nat(), bit: fc.nat(7) })),
} as const)

test('one after the other, with damage between them, changes come to what a build of the whole does', async () => {
  let amended = 0
  await fc.assert(
    fc.asyncProperty(fc.array(edits, { minLength: 2, maxLength: 5 }), async (rounds) => {
      const site = amendedSite(forest())
      await site.build()
      for (const { name, words, title, damage } of rounds) {
        const path = pathOf(name)
        appended(path, words)(site)
        if (title) site.put(path, (site.files[path] ?? '').replace(/title: .*/, `title: ${title}`))
        if (damage) spoil(site, damage)
        assert.deepEqual(await site.differences(await site.build()), [])
        if (site.wasAmended()) amended++
      }
    }),
    { numRuns: 15 },
  )
  assert.ok(amended > 10, `${amended} builds`)
})

/** Turns over one bit of what is kept. */
function spoil(
  { cache }: AmendedSite,
  { file, at, bit }: { file: number; at: number; bit: number },
): void {
  const all = [...cache.files]
  const [name, bytes] = all[file % all.length] ?? []
  if (name === undefined || bytes === undefined || bytes.length === 0) return
  const place = at % bytes.length
  cache.files.set(name, bytes.with(place, (bytes[place] ?? 0) ^ (1 << bit)))
}
