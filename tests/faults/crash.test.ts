import assert from 'node:assert/strict'
import { readdirSync, statSync } from 'node:fs'
import path from 'node:path'
import { before, test } from 'node:test'
import {
  copyOver,
  deadLinks,
  filesOf,
  newFolder,
  runNow,
  twentyPosts,
  writeAll,
} from './disk-site.ts'
import { shippedEngine } from './engine.ts'
import { howMany, spread } from './how-many.ts'
import { type Injured, needStrace, type Point, pointsOf, runInjured } from './strace.ts'

/** What the system may answer to a change. */
const errors = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE'] as const

type Files = ReadonlyMap<string, string>

/** A site of which the old version stands and the new one is to be built. */
interface Scene {
  readonly build: readonly string[]
  readonly template: string
  readonly root: string
  readonly old: Files
  readonly fresh: Files
  readonly state: readonly string[]
  readonly points: readonly Point[]
}

let scene: Scene

before(() => {
  needStrace()
  const build = [process.execPath, shippedEngine(), 'build']
  const template = newFolder()
  writeAll(template, twentyPosts('old'))
  succeed(build, template)
  const old = filesOf(path.join(template, 'dist'))
  const root = newFolder()
  writeAll(root, twentyPosts('new'))
  succeed(build, root)
  const fresh = filesOf(path.join(root, 'dist'))
  copyOver(path.join(root, 'content'), path.join(template, 'content'))
  copyOver(path.join(root, 'public'), path.join(template, 'public'))
  copyOver(template, root)
  const points = pointsOf(build, root)
  const state = stateOf(root)
  assert.deepEqual(filesOf(path.join(root, 'dist')), fresh, 'a rebuild is a clean build')
  assert.deepEqual([...deadLinks(old), ...deadLinks(fresh)], [])
  scene = { build, template, root, old, fresh, state, points }
})

function succeed(build: readonly string[], root: string): void {
  const { code, err } = runNow(build, { cwd: root })
  assert.equal(code, 0, err)
}

/** Names in `.ibid/`: what is left there when all is done. A folder with nothing in it is nothing. */
function stateOf(root: string): readonly string[] {
  const state = path.join(root, '.ibid')
  const isEmpty = (name: string): boolean =>
    statSync(path.join(state, name)).isDirectory() &&
    readdirSync(path.join(state, name)).length === 0
  return readdirSync(state)
    .filter((name) => !isEmpty(name))
    .sort()
}

/** Every file is the old one or the new one, none that both have is gone, and no page leads nowhere. */
function isWhole(found: Files, { old, fresh }: Scene): void {
  for (const [file, text] of found)
    assert.ok(text === old.get(file) || text === fresh.get(file), `${file} is neither old nor new`)
  for (const file of old.keys()) if (fresh.has(file)) assert.ok(found.has(file), `${file} is gone`)
  // Of the new pages, those that nothing leads to yet are still out of reach.
  assert.deepEqual(deadLinks(found, old.keys()), [])
}

function nextBuildHeals({ build, root, fresh, state }: Scene): void {
  succeed(build, root)
  assert.deepEqual(filesOf(path.join(root, 'dist')), fresh, 'the next build is a clean build')
  assert.deepEqual(stateOf(root), state, 'nothing is left behind')
}

const long = { timeout: 3_600_000 }

/**
 * Starts from the old site for each of some points, lets something go wrong there, and lets the next build heal it.
 *
 * @param enough how many points are enough
 * @returns how many points did what was wanted; those where the call was another one this time are passed over
 */
function atEach(
  points: readonly Point[],
  fault: (i: number) => { readonly inject: string; readonly onward?: boolean },
  check: (found: Files, ended: Injured) => void,
  enough = Number.POSITIVE_INFINITY,
): number {
  const failures: string[] = []
  let hits = 0
  for (const [i, point] of points.entries()) {
    if (hits === enough) break
    copyOver(scene.template, scene.root)
    const { inject, onward } = fault(i)
    let ended: Injured | undefined
    try {
      ended = runInjured(scene.build, scene.root, point, inject, onward)
      if (!ended.hit) continue
      hits++
      check(filesOf(path.join(scene.root, 'dist')), ended)
      nextBuildHeals(scene)
    } catch (error) {
      failures.push(
        `${inject} at ${point.call} ${point.nth}: ${point.about}\n${ended?.err}\n${error}`,
      )
    }
  }
  assert.deepEqual(failures, [])
  return hits
}

test(
  'a build that is killed at any change leaves each file old or new, and the next one heals',
  long,
  (t) => {
    const chosen = spread(scene.points, howMany(7, 400))
    const hits = atEach(
      chosen,
      () => ({ inject: 'signal=SIGKILL' }),
      (found) => isWhole(found, scene),
      howMany(2, 400),
    )
    t.diagnostic(`${hits} kills, at ${scene.points.length} points of a rebuild of 20 posts`)
    assert.ok(hits >= howMany(2, 300), `only ${hits} kills`)
  },
)

/** How builds ended whose disk had failed. */
interface Ends {
  refused: number
  unharmed: number
}

/** A build that came to its end has the whole new site; one that did not says why, and left what `old` wants. */
function endsWell(
  { code, err }: Injured,
  found: Files,
  ends: Ends,
  old: (found: Files) => void,
): void {
  assert.doesNotMatch(err, /^\s+at /m, 'no trace')
  if (code === 0) {
    ends.unharmed++
    assert.deepEqual(found, scene.fresh)
    return
  }
  ends.refused++
  assert.equal(code, 1)
  // Where the disk of the site fails for good, Ibid may not be able to read its own files either.
  const ownFiles =
    /^ibid: (?!Something went wrong inside)[A-Z].+ It was at \/.+\.$|TH107.+: too many open files\./m
  assert.ok(/\bFS4\d\d\b/.test(err) || ownFiles.test(err), err)
  old(found)
}

for (const error of errors)
  test(`${error} at any change leaves the old site whole, with a message and exit 1`, long, (t) => {
    const chosen = spread(scene.points, howMany(5, 60))
    const ends = { refused: 0, unharmed: 0 }
    atEach(
      chosen,
      () => ({ inject: `error=${error}` }),
      (found, ended) => endsWell(ended, found, ends, (site) => assert.deepEqual(site, scene.old)),
      howMany(1, 60),
    )
    t.diagnostic(`${error}: ${ends.refused} refused, ${ends.unharmed} done all the same`)
    assert.ok(ends.refused + ends.unharmed > 0)
  })

test(
  'a disk that fails from some change on leaves each file old or new, and the next build heals',
  long,
  (t) => {
    const chosen = spread(scene.points, howMany(5, 60))
    const faults = (i: number) => ({
      inject: `error=${errors[i % errors.length] ?? 'EIO'}`,
      onward: true,
    })
    const ends = { refused: 0, unharmed: 0 }
    // A disk that fails once all is in place can only keep what nobody needs any more.
    const check = (found: Files, ended: Injured): void =>
      endsWell(ended, found, ends, (site) => isWhole(site, scene))
    const hits = atEach(chosen, faults, check, howMany(1, 60))
    t.diagnostic(
      `${hits} disks that failed for good: ${ends.refused} refused, ${ends.unharmed} done all the same`,
    )
    assert.ok(hits > 0)
  },
)
