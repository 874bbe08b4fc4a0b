import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import { sourcePath } from '../../src/model/paths.ts'
import { applyFixes } from '../../src/semantics/fix.ts'
import { parseSharedNotes } from '../../src/semantics/notes/index.ts'
import { read } from '../semantics/notes/read.ts'

const manual = readFileSync(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8')

/** Every section about notes: its code, its example and what it says of the cure. */
const sections = [
  ...manual.matchAll(
    /^## (FN\d{3}) .*\n[\s\S]*?```markdown\n([\s\S]*?)\n```\n\n(\*\*Cure\.\*\*.*)/gm,
  ),
].map(([, code = '', example = '', cure = '']) => ({ code, example, cure }))

/** What is said of files of shared notes. */
const shared = new Set(['FN208'])
/** What only the whole site shows. */
const ofSite = new Set(['FN209'])

describe('docs/diagnostics.md', () => {
  it('has a section for each code of notes', () => {
    assert.ok(sections.length >= 25, String(sections.length))
  })

  for (const { code, example, cure } of sections.filter((each) => !ofSite.has(each.code)))
    it(`shows what ${code} is said of, and whether it can be repaired`, () => {
      const path = sourcePath('content/notes/n.md')
      const found = shared.has(code)
        ? parseSharedNotes({ path, text: example }).diagnostics
        : read(example).diagnostics
      const own = found.filter((each) => each.code === code)
      assert.ok(own.length > 0, found.map((each) => each.code).join())
      const mended = applyFixes(example, own)
      assert.equal(mended !== example, cure.includes('--fix'), cure)
      if (mended !== example)
        assert.ok(!read(mended).diagnostics.some((each) => each.code === code))
    })
})
