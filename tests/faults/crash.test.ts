import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { before, test } from 'node:test'
import {
  copyOver,
  deadLinks,
  filesOf,
  newFolder,
  runProgram,
  twentyPosts,
  writeAll,
} from './disk-site.ts'
import { shippedEngine } from './engine.ts'
import { everything, howMany, spread } from './how-many.ts'
import { needStrace, type Point, pointsOf, runInjured } from './strace.ts'

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

before(async () => {
  needStrace()
  const build = [process.execPath, shippedEngine(), 'build']
  const template = newFolder()
  writeAll(template, twentyPosts('old'))
  await succeed(build, template)
  const old = filesOf(path.join(template, 'dist'))
  const root = newFolder()
  writeAll(root, twentyPosts('new'))
  await succeed(build, root)
  const fresh = filesOf(path.join(root, 'dist'))
  copyOver(path.join(root, 'content'), path.join(template, 'content'))
  copyOver(path.join(root, 'public'), path.join(template, 'public'))
  copyOver(template, root)
  const points = await pointsOf(build, root)
  const state = stateOf(root)
  assert.deepEqual(filesOf(path.join(root, 'dist')), fresh, 'a rebuild is a clean build')
  assert.deepEqual([...deadLinks(old), ...deadLinks(fresh)], [])
  scene = { build, template, root, old, fresh, state, points }
})

async function succeed(build: readonly string[], root: string): Promise<void> {
  const { code, err } = await runProgram(build, { cwd: root })
  assert.equal(code, 0, err)
}

/** Names in `.ibid/`: what is left there when all is done. */
function stateOf(root: string): readonly string[] {
  return readdirSync(path.join(root, '.ibid')).sort()
}

/** Every file is the old one or the new one, none that both have is gone, and no page leads nowhere. */
function isWhole(found: Files, { old, fresh }: Scene): void {
  for (const [file, text] of found)
    assert.ok(text === old.get(file) || text === fresh.get(file), `${file} is neither old nor new`)
  for (const file of old.keys()) if (fresh.has(file)) assert.ok(found.has(file), `${file} is gone`)
  assert.deepEqual(deadLinks(found), [])
}

async function nextBuildHeals({ build, root, fresh, state }: Scene): Promise<void> {
  await succeed(build, root)
  assert.deepEqual(filesOf(path.join(root, 'dist')), fresh, 'the next build is a clean build')
  assert.deepEqual(stateOf(root), state, 'nothing is left behind')
}

test('a build that is killed at any change leaves each file old or new, and the next one heals', {
  timeout: 3_600_000,
}, async (t) => {
  const chosen = spread(scene.points, howMany(5, 360))
  let hits = 0
  for (const point of chosen) {
    copyOver(scene.template, scene.root)
    const { hit } = await runInjured(scene.build, scene.root, point, 'signal=SIGKILL')
    if (hit) hits++
    try {
      isWhole(filesOf(path.join(scene.root, 'dist')), scene)
      await nextBuildHeals(scene)
    } catch (error) {
      throw new Error(`killed at ${point.call} ${point.nth}: ${point.about}`, { cause: error })
    }
  }
  t.diagnostic(`${hits} kills at ${scene.points.length} points of a rebuild of 20 posts`)
  assert.ok(hits >= howMany(3, 300), `only ${hits} kills`)
})

for (const error of errors)
  test(`${error} at any change leaves the old site whole, with a message and exit 1`, {
    timeout: 3_600_000,
  }, async (t) => {
    const chosen = spread(scene.points, howMany(2, 120))
    const ends = { refused: 0, unharmed: 0 }
    for (const point of chosen) {
      copyOver(scene.template, scene.root)
      const ended = await runInjured(scene.build, scene.root, point, `error=${error}`)
      if (!ended.hit) continue
      try {
        const found = filesOf(path.join(scene.root, 'dist'))
        assert.doesNotMatch(ended.err, /^\s+at /m, 'no trace')
        if (ended.code === 0) {
          ends.unharmed++
          assert.deepEqual(found, scene.fresh)
        } else {
          ends.refused++
          assert.equal(ended.code, 1, ended.err)
          assert.match(ended.err, /^error FS4\d\d|error\[?FS4\d\d|FS4\d\d/m)
          assert.deepEqual(found, scene.old)
        }
        await nextBuildHeals(scene)
      } catch (cause) {
        throw new Error(`${error} at ${point.call} ${point.nth}: ${point.about}\n${ended.err}`, {
          cause,
        })
      }
    }
    t.diagnostic(`${error}: ${ends.refused} refused, ${ends.unharmed} done all the same`)
    assert.ok(ends.refused > 0)
  })

test('a disk that fails from some change on leaves each file old or new, and the next build heals', {
  timeout: 3_600_000,
}, async (t) => {
  const chosen = spread(scene.points, howMany(2, 60))
  let refused = 0
  for (const [i, point] of chosen.entries()) {
    copyOver(scene.template, scene.root)
    const error = errors[i % errors.length] ?? 'EIO'
    const ended = await runInjured(scene.build, scene.root, point, `error=${error}`, true)
    if (ended.code !== 0) refused++
    try {
      isWhole(filesOf(path.join(scene.root, 'dist')), scene)
      await nextBuildHeals(scene)
    } catch (cause) {
      throw new Error(`${error} from ${point.call} ${point.nth} on: ${point.about}\n${ended.err}`, {
        cause,
      })
    }
  }
  t.diagnostic(
    `${refused} of ${chosen.length} refused${everything ? '' : ' (npm run test:faults tries more)'}`,
  )
})
