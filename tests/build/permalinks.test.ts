import assert from 'node:assert/strict'
import test from 'node:test'
import { planFreeze } from '../../src/build/freeze.ts'
import { codes, memoryWorld, rendered } from '../site-from.ts'

const settings = (more = '', url = 'https://example.org/'): string =>
  `title: Margins\nurl: ${url}\ndescription: A test.\n${more}`
const post = (id: string, more = '', title = 'Krack'): string =>
  `---\nid: ${id}\ntitle: ${title}\ndate: 2017-10-17\nsummary: In short.\n${more}---\n\nWords.[^a]\n\n[^a]: The note.\n`
const recordPath = 'content/permalinks.json'
const record = (posts: Readonly<Record<string, object>>): string =>
  JSON.stringify({ version: 1, posts })

type Files = Readonly<Record<string, string>>

/** What programs remember the posts by, in each format. */
async function guids(files: Files): Promise<Readonly<Record<string, readonly string[]>>> {
  const site = await rendered(files)
  assert.equal(site.finished, true)
  const all = (path: string, pattern: RegExp): readonly string[] =>
    [...site.text(path).matchAll(pattern)].map(([, id = '']) => id).sort()
  return {
    rss: all('feed.xml', /<guid[^>]*>([^<]+)<\/guid>/g),
    atom: all('atom.xml', /<entry[^>]*><id>([^<]+)<\/id>/g),
    json: all('feed.json', /^ {3}"id": "([^"]+)"/gm),
  }
}

const before: Files = {
  'content/site.yaml': settings(),
  'content/posts/krack.md': post('k7q2m4xw'),
  'content/posts/other.md': post('m3x8p2d4', 'series: locks\n', 'Other'),
}

const changes: Readonly<Record<string, Files>> = {
  'the file': {
    'content/site.yaml': settings(),
    'content/posts/2017/renamed.md': post('k7q2m4xw'),
    'content/posts/x.md': post('m3x8p2d4', 'series: locks\n', 'Other'),
  },
  'the slug': { ...before, 'content/posts/krack.md': post('k7q2m4xw', 'slug: new\n') },
  'the title': { ...before, 'content/posts/krack.md': post('k7q2m4xw', '', 'Another title') },
  'the date': {
    ...before,
    'content/posts/krack.md': post('k7q2m4xw').replace('2017-10-17', '2018-01-01'),
  },
  'the domain': { ...before, 'content/site.yaml': settings('', 'https://blog.example.net/new/') },
  'the permalink': { ...before, 'content/site.yaml': settings('permalink: /:year/:slug/\n') },
}
for (const [name, files] of Object.entries(changes))
  test(`no id in any feed changes with ${name}`, async () => {
    const known = await guids(before)
    assert.deepEqual(
      Object.values(known).map((ids) => ids.length),
      [2, 2, 2],
    )
    assert.deepEqual(known.atom, known.rss)
    assert.deepEqual(known.json, known.rss)
    assert.deepEqual(await guids(files), known)
  })

test('an id that freezing writes changes no byte of a feed, nor the ids of notes', async () => {
  const files = {
    'content/site.yaml': settings(),
    'content/posts/a.md': '---\ntitle: A\ndate: 2020-01-01\n---\n\nWords.[^a]\n\n[^a]: The note.\n',
  }
  const plan = await planFreeze(memoryWorld(files))
  const [id] = plan.ids
  assert.ok(id && plan.record)
  const frozen = { ...files, [id.path]: id.after, [recordPath]: plan.record.after }
  const [first, second] = [await rendered(files), await rendered(frozen)]
  assert.deepEqual(codes(first), ['FD101'])
  assert.deepEqual(codes(second), [])
  assert.deepEqual(second.paths(), first.paths())
  for (const path of first.paths()) assert.equal(second.text(path), first.text(path), path)
})

const recorded: Files = {
  ...before,
  [recordPath]: record({
    k7q2m4xw: { path: 'content/posts/krack.md', urls: ['/posts/krack/'] },
    m3x8p2d4: { path: 'content/posts/other.md', urls: ['/posts/other/'] },
  }),
}

test('a site that is as it was recorded has no findings', async () => {
  assert.deepEqual(codes(await rendered(recorded)), [])
  const checked = await rendered(recorded, { check: true })
  assert.deepEqual(
    checked.diagnostics.filter((found) => found.severity !== 'info'),
    [],
  )
})

test('build and check name a lost address; the site is published all the same', async () => {
  const files = { ...recorded, 'content/posts/krack.md': post('k7q2m4xw', 'slug: patching\n') }
  for (const check of [false, true]) {
    const site = await rendered(files, { check })
    assert.deepEqual(
      codes(site).filter((code) => code !== 'FM116'),
      ['FD201'],
    )
    assert.equal(site.finished, true)
    assert.equal(site.diagnostics[0]?.hint, 'aliases: [/posts/krack/]')
  }
  const cured = {
    ...files,
    'content/posts/krack.md': post('k7q2m4xw', 'slug: patching\naliases: [/posts/krack/]\n'),
  }
  assert.deepEqual(codes(await rendered(cured)), [])
})

test('a change of the pattern, but not of the domain, loses every address', async () => {
  const pattern = { ...recorded, 'content/site.yaml': settings('permalink: /:year/:slug/\n') }
  assert.deepEqual(codes(await rendered(pattern)), ['FD201', 'FD201'])
  const domain = { ...recorded, 'content/site.yaml': settings('', 'https://example.net/blog/') }
  assert.deepEqual(codes(await rendered(domain)), [])
})

test('a post that is gone is lost, unless a public file stands in its place', async () => {
  const { 'content/posts/krack.md': _gone, ...rest } = recorded
  const site = await rendered(rest)
  assert.deepEqual(codes(site), ['FD202'])
  assert.equal(site.diagnostics[0]?.file, recordPath)
  assert.ok(site.sources(recordPath), 'the record can be shown beside the finding')
  const kept = { ...rest, 'public/posts/krack/index.html': '<title>Gone</title>' }
  assert.deepEqual(codes(await rendered(kept)), [])
})

test('a published post that is a draft now is lost, but not in a preview of drafts', async () => {
  const files = { ...recorded, 'content/posts/krack.md': post('k7q2m4xw', 'draft: true\n') }
  assert.deepEqual(codes(await rendered(files)), ['FD202'])
  assert.deepEqual(codes(await rendered(files, { drafts: true })), [])
})

test('while a post cannot be read, no other is said to be gone', async () => {
  const files = { ...recorded, 'content/posts/krack.md': '---\ntitle: [\n---\n' }
  const site = await rendered(files, { keepGoing: true })
  assert.deepEqual(codes(site), ['FM305'])
})

test('another id is told of with the one that was recorded', async () => {
  const files = { ...recorded, 'content/posts/krack.md': post('n2p3q4r5') }
  const site = await rendered(files)
  assert.deepEqual(codes(site), ['FD203'])
  assert.match(site.diagnostics[0]?.hint ?? '', /^id: k7q2m4xw /)
})

test('a record that cannot be read is an error with its place, and the site is published', async () => {
  for (const [text, code] of [
    ['{"version": 1,\n"posts": {]}', 'FD204'],
    ['', 'FS101'],
  ] as const) {
    const site = await rendered({ ...before, [recordPath]: text })
    assert.deepEqual(codes(site), [code])
    assert.equal(site.finished, true)
    assert.equal(site.diagnostics[0]?.file, recordPath)
  }
})
