import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { catalogue } from '../../../src/model/diagnostic-codes.ts'
import { applyFixes } from '../../../src/semantics/fix.ts'
import { read } from './read.ts'

interface Row {
  readonly code: string
  readonly text: string
  /** `line:column-line:column` of the finding. */
  readonly place: string
  readonly hint: RegExp
  /** The text after `--fix`. */
  readonly fixed?: string
  readonly stars?: 'on'
}

const rows: readonly Row[] = [
  {
    code: 'FN101',
    text: 'A[^gree] b[^greer].\n\n[^greer]: t',
    place: '1:2-1:9',
    hint: /Did you mean \[\^greer\]/,
  },
  { code: 'FN101', text: 'A[^x].', place: '1:2-1:6', hint: /\[\^x\]: text/ },
  {
    code: 'FN102',
    text: 'A[^x].\n\n[^x]: 1\n\n[^X]: 2',
    place: '5:1-5:8',
    hint: /label of its own/,
  },
  { code: 'FN103', text: 'A[^x].\n\n[^x]:', place: '3:1-3:6', hint: /\[\^x\]: text/ },
  {
    code: 'FN103',
    text: 'A[^x].\n\n[^x]: <b></b><!-- > -->',
    place: '3:1-3:24',
    hint: /\[\^x\]: text/,
  },
  { code: 'FN103', text: 'A^[ ] b', place: '1:2-1:6', hint: /\^\[text/ },
  { code: 'FN104', text: 'A[^a b] c.', place: '1:2-1:8', hint: /\[\^a-b\]/ },
  { code: 'FN105', text: '> A^[never\n> b', place: '1:4-1:6', hint: /\\\^\[/ },
  {
    code: 'FN106',
    text: 'A[^1]\n\n[^1] Note.',
    place: '3:1-3:5',
    hint: /\[\^1\]: text/,
    fixed: 'A[^1]\n\n[^1]: Note.',
  },
  {
    code: 'FN106',
    text: 'A[^1]\n\n[^1] : Note.',
    place: '3:1-3:5',
    hint: /\[\^1\]: text/,
    fixed: 'A[^1]\n\n[^1]: Note.',
  },
  {
    code: 'FN106',
    text: 'A[1] b.\r\n\r\n[1]: The note.',
    place: '3:1-3:5',
    hint: /\[\^1\]/,
    fixed: 'A[^1] b.\r\n\r\n[^1]: The note.',
  },
  {
    code: 'FN106',
    text: 'A[1] b.\n\n[1]: Note',
    place: '1:2-1:5',
    hint: /\[\^1\]/,
    fixed: 'A[^1] b.\n\n[^1]: Note',
  },
  // A note that only an unprinted note calls would take its words out of print.
  {
    code: 'FN106',
    text: 'A.\n\n[^a]: see [1]\n\n[1]: The note.',
    place: '5:1-5:5',
    hint: /\[\^1\]/,
  },
  {
    code: 'FN106',
    text: 'A[^a].\n\n[^a]: see[1]\n\n[1]: The note.',
    place: '5:1-5:5',
    hint: /\[\^1\]/,
    fixed: 'A[^a].\n\n[^a]: see[^1]\n\n[^1]: The note.',
  },
  {
    code: 'FN107',
    text: '![cat[^a]](c.png)\n\nb[^a]\n\n[^a]: t',
    place: '1:6-1:10',
    hint: /behind the picture/,
  },
  {
    code: 'FN201',
    text: 'A.\n\n[^x]: t\n\nB.',
    place: '3:1-3:8',
    hint: /word\[\^x\]/,
    fixed: 'A.\n\n<!-- [^x]: t -->\n\nB.',
  },
  { code: 'FN202', text: 'A[^x].\n\n[^x]: t[^x]', place: '3:8-3:12', hint: /Take this call out/ },
  {
    code: 'FN202',
    text: 'A[^x].\n\n[^x]: t[^y]\n[^y]: u[^x]',
    place: '4:8-4:12',
    hint: /Take this call out/,
  },
  {
    code: 'FN203',
    text: 'A[^x].\n\n[^x]: t\n\n  More\n  text.\n\n   - item\n\nEnd.',
    place: '5:3-6:8',
    hint: /Indent it by 4/,
    fixed: 'A[^x].\n\n[^x]: t\n\n    More\n    text.\n\n    - item\n\nEnd.',
  },
  {
    code: 'FN204',
    text: 'A \t[^x].\n\n[^x]: t',
    place: '1:4-1:8',
    hint: /word\[\^x\]/,
    fixed: 'A[^x].\n\n[^x]: t',
  },
  {
    code: 'FN205',
    text: '[*link[^x]*](u).\n\n[^x]: t',
    place: '1:7-1:11',
    hint: /behind the link/,
  },
  { code: 'FN206', text: 'A[^x].\n\n[^x]: 1984. Great.', place: '3:7-3:19', hint: /1984\\\./ },
  { code: 'FN207', text: '## *[^x]*\n\n[^x]: t', place: '1:1-1:10', hint: /Words/ },
  { code: 'FN301', text: 'A* b**.\n\n*t', place: '1:5-1:7', hint: /\*\* text/ },
  { code: 'FN301', text: 'A*.', place: '1:2-1:3', hint: /\\\*/, stars: 'on' },
  { code: 'FN302', text: 'A*.\n\n* one\n\n*two', place: '5:1-5:2', hint: /number of stars/ },
  { code: 'FN303', text: 'A*.\n\n*one\n\n** two', place: '5:1-5:3', hint: /word\*\*/ },
  { code: 'FN304', text: 'A* b* c*.\n\n*one', place: '1:5-1:6', hint: /same note/ },
  {
    code: 'FN305',
    text: 'A* b.\n\n***Note:** so',
    place: '3:1-3:2',
    hint: /\* \*\*…/,
    fixed: 'A* b.\n\n* **Note:** so',
  },
  { code: 'FN306', text: 'A* b**.\nmore\n*one\n\n**two', place: '3:1-3:2', hint: /line empty/ },
  {
    code: 'FN306',
    text: 'A* b**.\n\n*one\n---\n\n**two',
    place: '3:1-3:2',
    hint: /between the note and the rule/,
  },
  { code: 'FN306', text: 'A* b**.\n\n* x\n* y\n* one\n\n**two', place: '5:1-5:2', hint: /Use -/ },
  {
    code: 'FN307',
    text: 'A * and b**.\n\n*one\n\n**two',
    place: '1:3-1:4',
    hint: /word\*/,
    fixed: 'A* and b**.\n\n*one\n\n**two',
  },
  { code: 'FN308', text: 'A** b*.\n\n*one\n\n**two', place: '1:6-1:7', hint: /upwards/ },
  { code: 'FN308', text: 'A******.\n\n******six', place: '3:1-3:7', hint: /to-labels/ },
  { code: 'FN309', text: 'A*.\n\n* see* this', place: '3:6-3:7', hint: /another note/ },
  { code: 'FN309', text: 'A*.\n\n*<!-- -->', place: '3:1-3:2', hint: /text of the note/ },
]

function placed(text: string, code: string, stars: 'on' | 'auto' = 'auto'): string[] {
  return read(text, { stars }).diagnostics.flatMap((found) =>
    found.code === code && found.place
      ? [
          `${found.place.start.line}:${found.place.start.column}-${found.place.end.line}:${found.place.end.column}`,
        ]
      : [],
  )
}

describe('findings about notes', () => {
  for (const { code, text, place, hint, fixed, stars } of rows)
    it(`${code} in ${JSON.stringify(text)}`, () => {
      assert.deepEqual(placed(text, code, stars), [place])
      const found = read(text, { stars: stars ?? 'auto' }).diagnostics.find(
        (each) => each.code === code,
      )
      assert.match(found?.hint ?? '', hint)
      assert.match(found?.message ?? '', /^[A-Z\d[*].*[.:]$/)
      assert.equal(found?.severity, catalogue[found?.code ?? 'FN101'].severity)
      assert.equal(found?.fix !== undefined, fixed !== undefined)
      if (fixed === undefined) return
      assert.equal(
        applyFixes(
          text,
          read(text).diagnostics.filter((each) => each.code === code),
        ),
        fixed,
      )
      assert.deepEqual(placed(fixed, code), [])
    })

  it('stand in the file as it lies on disk', () => {
    const text = '---\r\ntitle: x\r\n---\r\n\r\n-\tA[^a]\r\n\r\n\t> B[^b]\r\n'
    assert.deepEqual(placed(text, 'FN101'), ['5:4-5:8', '7:5-7:9'])
    const inNote = 'A[^a].\r\n\r\n[^a]: t\r\n\r\n\tu[^b] v [^a b]\r\n'
    assert.deepEqual(placed(inNote, 'FN101'), ['5:3-5:7'])
    assert.deepEqual(placed(inNote, 'FN104'), ['5:10-5:16'])
  })

  it('repair no note into a second one of its label', () => {
    for (const [text, fixed] of [
      ['A[^x].\n\n[^x] one\n\n[^X] two', 'A[^x].\n\n[^x]: one\n\n[^X] two'],
      ['A[1] b[^1].\n\n[^1]: one\n\n[1]: two three'],
      ['A[1] b[^1].\n\n[^1] one\n\n[1]: two three', 'A[1] b[^1].\n\n[^1]: one\n\n[1]: two three'],
      ['A[1] b[^1].\n\n[^1]: one\n\n[1]: two'],
    ] as const)
      assert.equal(applyFixes(text, read(text).diagnostics), fixed ?? text)
  })

  it('move no block into a note from which the next one could run on', () => {
    const text = 'A[^a].\n\n[^a]: t\n\n  More.\n| h | i |\n|---|---|\n| b | c |\n'
    const { diagnostics } = read(text)
    assert.deepEqual(placed(text, 'FN203'), ['5:3-5:8'])
    assert.equal(applyFixes(text, diagnostics), text)
  })

  it('repair no note that only notes without a call of their own lead to', () => {
    for (const text of [
      'A.\n\n[1]: One, see [2].\n\n[2]: Two, see [1].',
      'A.\n\n[^1] One, see[^2].\n\n[^2] Two, see[^1].',
      'A.\n\n[^1] One, see[2].\n\n[2]: Two, see[^1].',
    ]) {
      const { diagnostics } = read(text)
      assert.deepEqual(placed(text, 'FN106'), ['3:1-3:5', '5:1-5:5'])
      assert.equal(applyFixes(text, diagnostics), text)
    }
  })

  it('point at the other place as well', () => {
    const [twice] = read('A[^x].\n\n[^x]: 1\n\n[^X]: 2').diagnostics
    assert.equal(twice?.related?.[0]?.place?.start.line, 3)
    const [stars] = read('A*.\n\n* one\n\n*two').diagnostics
    assert.equal(stars?.related?.[0]?.place?.start.line, 3)
    const [loop] = read('A[^x].\n\n[^x]: t[^y]\n[^y]: u[^x]').diagnostics
    assert.match(loop?.message ?? '', /\[\^x\] → \[\^y\] → \[\^x\]/)
    assert.deepEqual(
      loop?.related?.map((each) => each.place?.start.line),
      [3],
    )
  })

  it('come in the order of the file', () => {
    const { diagnostics } = read('A[^x] b[^a b].\n\n[^1] c\n\n[^z]: d\n\n[^z]: e')
    const offsets = diagnostics.map((each) => each.place?.start.offset ?? -1)
    assert.deepEqual(
      offsets,
      [...offsets].sort((a, b) => a - b),
    )
    assert.equal(diagnostics.length, 5)
  })

  it('are silent about what only looks alike', () => {
    for (const text of [
      'See [1] and [the spec][1].\n\n[1]: https://x.test "Title here"',
      'See [2].\n\n[2]: /about',
      'A `[^x]` and \\[^x] and \\^[x.\n\n    [^y] code',
      '![alt](i.png "a [^x] title")',
      '## ![picture](p.png)',
      '#\n\nText.',
      '- A[^a]\n\n  [^a]: t\n\n  More of the item.',
      'A[^a].\n\n[^a]: t\n\n[^b]: u\n\nB[^b].',
      'f*** it, *nix, C*, a * b and **bold**\n\n* one item',
      '**Update:** all is well.** Yes.\n\n**Update:** again.',
      'FOO_* a_* b*\n\n* one',
      'A[^a] b[^b].\n\n[^a]: <p>Words.</p>\n\n[^b]: <!-- > --><IMG src="a.png">',
    ])
      assert.deepEqual(read(text).diagnostics, [], text)
  })

  it('do not take a pattern of file names for stars with a space before them', () => {
    const { diagnostics } = read('FOO_* b**.\n\n*one\n\n**two')
    assert.deepEqual(
      diagnostics.map((found) => found.code),
      ['FN303'],
    )
  })

  it('names a nearest label only for so many', () => {
    const calls = Array.from({ length: 3000 }, (_, index) => `w[^label${index}]`).join('\n\n')
    const notes = Array.from({ length: 3000 }, (_, index) => `[^lable${index}]: t`).join('\n')
    const { diagnostics } = read(`${calls}\n\n${notes}\n`)
    assert.equal(diagnostics.filter((each) => each.code === 'FN101').length, 3000)
    assert.equal(diagnostics.filter((each) => /Did you mean/.test(each.hint ?? '')).length, 100)
  })
})
