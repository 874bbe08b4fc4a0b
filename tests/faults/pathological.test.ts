import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { hostileDocuments } from '../data/pathological.ts'
import { newFolder, runProgram, writeAll } from './disk-site.ts'
import { shippedEngine } from './engine.ts'
import { everything, spread } from './how-many.ts'

/** Of a processor, so that a machine that does other things makes no difference. */
const mostSeconds = 10
const mostKib = 1024 * 1024
const usage = path.join(import.meta.dirname, 'report-usage.mjs')
const post = (body: string, id: string): string =>
  `---\nid: ${id}-of-hostile\ntitle: ${id}\ndate: 2020-01-01\n---\n\n${body}\n`

interface Measured {
  readonly name: string
  readonly seconds: number
  readonly kib: number
  readonly refused: boolean
}

/** Builds a site of one hostile post and one good one. */
async function built(name: string, size: number): Promise<Measured> {
  const root = newFolder()
  const document = hostileDocuments[name]?.(size) ?? ''
  writeAll(root, {
    'content/site.yaml': 'title: M\nurl: https://example.org/\ndescription: A test.\n',
    'content/posts/good.md': post('Words.', 'good'),
    'content/posts/hostile.md': post(document, 'hostile'),
  })
  const report = `${root}.usage`
  const ended = await runProgram(
    [process.execPath, '--import', usage, shippedEngine(), 'build', '--keep-going'],
    { cwd: root, env: { ...process.env, IBID_USAGE: report }, timeout: 120_000 },
  )
  const what = `${name} at ${size}`
  const inside = /RangeError|call stack|went wrong inside|^\s+at /m
  assert.doesNotMatch(ended.err, inside, `${what}: ${ended.err}`)
  assert.ok(
    ended.code === 0 || ended.code === 1,
    `${what}: ${ended.code} ${ended.signal} ${ended.err}`,
  )
  assert.ok(existsSync(path.join(root, 'dist/posts/good/index.html')), `${what}: the good post`)
  const refused = !existsSync(path.join(root, 'dist/posts/hostile/index.html'))
  assert.equal(refused, ended.code === 1, `${what}: ${ended.code} ${ended.err}`)
  if (refused) assert.match(ended.err, /LM\d\d\d|content\/posts\/hostile\.md/, what)
  const { kib, seconds } = JSON.parse(readFileSync(report, 'utf8'))
  assert.ok(seconds < mostSeconds, `${what} took ${seconds.toFixed(1)} s`)
  assert.ok(kib < mostKib, `${what} took ${Math.round(kib / 1024)} MiB`)
  return { name: what, seconds, kib, refused }
}

test('hostile documents are built or refused in words, in bounded time and memory', {
  timeout: 3_600_000,
}, async (t) => {
  const names = Object.keys(hostileDocuments)
  const sizes = everything ? [1000, 4000, 16_000] : [16_000]
  const chosen = everything ? names : spread(names, 4)
  const all: Measured[] = []
  const failures: unknown[] = []
  for (const size of sizes)
    for (const name of chosen)
      await built(name, size).then(
        (measured) => all.push(measured),
        (error) => failures.push(error),
      )
  const slowest = all.reduce((most, each) => (each.seconds > most.seconds ? each : most))
  const largest = all.reduce((most, each) => (each.kib > most.kib ? each : most))
  t.diagnostic(
    `${all.length} documents, ${all.filter(({ refused }) => refused).length} refused; ` +
      `slowest ${slowest.name}: ${slowest.seconds.toFixed(1)} s; largest ${largest.name}: ${Math.round(largest.kib / 1024)} MiB`,
  )
  assert.deepEqual(failures.map(String), [])
})
