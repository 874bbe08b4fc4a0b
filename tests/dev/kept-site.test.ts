import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writePages } from '../../src/build/cache/page-store.ts'
import { renderSite } from '../../src/build/pipeline.ts'
import { openKeptSite } from '../../src/dev/kept-site.ts'
import { memoryCache } from '../../src/io/memory-cache.ts'
import { outputPath } from '../../src/model/paths.ts'
import { isUnmade } from '../../src/model/site.ts'
import { memoryWorld } from '../site-from.ts'

const post = (title: string, body: string): string =>
  `---\nid: ${title.toLowerCase()}-id-1\ntitle: ${title}\ndate: 2020-01-01\n---\n\n${body}\n`

const page = outputPath('posts/ash/index.html')

/** A site that is served again and again. */
function served() {
  const files: Record<string, string> = {
    'content/site.yaml': 'title: M\nurl: https://example.org/\ndescription: d\n',
    'content/posts/ash.md': post('Ash', 'First words.'),
    'content/posts/birch.md': post('Birch', 'Other words.'),
  }
  const cache = memoryCache()
  const world = { ...memoryWorld(files), cache, engine: 'engine' }
  const serve = async () => {
    const kept = openKeptSite(world, 'dist')
    const options = { drafts: true, future: true, keepGoing: true, later: true }
    const rendered = await renderSite({ ...options, memory: kept.memory }, world)
    kept.save()
    const body = rendered.files.get(page)?.body
    assert.ok(body !== undefined)
    return { body, text: isUnmade(body) ? body.make() : body, memory: kept.memory }
  }
  return { files, cache, serve }
}

test('a page that an earlier server has drawn is drawn only when it is asked for', async () => {
  const { files, serve } = served()
  const first = await serve()
  assert.equal(typeof first.body, 'string')
  const second = await serve()
  assert.ok(isUnmade(second.body))
  assert.equal(second.text, first.text)
  files['content/posts/ash.md'] = post('Ash', 'Second words.')
  const third = await serve()
  assert.equal(typeof third.body, 'string')
  assert.match(String(third.text), /Second words/)
})

test('what a build has written since is known in the place of what was shown', async () => {
  const { cache, serve } = served()
  const { memory } = await serve()
  const digests = new Map([...memory.files.keys()].map((file) => [file, digest] as const))
  const files = new Map([...memory.files].map(([file, known]) => [file, { ...known, inputs: '' }]))
  writePages(cache, 'dist', 'engine', files, digests)
  const { body } = await serve()
  assert.equal(typeof body, 'string')
})

const digest = { sha256: '0'.repeat(64), bytes: 1 }
