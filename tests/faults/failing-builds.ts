// Builds a site again and again in one process, whose disk fails at another call each time:
// node failing-builds.ts <folder of the site> <error> changes|reads [onward]
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { ownEngine } from '../../src/cli/engine.ts'
import { callIbid, type Outcome } from '../cli/call-ibid.ts'
import { filesOf, restore } from './disk-site.ts'
import { type Ends, endsWell } from './ends.ts'
import { logOf, pointsIn, readLog, steerDisk } from './failing-disk.ts'
import { errors } from './injector.ts'
import { isHealed, isWhole, rebuildScene } from './rebuild-scene.ts'

const [root = '', error, where, onward] = process.argv.slice(2)
const what = errors.find((each) => each === error)
assert.ok(what)
const how = { onward: onward === 'onward', reads: where === 'reads' }
const build = (): Promise<Outcome> => callIbid(['build'], { cwd: root, engine: ownEngine })

/** A rebuild that is met at one call, and what was counted. */
async function met(nth: number): Promise<Outcome & { readonly log: readonly string[] }> {
  restore(scene.template, root)
  if (existsSync(logOf(root))) truncateSync(logOf(root))
  steerDisk(nth, what, how)
  const ended = await build()
  steerDisk(0)
  return { ...ended, log: readLog(logOf(root)) }
}

/** What was left on the disk and is known to be healed by the next build. */
const healed = new Set<string>()

async function heal(): Promise<void> {
  const left = fingerprint()
  if (healed.has(left)) return
  buryOwner()
  const { code, err } = await build()
  assert.equal(code, 0, err)
  isHealed(scene)
  healed.add(left)
}

/** A lock that was left is this process's, which lives; that of a build of its own would be a dead one's. */
function buryOwner(): void {
  const lock = path.join(root, '.ibid/lock')
  if (!existsSync(lock)) return
  const dead = spawnSync('true').pid
  writeFileSync(lock, readFileSync(lock, 'utf8').replace(`"pid":${process.pid}`, `"pid":${dead}`))
}

/** The folder's files, byte for byte, and its folders. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(root, { recursive: true, encoding: 'utf8' }).sort())
    hash.update(`${name}\0`)
  for (const [file, text] of filesOf(root)) hash.update(`${file}\0${text}\0`, 'latin1')
  return hash.digest('hex')
}

const scene = await rebuildScene(root, build, 8)
const points = pointsIn((await met(0)).log)
const ends: Ends = { refused: 0, unharmed: 0 }
const failures: string[] = []
let hits = 0
for (const { call, nth, about } of points) {
  const { log, ...ended } = await met(nth)
  if (!log.some((line) => line.startsWith('!'))) continue
  hits++
  try {
    endsWell(ended, filesOf(path.join(root, 'dist')), ends, {
      fresh: scene.fresh,
      old: (site) => (how.onward ? isWhole(site, scene) : assert.deepEqual(site, scene.old)),
    })
    await heal()
  } catch (found) {
    failures.push(`${what} at ${call} ${nth}: ${about}\n${ended.code} ${ended.err}\n${found}`)
  }
}
process.stdout.write(`${JSON.stringify({ points: points.length, hits, ...ends, failures })}\n`)
