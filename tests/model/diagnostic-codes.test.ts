import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type CodeEntry, catalogue } from '../../src/model/diagnostic-codes.ts'

const manual = readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8')
const codes: readonly (readonly [code: string, entry: CodeEntry])[] = Object.entries(catalogue)

/** The manual's sections by code, each with its heading. */
const sections = new Map(
  manual
    .split(/^(?=## [A-Z]{2}\d{3} |# [A-Z])/m)
    .filter((section) => section.startsWith('## '))
    .map((section) => [section.slice(3, 8), section]),
)

test('every code has a section with its name, its severity, an example and the cure', () => {
  const words = { error: 'Error', warning: 'Warning', info: 'Remark' }
  for (const [code, { name, severity, title }] of codes) {
    const section = sections.get(code) ?? ''
    assert.ok(
      section.startsWith(`## ${code} ${name}\n\n${words[severity]}. ${title}.`),
      `${code} ${name} in docs/diagnostics.md`,
    )
    assert.match(section, /\n\*\*Example\*\*\n\n```\w+\n[\s\S]+\n```\n\n\*\*Cure\.\*\* \S/, code)
  }
})

test('the manual explains no code that does not exist', () => {
  assert.deepEqual(
    [...sections.keys()].filter((code) => !Object.hasOwn(catalogue, code)),
    [],
  )
})

test('codes and names have one form, and no name stands for two codes of a family', () => {
  for (const [code, { name, title }] of codes) {
    assert.match(code, /^(?:FN|FM|PQ|KF|LK|IM|HD|HT|LM|FS|FD|TH)[1-9]\d\d$/)
    assert.match(name, /^[a-z0-9]+(?:-[a-z0-9]+)*$/)
    assert.match(title, /^[A-Z“].*[^.]$/u)
  }
  const names = codes.map(([code, { name }]) => `${code.slice(0, 2)} ${name}`)
  assert.equal(new Set(names).size, names.length)
})
