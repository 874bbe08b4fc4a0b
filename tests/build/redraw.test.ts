import assert from 'node:assert/strict'
import test from 'node:test'
import { emptyMemory } from '../../src/build/cache/build-memory.ts'
import { renderSite } from '../../src/build/pipeline.ts'
import type { World } from '../../src/build/world.ts'
import { satteriReader } from '../../src/io/satteri-reader.ts'
import { outputPath } from '../../src/model/paths.ts'
import type { QuickReader } from '../../src/model/quick-reader.ts'
import { memoryWorld } from '../site-from.ts'

const post = (title: string, body: string): string =>
  `---\nid: ${title.toLowerCase()}-id-1\ntitle: ${title}\ndate: 2020-01-01\n---\n\n${body}\n`

/** A site that is shown while it is written. */
async function shown(quickReader?: World['quickReader']) {
  const files: Record<string, string> = {
    'content/site.yaml': 'title: M\nurl: https://example.org/\ndescription: d\n',
    'content/posts/a.md': post('Ash', 'First words.'),
    'content/posts/b.md': post('Birch', 'Other words.'),
  }
  const memory = emptyMemory()
  const world = { ...memoryWorld(files), quickReader }
  const render = () =>
    renderSite({ drafts: true, future: true, keepGoing: true, later: true, memory }, world)
  return { files, memory, render, site: await render() }
}

const page = outputPath('posts/a/index.html')

test('a saved text changes its page, and what is told of it, at once', async () => {
  const { files, render, site } = await shown()
  files['content/posts/a.md'] = post('Ash', 'Second words[^lost].')
  const redrawn = await site.redraw?.(['content/posts/a.md'], site)
  assert.match(String(redrawn?.files.get(page)?.body), /Second words/)
  assert.ok(
    redrawn?.diagnostics.some(
      ({ file, code }) => file === 'content/posts/a.md' && code.startsWith('FN'),
    ),
  )
  assert.match(redrawn?.sources('content/posts/a.md') ?? '', /Second/)
  const whole = await render()
  assert.equal(whole.files.get(page)?.body, redrawn?.files.get(page)?.body)
  assert.deepEqual(
    whole.diagnostics.map((found) => JSON.stringify(found)).sort(),
    redrawn?.diagnostics.map((found) => JSON.stringify(found)).sort(),
  )
})

test('mended errors go with the save that mends them', async () => {
  const { files, site } = await shown()
  files['content/posts/a.md'] = post('Ash', 'Words[^lost].')
  const broken = await site.redraw?.(['content/posts/a.md'], site)
  assert.ok(broken)
  files['content/posts/a.md'] = post('Ash', 'Words.')
  const mended = await broken.redraw?.(['content/posts/a.md'], broken)
  assert.deepEqual(mended?.diagnostics, site.diagnostics)
})

for (const [what, text] of [
  ['a title', post('Ashes', 'First words.')],
  ['front matter that cannot be read', '---\ntitle: [\n---\n'],
  ['a file that is gone', undefined],
] as const)
  test(`${what} is more than one page`, async () => {
    const { files, site } = await shown()
    if (text === undefined) Reflect.deleteProperty(files, 'content/posts/a.md')
    else files['content/posts/a.md'] = text
    assert.equal(await site.redraw?.(['content/posts/a.md'], site), undefined)
  })

test('a text that is new to the site is more than one page', async () => {
  const { files, site } = await shown()
  files['content/posts/c.md'] = post('Cedar', 'New.')
  assert.equal(await site.redraw?.(['content/posts/c.md'], site), undefined)
})

test('what is drawn alone is no part of the memory before it is left to the next rendering', async () => {
  const { files, memory, render, site } = await shown()
  const before = memory.essays.get('content/posts/a.md')
  files['content/posts/a.md'] = post('Ash', 'Second words.')
  const redrawn = site.redraw?.(['content/posts/a.md'], site)
  assert.equal(memory.essays.get('content/posts/a.md'), before)
  redrawn?.leaveRedrawn?.()
  const left = memory.essays.get('content/posts/a.md')
  assert.notEqual(left, before)
  assert.equal((await render()).files.get(page)?.body, redrawn?.files.get(page)?.body)
  assert.equal(memory.essays.get('content/posts/a.md')?.digest, left?.digest)
})

test('a site that is no longer the newest is drawn again as it stands', async () => {
  const { files, render, site } = await shown()
  files['content/posts/a.md'] = post('Ash', 'Second words.')
  await render()
  const redrawn = site.redraw?.(['content/posts/a.md'], site)
  assert.notEqual(redrawn, site)
  assert.match(String(redrawn?.files.get(page)?.body), /Second words/)
})

test('the quicker parser draws the page that the parser of record draws', async () => {
  const text = post('Ash', 'Words with *stress*[^a] and a [link](b.md).\n\n[^a]: A note.')
  const bodies = []
  for (const quick of [false, true]) {
    let asked = 0
    const reader = await satteriReader()
    assert.ok(reader, 'satteri is installed')
    const counting: QuickReader = (source) => {
      asked += 1
      return reader(source)
    }
    const { files, site } = await shown(quick ? async () => counting : undefined)
    // It is loaded while nobody waits.
    await new Promise(setImmediate)
    files['content/posts/a.md'] = text
    bodies.push(site.redraw?.(['content/posts/a.md'], site)?.files.get(page)?.body)
    assert.equal(asked > 0, quick)
  }
  assert.match(String(bodies[0]), /A note/)
  assert.equal(bodies[1], bodies[0])
})

test('a rehearsal changes nothing', async () => {
  const { files, memory, site } = await shown()
  const before = [...memory.essays]
  site.rehearse?.()
  assert.deepEqual([...memory.essays], before)
  assert.equal(site.redraw?.(['content/posts/a.md'], site), site)
  files['content/posts/a.md'] = post('Ash', 'Second words.')
  site.rehearse?.()
  assert.match(
    String(site.redraw?.(['content/posts/a.md'], site)?.files.get(page)?.body),
    /Second words/,
  )
})
