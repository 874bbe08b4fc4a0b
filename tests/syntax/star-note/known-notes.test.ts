import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { featuresOf } from '../../../src/syntax/features.ts'
import { linesOf } from '../../../src/syntax/lines.ts'
import { readMarkdown } from '../../../src/syntax/markdown.ts'
import { starNoteFromMarkdown } from '../../../src/syntax/star-note/from-markdown.ts'
import { knownNotes } from '../../../src/syntax/star-note/known-notes.ts'
import { findNoteLines } from '../../../src/syntax/star-note/note-lines.ts'
import { readWithNotes } from '../../../src/syntax/star-note/reread.ts'
import { starNoteSyntax } from '../../../src/syntax/star-note/syntax.ts'
import { starredDocument, starredWords } from '../accelerator/starred-document.ts'
import { document } from '../random-document.ts'

function reading(text: string) {
  const options = { features: featuresOf(text), labels: [] }
  const plain = { text, tree: readMarkdown(text, options), lines: linesOf(text) }
  const noteLines = findNoteLines(plain)
  return { options, plain, noteLines }
}

/** How many notes are known of how many. */
function known(text: string): string {
  const { plain, noteLines } = reading(text)
  const markers = new Map(noteLines.map(({ offset, count }) => [offset, count]))
  const notes = [...knownNotes(plain, noteLines, markers).values()].flat()
  return `${notes.length} of ${noteLines.length}`
}

/** @param skip leaves out every so manieth note, if there are as many */
function sameAsRead(text: string, skip = 0): void {
  const { options, plain, noteLines } = reading(text)
  const markers = new Map<number, number>()
  for (const [at, { offset, count }] of noteLines.entries())
    if (skip === 0 || at % skip !== 1) markers.set(offset, count)
  const extra = () => ({
    micromark: starNoteSyntax(text, markers),
    mdast: starNoteFromMarkdown(),
  })
  const found = readWithNotes(plain, noteLines, markers, options)
  const wanted = readMarkdown(text, { ...options, extra })
  assert.deepEqual(found, wanted, JSON.stringify({ text, skip }))
}

describe('notes that are known from the plain tree', () => {
  for (const [text, count] of [
    ['A*.\n\n*Note.', '1 of 1'],
    ['A*.\n\n* Note.', '1 of 1'],
    ['A*.\n\n*\u00a0 Note,\nlazily.\n', '1 of 1'],
    ['A* b**.\n\n*One\nmore.\n**Two.\n\n*** Three.\n', '3 of 3'],
    ['A* b**.\r\n\r\n* One.\r\n** Two.\r\n', '2 of 2'],
    ['A*.\n\n*A *b* and **c**, [d](https://x.test/a*b) `e*`.\n\n## F\n', '1 of 1'],
    ['A*.\n\n*[b](u) &amp; <i>c</i>\n', '1 of 1'],
    ['A*.\n\n*1986 was b**, and so.\n\n** c', '1 of 2'],
  ] as const)
    it(`${JSON.stringify(text)}: ${count}`, () => {
      assert.equal(known(text), count)
      sameAsRead(text)
      sameAsRead(text, 2)
    })
})

describe('notes that have to be read', () => {
  for (const text of [
    'A*.\n\n ** Note.',
    'A*.\n\n* \tNote.',
    'A*.\n\n*\tNote.',
    'A*.\n\n** Note,\n  indented.',
    'A*.\n\n** Note,  \n    - more.',
    'A*.\n\n** # Heading.',
    'A*.\n\n**- Item.',
    'A*.\n\n** ``` Code.',
    'A*.\n\n** > Words.',
    'A*.\n\n** <b>\nWords.',
    'A*.\n\n** $$ x',
    'A*.\n\n**_b_',
    'A*.\n\n** *b*',
    'A*.\n\n** [b]: u',
    'A*.\n\n** [b\nc]: u',
    'A*.\n\n** Note.\n\n  More.',
    'A*.\n\n** Note.\n \n  More*.',
    'A*.\n\n** \\*Note*.',
    'A*.\n\n**One *b\n** c* d',
    'A*.\n\n** One\\\n*** Two',
    'A*.\n\n** `One\n*** Two`',
    'A*.\n\n** www.x.test',
    'A*.\n\n** (B.*) *c.*',
    '# A*\n** Note.',
    'A*.\n\n** Note.\n# B',
    '* A\n  # B',
  ])
    it(JSON.stringify(text), () => {
      assert.match(known(text), /^0 of [1-9]/)
      sameAsRead(text)
    })
})

describe('whatever is known', () => {
  for (const text of [
    'A*.\n\n>** B\n\n** Note.',
    'a**~*a\n\n*’s ’s~~~a~~\n*~~*~~\n\n** o\n',
    'A*.\n\n** ```\n```\n\n    B\n*C.*\n\n*D',
    'A*.\n\n* B\n\n    C\n*D.*\n',
    'A*.\n\n*     B\n*C.*\n',
    '**[A](u) b*~ c\n\n* Note.',
    'A*.\n\n- ```\n\n** Note.',
    'A*.\n\n** ``` B\n\n*** Note.',
    'A*.\n\n* ```\n\n> B*',
    'A*.\n\n**B\n* \n\n* n\n\n** C',
    'A* *b*.\n\n** C* *d*.\n\n[^e]: F* *g*.\n\n[h]: u\n\n*I* [h] j[^e]**.\n\n* K',
  ])
    it(`is what reading it would give: ${JSON.stringify(text)}`, () => {
      sameAsRead(text)
      sameAsRead(text, 2)
    })

  it('is what reading it would give, in documents of notes in stars', () => {
    for (let seed = 0; seed < 2000; seed++) sameAsRead(starredDocument(seed), seed % 4)
  })

  it('is what reading it would give, among stars that have a say in each other', () => {
    for (let seed = 0; seed < 6000; seed++) sameAsRead(starredWords(seed), seed % 4)
  })

  it('is what reading it would give, in documents of all kinds', () => {
    fc.assert(
      fc.property(document, fc.nat({ max: 3 }), (text, skip) => sameAsRead(text, skip)),
      { numRuns: 500 },
    )
  })
})
