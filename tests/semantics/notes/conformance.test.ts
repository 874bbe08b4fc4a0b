import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import GithubSlugger from 'github-slugger'
import type { StarMode } from '../../../src/model/front-matter.ts'
import { textOf } from '../../../src/model/plain-text.ts'
import { nodesOf } from '../../../src/syntax/walk.ts'
import { read, shown, textOfNote, tidy } from './read.ts'

interface Case {
  readonly name: string
  readonly group: string
  readonly markdown: string
  readonly mode?: StarMode
  readonly why: string
  readonly expect: {
    readonly refs: number
    readonly notes: readonly {
      readonly number: number
      readonly label: string | null
      readonly text: string
      readonly backrefs: number
      readonly nested?: boolean
    }[]
    readonly diagnostics: readonly string[]
    readonly literal?: readonly string[]
    readonly headings?: readonly { readonly text: string; readonly id: string }[]
  }
}

const cases = JSON.parse(
  readFileSync(new URL('../../data/notes.json', import.meta.url), 'utf8'),
) as Case[]

for (const group of new Set(cases.map((each) => each.group)))
  describe(`notes: ${group}`, () => {
    for (const each of cases.filter((one) => one.group === group))
      it(each.name, () => {
        check(each)
      })
  })

function check({ markdown, mode = 'auto', expect, why }: Case): void {
  const { body, notes, diagnostics } = read(markdown, { stars: mode })
  const calls = notes.reduce((sum, note) => sum + note.references.length, 0)
  assert.equal(calls, expect.refs, why)
  assert.deepEqual(
    notes.map((note) => ({
      number: note.number,
      text: textOfNote(note),
      backrefs: note.references.length,
      nested: note.references.every((call) => call.inNote !== undefined),
    })),
    expect.notes.map(({ number, text, backrefs, nested = false }) => ({
      number,
      text,
      backrefs,
      nested,
    })),
    why,
  )
  for (const [index, { label }] of expect.notes.entries())
    if (label !== null) assert.equal(notes[index]?.label, label)
  assert.deepEqual(
    diagnostics.map((found) => found.code).sort(),
    [...expect.diagnostics].sort(),
    why,
  )
  const words = tidy(shown(body))
  for (const literal of expect.literal ?? [])
    assert.ok(words.includes(literal), `${literal} in ${words}`)
  if (!expect.headings) return
  const slugger = new GithubSlugger()
  const headings = nodesOf(body).filter((node) => node.type === 'heading')
  assert.deepEqual(
    headings.map((node) => ({ text: textOf(node), id: slugger.slug(textOf(node)) })),
    expect.headings,
  )
}
