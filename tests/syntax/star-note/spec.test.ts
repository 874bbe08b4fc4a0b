import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import type { Nodes } from 'mdast'
import { read, textOfNote, tidy } from '../../semantics/notes/read.ts'

const page = readFileSync(new URL('../../../docs/spec/star-notes.md', import.meta.url), 'utf8')
const examples = [...page.matchAll(/^```star-notes\n([\s\S]*?)^```$/gm)].map(
  (match) => match[1] ?? '',
)

/** Words with the number of each call in braces. */
function words(node: Nodes): string {
  if (node.type === 'footnoteReference') return `{${node.data?.note?.number}}`
  if ('value' in node) return node.value
  const inner = 'children' in node ? node.children.map(words).join('') : ''
  return /^(?:paragraph|heading|listItem)$/.test(node.type) ? `${inner} ` : inner
}

describe('docs/spec/star-notes.md', () => {
  it('has examples', () => {
    assert.ok(examples.length >= 12)
  })
  for (const example of examples)
    it(JSON.stringify(example.split('\n')[0]), () => {
      const [text = '', wanted = '', notes = ''] = example.split(/^\.\n/m)
      const { body, notes: found, diagnostics } = read(`${text}\n${notes}`)
      const lines = [
        tidy(words(body)),
        ...found.map(
          (note) =>
            `${note.number} ${note.label}: ${textOfNote(note).replace(/(?<=\D)(\d)$/, '{$1}')}`,
        ),
      ]
      const codes = [...new Set(diagnostics.map((each) => each.code))].sort().join(' ')
      if (codes !== '') lines.push(codes)
      assert.equal(lines.join('\n'), wanted.trimEnd())
    })
})
