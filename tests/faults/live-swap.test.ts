import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { Worker } from 'node:worker_threads'
import { runBuild } from '../../src/build/run-build.ts'
import { nodeOutput } from '../../src/io/node-output.ts'
import { memoryWorld } from '../site-from.ts'
import { newFolder, twentyPosts } from './disk-site.ts'
import { howMany } from './how-many.ts'

/** Reads all that it is told to, over and over, and tells what it missed. Runs in a thread of its own. */
const reader = `
const { parentPort, workerData } = require('node:worker_threads')
const { readFileSync } = require('node:fs')
const seen = { reads: 0, absent: 0, empty: 0, torn: 0 }
let over = false
parentPort.on('message', () => { over = true })
function round() {
  for (const file of workerData.files) {
    seen.reads++
    try {
      const text = readFileSync(file, 'utf8')
      if (text === '') seen.empty++
      else if (file.endsWith('.html') && !text.trimEnd().endsWith('</html>')) seen.torn++
    } catch { seen.absent++ }
  }
  if (over) parentPort.postMessage(seen)
  else setImmediate(round)
}
parentPort.postMessage('ready')
round()
`

test('who reads while the site is built again and again never finds a file gone, empty or half', {
  timeout: 3_600_000,
}, async (t) => {
  const root = newFolder()
  const dist = path.join(root, 'dist')
  const output = await nodeOutput(root, dist)
  const options = { drafts: false, future: false, keepGoing: false, mode: 'build' as const }
  const worlds = (['old', 'new'] as const).map((version) => ({
    ...memoryWorld(twentyPosts(version)),
    output,
    elapsed: () => performance.now(),
  }))
  const manifests: (readonly string[])[] = []
  for (const world of worlds) {
    assert.equal((await runBuild(options, world)).ok, true)
    const { files } = JSON.parse(readFileSync(path.join(dist, 'site-manifest.json'), 'utf8'))
    manifests.push(Object.keys(files))
  }
  // A site without aliases has an empty `_redirects`.
  const [first = [], second = []] = manifests
  const both = first.filter((file) => second.includes(file) && file !== '_redirects')
  assert.ok(both.length > 40)
  const files = both.map((file) => path.join(dist, file))
  const worker = new Worker(reader, { eval: true, workerData: { files } })
  const heard = (): Promise<unknown> => new Promise((resolve) => worker.once('message', resolve))
  await heard()
  const rebuilds = howMany(4, 500)
  let written = 0
  for (let i = 0; i < rebuilds; i++) {
    const world = worlds[i % 2]
    assert.ok(world)
    const result = await runBuild(options, world)
    assert.equal(result.ok, true)
    written += result.written
  }
  const ending = heard()
  worker.postMessage('end')
  const seen = (await ending) as Record<'reads' | 'absent' | 'empty' | 'torn', number>
  await worker.terminate()
  t.diagnostic(
    `${rebuilds} rebuilds wrote ${written} files under ${seen.reads} reads: ${seen.absent} not found, ${seen.empty} empty, ${seen.torn} half`,
  )
  assert.ok(seen.reads > both.length && written > rebuilds * 20)
  assert.deepEqual([seen.absent, seen.empty, seen.torn], [0, 0, 0])
})
