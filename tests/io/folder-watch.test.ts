import assert from 'node:assert/strict'
import { mkdir, mkdtemp, realpath, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { watchFolder } from '../../src/io/folder-watch.ts'

/** A watched folder, with what was told of it. */
async function watched(prepare: (root: string) => Promise<unknown> = async () => {}) {
  const root = await realpath(await mkdtemp(path.join(tmpdir(), 'ibid-watch-')))
  await prepare(root)
  const told = new Set<string>()
  const failures: unknown[] = []
  const watch = watchFolder(root, {
    ignored: (file) => path.relative(root, file).startsWith('ignored'),
    changed: (file) => told.add(path.relative(root, file)),
    failed: (error) => failures.push(error),
  })
  const seen = async (name: string): Promise<void> => {
    const end = performance.now() + 20_000
    while (!told.has(name)) {
      assert.ok(performance.now() < end, `${name} is told of, not only ${[...told]}`)
      await wait(5)
    }
    told.clear()
  }
  return { root, watch, told, failures, seen, at: (name: string) => path.join(root, name) }
}

test('files that are made, written, moved and removed are told of, however deep they lie', async () => {
  const { watch, seen, at } = await watched((root) =>
    mkdir(path.join(root, 'a/b'), { recursive: true }),
  )
  await writeFile(at('a/b/new.md'), 'one')
  await seen('a/b/new.md')
  await writeFile(at('a/b/new.md'), 'two')
  await seen('a/b/new.md')
  await rename(at('a/b/new.md'), at('a/moved.md'))
  await seen('a/moved.md')
  await rm(at('a/moved.md'))
  await seen('a/moved.md')
  watch.close()
})

test('a folder that is made, moved in or made anew is watched with all below it', async () => {
  const { watch, seen, at } = await watched()
  await mkdir(at('new/inner'), { recursive: true })
  await seen('new')
  await wait(50)
  await writeFile(at('new/inner/a.md'), 'one')
  await seen('new/inner/a.md')
  await rm(at('new'), { recursive: true })
  await seen('new')
  await mkdir(at('new/inner'), { recursive: true })
  await seen('new')
  await wait(50)
  await writeFile(at('new/inner/a.md'), 'two')
  await seen('new/inner/a.md')
  await rename(at('new'), at('other'))
  await seen('other')
  await wait(50)
  await writeFile(at('other/inner/a.md'), 'three')
  await seen('other/inner/a.md')
  watch.close()
})

test('what is ignored and what lies behind a link is not told of', async () => {
  const elsewhere = await mkdtemp(path.join(tmpdir(), 'ibid-elsewhere-'))
  const { watch, told, seen, at } = await watched(async (root) => {
    await mkdir(path.join(root, 'ignored/inner'), { recursive: true })
    await symlink(elsewhere, path.join(root, 'link'))
  })
  await writeFile(at('ignored/a.md'), 'one')
  await writeFile(at('ignored/inner/a.md'), 'one')
  await writeFile(path.join(elsewhere, 'a.md'), 'one')
  await writeFile(at('last.md'), 'one')
  await wait(100)
  assert.deepEqual([...told], ['last.md'])
  await seen('last.md')
  watch.close()
})

test('single files are watched where they are named, and nothing beside them', async () => {
  const elsewhere = await realpath(await mkdtemp(path.join(tmpdir(), 'ibid-elsewhere-')))
  const theme = path.join(elsewhere, 'theme.tsx')
  await writeFile(theme, 'one')
  const { root, watch, told, seen } = await watched()
  watch.add([theme])
  watch.add([theme])
  await writeFile(path.join(elsewhere, 'other.tsx'), 'one')
  await writeFile(theme, 'two')
  await wait(100)
  assert.deepEqual([...told], [path.relative(root, theme)])
  await writeFile(path.join(elsewhere, 'next.tsx'), 'three')
  await rename(path.join(elsewhere, 'next.tsx'), theme)
  await seen(path.relative(root, theme))
  watch.close()
})

test('a watch that is closed tells nothing, and a folder that is gone is no failure', async () => {
  const { watch, told, failures, at } = await watched()
  watch.add([at('nowhere/theme.tsx')])
  assert.deepEqual(failures, [])
  watch.close()
  // Whoever was still at work when it was closed.
  watch.add([at('a.md')])
  await writeFile(at('a.md'), 'one')
  await wait(50)
  assert.deepEqual([...told], [])
})
