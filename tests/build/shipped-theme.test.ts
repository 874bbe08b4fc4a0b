import assert from 'node:assert/strict'
import { appendFileSync, cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { newFolder, runNow, twentyPosts, writeAll } from '../faults/disk-site.ts'
import { shippedEngine } from '../faults/engine.ts'

const themes = path.resolve(import.meta.dirname, '../../themes')

test('a theme of the site that is the built-in one to the byte is not compiled again', () => {
  const site = newFolder()
  writeAll(site, twentyPosts('old'))
  cpSync(themes, path.join(site, 'themes'), { recursive: true })
  const build = (): void => {
    const { code, err } = runNow([process.execPath, shippedEngine(), 'build'], { cwd: site })
    assert.equal(code, 0, err)
  }
  const kept = path.join(site, '.ibid/themes')
  build()
  assert.ok(!existsSync(kept))

  // A change outside the theme's own folder counts as well.
  appendFileSync(path.join(site, 'themes/common/prose.css'), '\n.changed { color: red }\n')
  build()
  assert.equal(readdirSync(kept).length, 1)
  const assets = path.join(site, 'dist/assets')
  const sheets = readdirSync(assets).filter((name) => name.endsWith('.css'))
  const css = sheets.map((name) => readFileSync(path.join(assets, name), 'utf8')).join('\n')
  assert.match(css, /\.changed\{color:red\}/)
})
