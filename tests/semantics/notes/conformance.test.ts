import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import GithubSlugger from 'github-slugger'
import { textOf } from '../../../src/model/plain-text.ts'
import { nodesOf } from '../../../src/syntax/walk.ts'
import { type NoteCase, noteCases } from '../../notes/cases.ts'
import { read, shown, textOfNote, tidy } from './read.ts'

for (const group of new Set(noteCases.map((each) => each.group)))
  describe(`notes: ${group}`, () => {
    for (const each of noteCases.filter((one) => one.group === group))
      it(each.name, () => {
        check(each)
      })
  })

function check({ markdown, mode = 'auto', expect, why }: NoteCase): void {
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
