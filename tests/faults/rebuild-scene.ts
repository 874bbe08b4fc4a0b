import assert from 'node:assert/strict'
import { readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import {
  copyOver,
  deadLinks,
  type Ended,
  filesOf,
  newFolder,
  restore,
  runProgram,
  somePosts,
  writeAll,
} from './disk-site.ts'
import { shippedEngine } from './engine.ts'
import type { Fault, Injector, Injured, Point } from './injector.ts'

/** The files of a site by path, with their bytes. */
export type Files = ReadonlyMap<string, string>

/** A site of which the old version stands and the new one is to be built. */
export interface Scene {
  /** Where it is built. */
  readonly root: string
  /** What the folder is to hold before a rebuild. */
  readonly template: string
  readonly build: Build
  readonly old: Files
  readonly fresh: Files
  /** What is left in `.ibid/` when all is done. */
  readonly state: readonly string[]
}

/** Builds the site in the scene's folder. */
export type Build = () => Promise<Pick<Ended, 'code' | 'err'>>

/**
 * Builds the old version and the new one.
 *
 * @param root a folder with nothing in it
 * @param posts how many there are to choose from
 */
export async function rebuildScene(root: string, build: Build, posts = 20): Promise<Scene> {
  const template = newFolder()
  const kept = newFolder()
  writeAll(root, somePosts('old', posts))
  await succeed(build)
  const old = filesOf(path.join(root, 'dist'))
  copyOver(root, kept)
  for (const part of ['dist', 'content', 'public'])
    rmSync(path.join(root, part), { recursive: true })
  writeAll(root, somePosts('new', posts))
  await succeed(build)
  const fresh = filesOf(path.join(root, 'dist'))
  copyOver(kept, template)
  for (const part of ['content', 'public'])
    copyOver(path.join(root, part), path.join(template, part))
  restore(template, root)
  await succeed(build)
  const scene = { root, template, build, old, fresh, state: stateOf(root) }
  isHealed(scene)
  assert.deepEqual([...deadLinks(old), ...deadLinks(fresh)], [])
  return scene
}

async function succeed(build: Build): Promise<void> {
  const { code, err } = await build()
  assert.equal(code, 0, err)
}

/** A scene in which a program of its own builds, which can be met from outside. */
export interface OpenScene extends Scene {
  readonly command: readonly string[]
  readonly injector: Injector
  readonly points: readonly Point[]
}

/** The scene of the command as it is shipped, with the points at which an injector can meet its rebuild. */
export async function openScene(injector: Injector): Promise<OpenScene> {
  const root = newFolder()
  const command = [process.execPath, shippedEngine(), 'build']
  const scene = await rebuildScene(root, () => runProgram(command, { cwd: root }))
  copyOver(scene.template, root)
  return { ...scene, command, injector, points: injector.pointsOf(command, root) }
}

/** Names in `.ibid/`. A folder with nothing in it is nothing. */
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
export function isWhole(found: Files, { old, fresh }: Scene): void {
  for (const [file, text] of found)
    assert.ok(text === old.get(file) || text === fresh.get(file), `${file} is neither old nor new`)
  for (const file of old.keys()) if (fresh.has(file)) assert.ok(found.has(file), `${file} is gone`)
  // Of the new pages, those that nothing leads to yet are still out of reach.
  assert.deepEqual(deadLinks(found, old.keys()), [])
}

/** The new site is there, and nothing else. */
export function isHealed({ root, fresh, state }: Scene): void {
  assert.deepEqual(filesOf(path.join(root, 'dist')), fresh, 'the next build is a clean build')
  assert.deepEqual(stateOf(root), state, 'nothing is left behind')
}

/**
 * Starts from the old site for each of some points, lets something go wrong there, and lets the next build heal it.
 *
 * @param enough how many points are enough
 * @returns how many points did what was wanted; those where the call was another one this time are passed over
 */
export async function atEach(
  scene: OpenScene,
  points: readonly Point[],
  fault: Fault,
  check: (found: Files, ended: Injured) => void,
  enough = Number.POSITIVE_INFINITY,
): Promise<number> {
  const failures: string[] = []
  let hits = 0
  for (const point of points) {
    if (hits === enough) break
    copyOver(scene.template, scene.root)
    let ended: Injured | undefined
    try {
      ended = scene.injector.run(scene.command, scene.root, point, fault)
      if (!ended.hit) continue
      hits++
      check(filesOf(path.join(scene.root, 'dist')), ended)
      await succeed(scene.build)
      isHealed(scene)
    } catch (error) {
      failures.push(
        `${fault.what} at ${point.call} ${point.nth}: ${point.about}\n${ended?.code} ${ended?.err}\n${error}`,
      )
    }
  }
  assert.deepEqual(failures, [])
  return hits
}
