import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { engineKey } from '../../src/build/cache/engine-key.ts'
import { optionalParts } from '../../src/io/optional-parts.ts'

test('what is known of an engine changes with the packages that it may use, wherever npm puts them', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'ibid-parts-'))
  try {
    const folder = path.join(root, 'node_modules/ibid')
    for (const room of ['src', 'themes']) mkdirSync(path.join(folder, room), { recursive: true })
    const install = (name: string, version: string) => {
      mkdirSync(path.join(root, 'node_modules', name), { recursive: true })
      const manifest = JSON.stringify({ name, version })
      writeFileSync(path.join(root, 'node_modules', name, 'package.json'), manifest)
    }
    const keys = [engineKey({ folder, version: '1.0.0' })]
    assert.equal(optionalParts(folder), 'no sharp no satori no @resvg/resvg-js')
    for (const [name, version] of [
      ['sharp', '0.35.5'],
      ['@img/sharp-linux-x64', '0.35.5'],
      ['@img/sharp-linux-x64', '0.35.6'],
      ['satori', '0.63.2'],
      ['@resvg/resvg-js', '2.6.2'],
      ['@resvg/resvg-js-linux-x64-gnu', '2.6.2'],
    ] as const) {
      install(name, version)
      keys.push(engineKey({ folder, version: '1.0.0' }))
    }
    assert.equal(new Set(keys).size, keys.length)
    assert.equal(engineKey({ folder, version: '1.0.0' }), keys.at(-1))
    rmSync(path.join(root, 'node_modules/sharp'), { recursive: true })
    assert.notEqual(engineKey({ folder, version: '1.0.0' }), keys.at(-1))
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
})
