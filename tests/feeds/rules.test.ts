import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import { atomChecks } from './rules/atom.ts'
import { contentChecks } from './rules/content.ts'
import { identityChecks } from './rules/identity.ts'
import { notesChecks } from './rules/notes.ts'
import { rssChecks } from './rules/rss.ts'
import type { Checks } from './rules/sample.ts'
import { xmlChecks } from './rules/xml.ts'

interface Rule {
  readonly id: string
  readonly level?: string
  readonly rule: string
}

const { rules } = JSON.parse(readFileSync('tests/data/feed-rules.json', 'utf8')) as {
  rules: Rule[]
}

/** Rules about how feeds are served and announced: headers, and heads of pages, which are no part of a feed. */
const elsewhere = new Set(['utf8-ctype', 'own-cache', 'own-discover', 'own-readers'])

const checks: Checks = {
  ...xmlChecks,
  ...rssChecks,
  ...atomChecks,
  ...identityChecks,
  ...contentChecks,
  ...notesChecks,
}

for (const { id, rule } of rules)
  if (!elsewhere.has(id))
    test(`${id}: ${rule}`, () => {
      const check = checks[id]
      assert.ok(check, `no check for ${id}`)
      check()
    })

test('every check belongs to a rule', () => {
  const known = new Set(rules.map((rule) => rule.id))
  assert.deepEqual(
    [...Object.keys(checks), ...elsewhere].filter((id) => !known.has(id)),
    [],
  )
})
