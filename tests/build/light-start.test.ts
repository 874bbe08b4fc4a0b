import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { shippedEngine } from '../faults/engine.ts'

test('a build in which nothing has changed loads neither the parser nor what renders', () => {
  const chunks = path.join(path.dirname(shippedEngine()), 'chunks')
  const first = readdirSync(chunks).filter((name) => /^(?:build|unchanged)\./.test(name))
  assert.equal(first.length, 2)
  const loaded = new Set(first)
  for (const name of loaded) {
    const code = readFileSync(path.join(chunks, name), 'utf8')
    for (const [, next = ''] of code.matchAll(/^(?:import|export) .*?["']\.\/([^"']+)["'];?$/gm))
      loaded.add(next)
  }
  const code = [...loaded].map((name) => readFileSync(path.join(chunks, name), 'utf8')).join('\n')
  for (const part of ['siteNow', 'nodeSource', 'runSite', 'printFindings'])
    assert.match(code, new RegExp(`function ${part}\\(`), [...loaded].join())
  assert.ok(code.length < 200_000, `${code.length} bytes of ${[...loaded].join()}`)
  assert.doesNotMatch(code, /micromark|mdast-util/)
})
