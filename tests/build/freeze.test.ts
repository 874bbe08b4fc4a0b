import assert from 'node:assert/strict'
import test from 'node:test'
import { type FreezePlan, planFreeze } from '../../src/build/freeze.ts'
import { memorySource } from '../../src/io/memory.ts'

const settings = 'title: Margins\nurl: https://example.org/\ndescription: A test.\n'
const record = 'content/permalinks.json'

type Files = Readonly<Record<string, string>>

function plan(files: Files, forgotten?: string): Promise<FreezePlan> {
  const source = memorySource({ 'content/site.yaml': settings, ...files })
  return planFreeze({ source, clock: { now: () => Date.UTC(2026, 0, 1) } }, forgotten)
}

/** The files as they are after a plan was carried out. */
function done(files: Files, { ids, record: written }: FreezePlan): Files {
  const changed = Object.fromEntries(ids.map(({ path, after }) => [path, after]))
  return { ...files, ...changed, ...(written ? { [record]: written.after } : {}) }
}

const frozen = async (files: Files): Promise<Files> => done(files, await plan(files))

const post = (id: string, more = ''): string =>
  `---\nid: ${id}\ntitle: T\ndate: 2020-01-01\n${more}---\n\nWords.\n`

const codes = ({ diagnostics }: FreezePlan): readonly string[] =>
  diagnostics.map(({ code }) => code).sort()

test('writes the missing ids and records every published post', async () => {
  const files = {
    'content/posts/a.md': post('first-id'),
    'content/posts/b.md': '---\ntitle: B\ndate: 2020-01-02\n---\n\nWords.\n',
    'content/posts/c.md': '# C\n\nWords.\n',
    'content/posts/draft.md': '---\ntitle: D\ndraft: true\n---\n\nNot yet.\n',
    'content/posts/later.md': '---\ntitle: E\ndate: 2999-01-01\n---\n\nNot yet.\n',
    'content/pages/about.md': '---\ntitle: About\n---\n\nUs.\n',
  }
  const made = await plan(files)
  assert.deepEqual(codes(made), [])
  assert.deepEqual(
    made.ids.map(({ path, undated }) => [path, undated]),
    [
      ['content/posts/b.md', false],
      ['content/posts/c.md', true],
    ],
  )
  const { posts } = JSON.parse(made.record?.after ?? '')
  assert.deepEqual(
    Object.values(posts)
      .map((each) => (each as { path: string }).path)
      .sort(),
    ['content/posts/a.md', 'content/posts/b.md', 'content/posts/c.md'],
  )
  assert.deepEqual(posts['first-id'], { path: 'content/posts/a.md', urls: ['/posts/a/'] })
})

test('a second run finds nothing to do', async () => {
  const files = await frozen({
    'content/posts/a.md': 'Words.\n',
    'content/posts/b.md': post('id-b'),
  })
  const again = await plan(files)
  assert.deepEqual(again.ids, [])
  assert.equal(again.record?.after, again.record?.before)
})

test('broken front matter is told of and left alone, the other posts are frozen', async () => {
  const files = {
    'content/posts/a.md': '---\ntitle: [\n---\n\nWords.\n',
    'content/posts/b.md': '---\ntitle: B\ndate: 2020-01-02\n---\n\nWords.\n',
  }
  const made = await plan(files)
  assert.deepEqual(
    made.diagnostics.map(({ file }) => file),
    ['content/posts/a.md'],
  )
  assert.deepEqual(
    made.ids.map(({ path }) => path),
    ['content/posts/b.md'],
  )
})

test('a broken record is never overwritten, and no id is written', async () => {
  const made = await plan({ 'content/posts/a.md': 'Words.\n', [record]: '{"version": 1' })
  assert.deepEqual(codes(made), ['FD204'])
  assert.deepEqual([made.ids, made.record], [[], undefined])
  const empty = await plan({ 'content/posts/a.md': 'Words.\n', [record]: '' })
  assert.deepEqual(codes(empty), ['FS101'])
  assert.deepEqual([empty.ids, empty.record], [[], undefined])
})

test('posts that share an id are not recorded', async () => {
  const made = await plan({
    'content/posts/a.md': post('same-id'),
    'content/posts/b.md': post('same-id'),
    'content/posts/c.md': post('other-id'),
  })
  assert.deepEqual(codes(made), ['FD102'])
  assert.deepEqual(Object.keys(JSON.parse(made.record?.after ?? '').posts), ['other-id'])
})

test('a post that has lost its id gets no new one', async () => {
  const files = await frozen({ 'content/posts/a.md': post('first-id') })
  const made = await plan({
    ...files,
    'content/posts/a.md': '---\ntitle: T\ndate: 2020-01-01\n---\n',
  })
  assert.deepEqual(codes(made), ['FD203'])
  assert.deepEqual(made.ids, [])
  assert.equal(made.record?.after, made.record?.before)
})

test('a lost address stays recorded, and is told of, until it is forgotten', async () => {
  const files = await frozen({ 'content/posts/a.md': post('first-id') })
  const moved = { ...files, 'content/posts/a.md': post('first-id', 'slug: new\n') }
  const made = await plan(moved)
  assert.deepEqual(codes(made), ['FD201'])
  const after = done(moved, made)
  assert.match(after[record] ?? '', /"urls": \["\/posts\/a\/", "\/posts\/new\/"\]/)
  assert.deepEqual(codes(await plan(after)), ['FD201'])
  const forgotten = await plan(after, '/posts/a/')
  assert.deepEqual(codes(forgotten), [])
  assert.match(forgotten.record?.after ?? '', /"urls": \["\/posts\/new\/"\]/)
})

test('a post that is gone is forgotten by its id; what is not recorded cannot be', async () => {
  const files = await frozen({
    'content/posts/a.md': post('first-id'),
    'content/posts/b.md': post('id-b'),
  })
  const { 'content/posts/a.md': _gone, ...rest } = files
  assert.deepEqual(codes(await plan(rest)), ['FD202'])
  const made = await plan(rest, 'first-id')
  assert.deepEqual(codes(made), [])
  assert.doesNotMatch(made.record?.after ?? '', /first-id/)
  assert.equal((await plan(rest, 'nothing')).knewForgotten, false)
})

test('wrong settings: nothing is done', async () => {
  const made = await plan({ 'content/site.yaml': 'title: [', 'content/posts/a.md': 'Words.\n' })
  assert.equal(made.configured, false)
  assert.deepEqual([made.ids, made.record], [[], undefined])
})

test('a site without posts gets no record', async () => {
  assert.equal((await plan({})).record, undefined)
})
