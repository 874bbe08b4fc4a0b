import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { sourcePath } from '../../../src/model/paths.ts'
import { parse } from '../../../src/syntax/parse.ts'

/** The manuals of the packages that the engine is made from: plain Markdown by hundreds of hands, none with star notes. */
const manuals = globSync('node_modules/**/*.md')

test('stars turn on in no manual of a package', () => {
  assert.ok(manuals.length > 200, `${manuals.length} manuals`)
  const hits = manuals.filter((path) => {
    const text = readFileSync(path, 'utf8').replace(/^\ufeff/, '')
    const start = { line: 1, column: 1, offset: 0 }
    return parse({ path: sourcePath(path), text }, start, { stars: 'auto', math: false }).stars
  })
  assert.deepEqual(hits, [])
})
