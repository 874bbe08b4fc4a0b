import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { featuresOf } from '../../../src/syntax/features.ts'
import { linesOf } from '../../../src/syntax/lines.ts'
import { readMarkdown } from '../../../src/syntax/markdown.ts'
import { findNoteLines } from '../../../src/syntax/star-note/note-lines.ts'
import { reduce, restore } from '../../../src/syntax/star-note/reuse.ts'
import { document } from '../random-document.ts'

function reducedOf(text: string) {
  const reading = { features: featuresOf(text), labels: [] }
  const tree = readMarkdown(text, reading)
  const plain = { text, tree, lines: linesOf(text) }
  const offsets = findNoteLines(plain).map((line) => line.offset)
  return { reading, tree, offsets, reduced: reduce(plain, offsets) }
}

describe('what is not read again', () => {
  it('are runs of paragraphs without a star that may be a call', () => {
    const { reduced } = reducedOf('One.\n\nTwo *em*\nmore.\n\nThree*.\n\n- x\n\nFour.\n\n*note\n')
    assert.equal(reduced.text, 'x\n\nThree*.\n\n- x\n\nx\n\n*note\n')
    assert.deepEqual([...reduced.moved], [[43, 20]])
  })

  it('is no paragraph with a star that is kept from opening emphasis, and none that is indented', () => {
    for (const text of ['(Always.**) And **b**.', '  indented.', 'A \\* b.', 'A *b** c.'])
      assert.equal(reducedOf(`${text}\n\n# H\n\n*note`).reduced.known.size, 0, text)
  })

  it('leaves the tree and all places what they are', () => {
    fc.assert(
      fc.property(document, fc.boolean(), (text, crlf) => {
        const typed = crlf ? text.replace(/\r?\n/g, '\r\n') : text
        const { reading, tree, offsets, reduced } = reducedOf(typed)
        const again = readMarkdown(reduced.text, reading)
        restore(again, reduced)
        assert.deepEqual(again.children, tree.children)
        // A note's line is never taken out, so it is there with all of its words.
        const lineFrom = (whole: string, offset: number) =>
          /^[^\r\n]*/.exec(whole.slice(offset))?.[0]
        for (const offset of offsets)
          assert.equal(
            lineFrom(reduced.text, reduced.moved.get(offset) ?? -1),
            lineFrom(typed, offset),
          )
      }),
      { numRuns: 500 },
    )
  })
})
