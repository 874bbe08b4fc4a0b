import assert from 'node:assert/strict'
import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import test from 'node:test'
import { openEssayStore } from '../../../src/build/cache/essay-store.ts'
import { renderSite } from '../../../src/build/pipeline.ts'
import { compileInThreads } from '../../../src/build/workers/post-workers.ts'
import { memoryCache } from '../../../src/io/memory-cache.ts'
import { nodeSource } from '../../../src/io/node-source.ts'
import { sourcePath } from '../../../src/model/paths.ts'
import { memoryWorld, outputFolder } from '../../site-from.ts'

const script = (name: string): URL => new URL(name, import.meta.url)

test('a post that never ends fails alone, by name', async () => {
  const names = ['a', 'b', 'stuck', 'c', 'd']
  const sources = names.map((name) => {
    const file = sourcePath(`content/posts/${name}.md`)
    return { path: file, text: '', digest: `digest of ${file}` }
  })
  const { memory } = openEssayStore(memoryCache(), 'engine')
  assert.ok(memory.shelf)
  const context = { settings: {} as never, sharedNotes: new Map() }
  const limits = { patience: 300, megabytes: 256, isLast: false }
  const job = { sources, context, key: 'key', memory, jobs: 2, limits }
  const known = await compileInThreads(job, { script: script('./stuck-worker.ts'), root: '/' })
  assert.deepEqual([...known.keys()].sort(), sources.map(({ path }) => path).sort())
  for (const [file, { diagnostics }] of known)
    assert.deepEqual(
      diagnostics.map(({ code }) => code),
      file.includes('stuck') ? ['LM112'] : [],
    )
})

test('a machine that is busy with other things takes no post for slow, but waits for none for ever', async () => {
  const sources = ['a', 'waiting', 'waiting-for-ever', 'b'].map((name) => {
    const file = sourcePath(`content/posts/${name}.md`)
    return { path: file, text: '', digest: `digest of ${file}` }
  })
  const { memory } = openEssayStore(memoryCache(), 'engine')
  const context = { settings: {} as never, sharedNotes: new Map() }
  const limits = { patience: 300, megabytes: 256, isLast: false }
  const job = { sources, context, key: 'key', memory, jobs: 1, limits }
  const known = await compileInThreads(job, { script: script('./waiting-worker.ts'), root: '/' })
  assert.deepEqual(
    [...known.values()].map(({ diagnostics }) => diagnostics.map(({ code }) => code)),
    [[], [], ['LM112'], []],
  )
})

for (const isLast of [false, true])
  test(`a post that takes ever more memory ${isLast ? 'fails alone, by name' : 'is left to others'}`, async () => {
    const sources = ['a', 'greedy', 'b'].map((name) => {
      const file = sourcePath(`content/posts/${name}.md`)
      return { path: file, text: '', digest: `digest of ${file}` }
    })
    const { memory } = openEssayStore(memoryCache(), 'engine')
    const context = { settings: {} as never, sharedNotes: new Map() }
    const limits = { patience: 60_000, megabytes: 16, isLast }
    const job = { sources, context, key: 'key', memory, jobs: 1, limits }
    const known = await compileInThreads(job, { script: script('./greedy-worker.ts'), root: '/' })
    assert.deepEqual(
      [...known.values()].map(({ diagnostics }) => diagnostics.map(({ code }) => code)),
      isLast ? [[], ['LM113'], []] : [[], []],
    )
  })

test('threads stop when they are told to', async () => {
  const file = sourcePath('content/posts/stuck.md')
  const { memory } = openEssayStore(memoryCache(), 'engine')
  assert.ok(memory.shelf)
  const context = { settings: {} as never, sharedNotes: new Map() }
  const signal = AbortSignal.timeout(200)
  const sources = [{ path: file, text: '', digest: '' }]
  const job = { sources, context, key: 'key', memory, signal }
  await assert.rejects(
    compileInThreads(job, { script: script('./stuck-worker.ts'), root: '/' }),
    (error) => error === signal.reason,
  )
})

test('what threads make is what one alone makes', async () => {
  const root = path.join(outputFolder, 'thread-site')
  mkdirSync(path.join(root, 'content/posts'), { recursive: true })
  writeFileSync(path.join(root, 'content/site.yaml'), 'title: T\nurl: https://example.org/\n')
  for (let i = 0; i < 210; i++)
    writeFileSync(
      path.join(root, `content/posts/p${i}.md`),
      `---\ntitle: Post ${i}\ndate: 2020-01-01\n---\n\nWords* and [a link](p${(i + 1) % 230}.md).[^n]\n\n*so\n\n[^n]: A <b>note</b> ${i}.\n`,
    )
  const rendered = async (jobs: number) => {
    const { memory } = openEssayStore(memoryCache(), 'engine')
    const workers = {
      script: new URL('../../../src/build/workers/post-worker.ts', import.meta.url),
      root,
    }
    const world = { ...memoryWorld({}), source: nodeSource(root), workers }
    const site = await renderSite(
      { drafts: false, future: false, keepGoing: true, memory, jobs },
      world,
    )
    const bodies = [...site.files].map(([file, { body }]) => [file, body] as const)
    return { bodies: new Map(bodies), diagnostics: site.diagnostics }
  }
  const [alone, together] = [await rendered(1), await rendered(2)]
  assert.ok(alone.bodies.size > 210)
  assert.deepEqual(together, alone)
})
