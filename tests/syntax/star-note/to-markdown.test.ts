import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Root } from 'mdast'
import { toMarkdown } from 'mdast-util-to-markdown'
import { featuresOf } from '../../../src/syntax/features.ts'
import { readMarkdown } from '../../../src/syntax/markdown.ts'
import { starNoteFromMarkdown } from '../../../src/syntax/star-note/from-markdown.ts'
import { starNoteSyntax } from '../../../src/syntax/star-note/syntax.ts'
import { starNoteToMarkdown } from '../../../src/syntax/star-note/to-markdown.ts'

/** Reads a text in which every top-level line of stars is a note. */
function readStars(text: string): Root {
  const markers = new Map<number, number>()
  for (const { 0: stars, index } of text.matchAll(/^\*+/gm)) markers.set(index, stars.length)
  return readMarkdown(text, {
    features: featuresOf(text),
    labels: [],
    extra: () => ({ micromark: starNoteSyntax(text, markers), mdast: starNoteFromMarkdown() }),
  })
}

describe('star notes to Markdown', () => {
  for (const [text, wanted] of [
    ['One* *two*** `x`\\*\n\n*a\n', 'One* *two*** `x`\\*\n\n* a\n'],
    [
      'a**\n\n**b\nlazy\n\n  - c\n\n      d\n\n  e\n',
      'a**\n\n** b\n  lazy\n\n  - c\n\n    d\n\n  e\n',
    ],
    ['f * g\n\n* n\n** m\n', 'f * g\n\n* n\n\n** m\n'],
  ] as const)
    it(JSON.stringify(text), () => {
      const options = { extensions: [starNoteToMarkdown()], bullet: '-' as const }
      const written = toMarkdown(readStars(text), options)
      assert.equal(written, wanted)
      assert.equal(toMarkdown(readStars(written), options), written)
    })
})
