import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, utimesSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { filesOf, newFolder, nodes, runProgram, twentyPosts, writeAll } from './disk-site.ts'
import { shippedEngine } from './engine.ts'
import { everything, spread } from './how-many.ts'

/** What must not matter, each with the ways it is tried. */
const ways = {
  folder: ['site', 'ein anderer Ordner'],
  zone: ['UTC', 'Pacific/Kiritimati', 'America/St_Johns'],
  locale: ['C', 'tr_TR.UTF-8', 'ja_JP.UTF-8', 'de_DE.UTF-8'],
  umask: ['000', '022', '077'],
  jobs: ['1', '2'],
  node: nodes,
  // 1970 and 2040, in seconds.
  clock: ['0', '2208988800'],
} as const

type Way = { readonly [K in keyof typeof ways]: string }

/** Every way with every other. */
function allWays(): readonly Way[] {
  return Object.entries(ways).reduce<readonly Partial<Way>[]>(
    (found, [name, values]) =>
      found.flatMap((way) => values.map((value) => ({ ...way, [name]: value }))),
    [{}],
  ) as readonly Way[]
}

/** The same ways in an order in which neighbours have little in common, so that a difference is met early. */
function mixed(all: readonly Way[]): readonly Way[] {
  const stride = 241
  const order = all.map((way, i) => ({ way, place: (i * stride) % all.length }))
  return order.sort((a, b) => a.place - b.place).map(({ way }) => way)
}

/** So many ways, spread over all of them; `IBID_WAYS` asks for fewer than all. */
const most = Number(process.env.IBID_WAYS ?? Number.POSITIVE_INFINITY)

/** Few ways in which every value comes at least once. */
function someWays(): readonly Way[] {
  const pick = (values: readonly string[], i: number): string => values[i % values.length] ?? ''
  return Array.from({ length: 4 }, (_, i) => ({
    folder: pick(ways.folder, i),
    zone: pick(ways.zone, i),
    locale: pick(ways.locale, i),
    umask: pick(ways.umask, i),
    jobs: pick(ways.jobs, i),
    node: pick(ways.node, i),
    clock: pick(ways.clock, i),
  }))
}

function hashOf(files: ReadonlyMap<string, string>): string {
  const hash = createHash('sha256')
  for (const [file, text] of files) hash.update(`${file}\0${text}\0`, 'latin1')
  return hash.digest('hex')
}

/** The samples with all that Ibid can do, and the posts of this folder. */
function source(): Readonly<Record<string, string | Uint8Array>> {
  const root = path.resolve(import.meta.dirname, '../..')
  const samples: Record<string, Uint8Array> = {}
  for (const folder of ['content', 'public'])
    for (const [file, text] of filesOf(path.join(root, folder)))
      samples[`${folder}/${file}`] = Buffer.from(text, 'latin1')
  const undated = { 'content/posts/undated.md': '# Undated\n\nWords.\n' }
  return { ...twentyPosts('new'), ...samples, ...undated }
}

/** Half an hour before midnight in UTC, which is another day in many zones. */
const lastChange = new Date('2024-06-30T23:30:00Z')

test('the same source gives the same bytes anywhere and at any time', {
  timeout: 4 * 3_600_000,
}, async (t) => {
  const cli = shippedEngine()
  const files = source()
  const tried = everything ? mixed(spread(allWays(), most)) : someWays()
  let common: { readonly hash: string; readonly way: Way } | undefined
  const preload = '/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1'
  const builds = async (way: Way): Promise<string> => {
    const root = newFolder(way.folder)
    writeAll(
      root,
      everything && way.zone === 'UTC'
        ? Object.fromEntries(Object.entries(files).reverse())
        : files,
    )
    utimesSync(path.join(root, 'content/posts/undated.md'), lastChange, lastChange)
    const command = `umask ${way.umask} && exec "$0" "$@"`
    const env = {
      ...process.env,
      TZ: way.zone,
      LANG: way.locale,
      LC_ALL: way.locale,
      SOURCE_DATE_EPOCH: way.clock,
    }
    const args = [cli, 'build', '--jobs', way.jobs]
    const ended = await runProgram(['/bin/sh', '-c', command, way.node, ...args], {
      cwd: root,
      env,
    })
    assert.equal(ended.code, 0, `${JSON.stringify(way)} ${ended.err}`)
    return hashOf(filesOf(path.join(root, 'dist')))
  }
  for (const way of tried) {
    const hash = await builds(way)
    common ??= { hash, way }
    assert.equal(hash, common.hash, `${JSON.stringify(way)} is not ${JSON.stringify(common.way)}`)
  }
  t.diagnostic(`${tried.length} ways on ${nodes.length} versions of Node: one hash`)
  if (everything && existsSync(preload)) {
    const root = newFolder()
    writeAll(root, files)
    utimesSync(path.join(root, 'content/posts/undated.md'), lastChange, lastChange)
    const env = { ...process.env, LD_PRELOAD: preload, FAKETIME: '@2040-01-01 00:00:00' }
    assert.equal((await runProgram([process.execPath, cli, 'build'], { cwd: root, env })).code, 0)
    assert.equal(hashOf(filesOf(path.join(root, 'dist'))), common?.hash, 'a clock that is wrong')
  }
})
