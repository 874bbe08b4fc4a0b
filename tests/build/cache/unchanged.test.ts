import assert from 'node:assert/strict'
import test from 'node:test'
import type { BuildOptions, BuildWorld } from '../../../src/build/run-build.ts'
import { runBuild } from '../../../src/build/run-build.ts'
import { memoryOutput, memorySource } from '../../../src/io/memory.ts'
import { memoryCache } from '../../../src/io/memory-cache.ts'
import { memoryWorld } from '../../site-from.ts'

const options: BuildOptions = { mode: 'build', drafts: false, future: false, keepGoing: false }
const settings = 'title: M\nurl: https://example.org/\ndescription: d\n'
const post = (title: string, date: string, more = ''): string =>
  `---\nid: ${title.toLowerCase()}-id-1\ntitle: ${title}\ndate: ${date}\n${more}---\n\nWords[^lost].\n`

/** A site on a machine that remembers, and whether its theme was asked for: whoever renders asks. */
function remembered(files: Record<string, string>) {
  const output = memoryOutput()
  const cache = memoryCache()
  const state = { now: Date.UTC(2022, 0, 1), rendered: 0, stamp: 1 }
  const build = (changes: Partial<BuildOptions> = {}) => {
    const world = memoryWorld(files, { now: state.now })
    const stamps = Object.fromEntries(Object.keys(files).map((path) => [path, `${state.stamp}`]))
    const all: BuildWorld = {
      ...world,
      source: memorySource(files, { stamps }),
      output,
      cache,
      engine: 'engine',
      stampOf: () => 'same',
      elapsed: () => 0,
      loadTheme: (name) => {
        state.rendered++
        return world.loadTheme(name)
      },
    }
    return runBuild({ ...options, ...changes }, all)
  }
  return { output, cache, state, files, build }
}

const site = (): Record<string, string> => ({
  'content/site.yaml': settings,
  'content/posts/a.md': post('Ash', '2020-01-01'),
  'content/posts/b.md': post('Birch', '2020-01-02', 'expires: 2023-01-01\n'),
  'content/posts/c.md': post('Cedar', '2020-01-03', 'draft: true\n'),
})

test('where nothing has changed nothing is rendered, and the findings are told again', async () => {
  const { build, state } = remembered(site())
  const first = await build()
  assert.ok(first.diagnostics.length > 0, 'a build without findings proves nothing')
  const again = await build()
  assert.equal(state.rendered, 1)
  assert.deepEqual(again.diagnostics, first.diagnostics)
  assert.deepEqual([again.written, again.kept, again.removed], [0, first.written, 0])
  assert.deepEqual([again.ok, again.posts, again.pages], [first.ok, first.posts, first.pages])
  assert.deepEqual(first.held, { draft: 1, scheduled: 0, expired: 0 })
  assert.deepEqual(again.held, first.held)
})

test('the lines that findings show are those of the file', async () => {
  const { build, files } = remembered(site())
  await build()
  const { diagnostics, sources } = await build()
  for (const { file, place } of diagnostics) {
    if (!place) continue
    const line = (text = ''): string | undefined => text.split('\n')[place.start.line - 1]
    assert.equal(line(sources(file)), line(files[file]))
  }
})

test('files that were only touched are compared by what they hold', async () => {
  const { build, state } = remembered(site())
  await build()
  state.stamp = 2
  assert.equal((await build()).written, 0)
  assert.equal(state.rendered, 1)
})

test('a post that falls due, or expires, ends the truce', async () => {
  const { build, state, output } = remembered(site())
  await build()
  state.now = Date.UTC(2023, 0, 2)
  assert.ok((await build()).removed > 0)
  assert.equal(output.text('posts/b/index.html'), undefined)
  state.now = Date.UTC(2022, 0, 1)
  await build()
  assert.match(output.text('posts/b/index.html') ?? '', /Birch/)
})

for (const [what, change] of [
  [
    'a file of the site is spoilt',
    ({ output }) => output.files.set('index.html', Buffer.from('x')),
  ],
  ['a file of the site is gone', ({ output }) => output.files.delete('feed.xml')],
  ['the index is gone', ({ output }) => output.state.files.delete('index-memory.json')],
  [
    'a text has changed',
    ({ files, state }) => {
      files['content/posts/a.md'] = post('Ashes', '2020-01-01')
      state.stamp++
    },
  ],
  ['a file has come', ({ files }) => Object.assign(files, { 'public/new.txt': 'new' })],
  ['a file has gone', ({ files }) => Reflect.deleteProperty(files, 'content/posts/b.md')],
] satisfies [string, (made: ReturnType<typeof remembered>) => unknown][])
  test(`it is built anew where ${what}`, async () => {
    const made = remembered(site())
    await made.build()
    change(made)
    await made.build()
    assert.equal(made.state.rendered, 2)
    const fresh = remembered(made.files)
    await fresh.build()
    assert.deepEqual(made.output.files, fresh.output.files)
  })

test('it is built anew for other options, and where no cache is trusted', async () => {
  const { build, state } = remembered(site())
  await build()
  await build({ future: true })
  await build({ future: true, distrust: true })
  assert.equal(state.rendered, 3)
  await build({ future: true })
  assert.equal(state.rendered, 3)
})
