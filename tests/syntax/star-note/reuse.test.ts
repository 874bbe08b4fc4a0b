import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { featuresOf } from '../../../src/syntax/features.ts'
import { linesOf } from '../../../src/syntax/lines.ts'
import { readMarkdown } from '../../../src/syntax/markdown.ts'
import { starNoteFromMarkdown } from '../../../src/syntax/star-note/from-markdown.ts'
import { findNoteLines } from '../../../src/syntax/star-note/note-lines.ts'
import { reduce, restore } from '../../../src/syntax/star-note/reuse.ts'
import { starNoteSyntax } from '../../../src/syntax/star-note/syntax.ts'
import { document } from '../random-document.ts'

function reducedOf(text: string) {
  const reading = { features: featuresOf(text), labels: [] }
  const tree = readMarkdown(text, reading)
  const plain = { text, tree, lines: linesOf(text) }
  const lines = findNoteLines(plain)
  const offsets = lines.map((line) => line.offset)
  return { reading, lines, reduced: reduce(plain, offsets) }
}

function stars(text: string, markers: ReadonlyMap<number, number>) {
  return { micromark: starNoteSyntax(text, markers), mdast: starNoteFromMarkdown() }
}

describe('what is not read again', () => {
  it('are runs of blocks without a star that may be a call', () => {
    const { reduced } = reducedOf(
      'One.\n\nTwo *em*\nmore.\n\n(Thr.*) *em*\n\n- x\n\n# H\nFour*.\n\n*note\n',
    )
    assert.equal(reduced.text, 'x\n\n(Thr.*) *em*\n\nx\n\n*note\n')
    assert.deepEqual([...reduced.moved], [[53, 20]])
  })

  it('are blocks of every kind, in one another, whose stars mean nothing but calls', () => {
    for (const block of [
      '- a*\n  - b** *\n\n    c\n- d',
      '1. a*\n\n   > b*.',
      '> a* — b',
      'A* *em* b**, **strong**’s.',
      '_a_ b* [c](https://x.test) *d*',
      '```\n*a* b*\n```',
      '<pre>\n*a* b*\n</pre>',
      '***',
      '# a',
      '| a |\n|---|\n| b |',
      ':::notice\na\n:::',
    ])
      assert.equal(reducedOf(`${block}\n\n*note`).reduced.text, 'x\n\n*note', block)
  })

  it('are at the ends of a run only blocks that a blank line parts from the others', () => {
    const kept = '- (a.*) b\n# H\n'
    assert.equal(
      reducedOf(`${kept}Text.\n\n# Notes\n* note`).reduced.text,
      `${kept}x\n\n# Notes\n* note`,
    )
    const unlike = '(a.*) b\n\u00a0\n- c\n\u00a0\n\n* note'
    assert.equal(reducedOf(unlike).reduced.text, unlike)
  })

  it('is nothing where a note may define an address', () => {
    const text = '[a] b*\n\n*[a]: u'
    assert.equal(reducedOf(text).reduced.text, text)
  })

  it('is no block that defines anything, and none with stars that are read by rules of their own', () => {
    for (const block of [
      '[a]: u',
      '[a]: u\nb\n===',
      '> [a]: u',
      '- [^1]: t',
      '# a*',
      '| a* |\n|---|',
      ':::notice\na*\n:::',
      '- a\n  b* c',
      '> a\n> b*',
    ])
      assert.equal(reducedOf(`${block}\n\n*note`).reduced.known.size, 0, block)
  })

  it('is no paragraph with a star that is kept from opening emphasis, and none that is indented', () => {
    for (const text of [
      '(Always.**) And **b**.',
      '  indented.',
      'A \\* b.',
      'A *b** c.',
      '[A* b](u).',
      '_A_* *b*.',
      'A* *b***.',
      '*A.*”* b.',
      'A [b*](u) *c*.',
      '(A.*) b.',
      'A* www.x.test.',
    ])
      assert.equal(reducedOf(`${text}\n\n*note`).reduced.known.size, 0, text)
  })

  it('comes back as the whole text would have been read', () => {
    fc.assert(
      fc.property(document, fc.boolean(), (text, crlf) => {
        const typed = crlf ? text.replace(/\r?\n/g, '\r\n') : text
        const { reading, lines, reduced } = reducedOf(typed)
        const markers = new Map(lines.map(({ offset, count }) => [offset, count]))
        const moved = new Map(
          lines.map(({ offset, count }) => [reduced.moved.get(offset) ?? -1, count]),
        )
        const whole = readMarkdown(typed, { ...reading, extra: () => stars(typed, markers) })
        const again = readMarkdown(reduced.text, {
          ...reading,
          extra: () => stars(reduced.text, moved),
        })
        restore(again, reduced)
        assert.deepEqual(again, whole)
      }),
      { numRuns: 500 },
    )
  })
})
