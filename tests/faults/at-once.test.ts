import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { filesOf, newFolder, runProgram, twentyPosts, writeAll } from './disk-site.ts'
import { shippedEngine } from './engine.ts'
import { howMany } from './how-many.ts'

test('builds of one site at once wait for one another, or say who is at work', {
  timeout: 600_000,
}, async (t) => {
  const build = [process.execPath, shippedEngine(), 'build']
  const clean = newFolder()
  writeAll(clean, twentyPosts('new'))
  assert.equal((await runProgram(build, { cwd: clean })).code, 0)
  const expected = filesOf(path.join(clean, 'dist'))
  const rounds = howMany(1, 10)
  const ends = { done: 0, refused: 0 }
  for (let i = 0; i < rounds; i++) {
    const root = newFolder()
    writeAll(root, twentyPosts('new'))
    const all = await Promise.all(
      Array.from({ length: howMany(4, 8) }, () => runProgram(build, { cwd: root })),
    )
    for (const { code, err } of all) {
      if (code === 0) ends.done++
      else {
        ends.refused++
        assert.equal(code, 1, err)
        assert.match(err, /FS402[\s\S]*process \d+/)
      }
    }
    assert.deepEqual(filesOf(path.join(root, 'dist')), expected)
    assert.deepEqual(
      readdirSync(path.join(root, '.ibid')).filter((name) =>
        /^(?:lock|journal|stage|draft)/.test(name),
      ),
      [],
    )
  }
  assert.ok(ends.done > 0)
  t.diagnostic(`${ends.done} built, ${ends.refused} told who else was at work`)
})
