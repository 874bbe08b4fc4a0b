import assert from 'node:assert/strict'
import { test } from 'node:test'
import { reportText, summaryOf } from '../../src/report/text.ts'
import { at, finding } from './finding.ts'

function shown(text: string, place: ReturnType<typeof at>): string {
  return reportText([finding('FN301', { place })], { sourceOf: () => text })
}

test('shows place, severity, code, name, message, frame, cure and companions', () => {
  const diagnostic = finding('FN302', {
    message: 'This is the second note with one star.',
    place: at(12, 1, 12, 8),
    hint: 'give it two stars',
    related: [{ message: 'The first one is here.', file: 'content/posts/a.md', place: at(3, 1) }],
  })
  const text = `${'\n'.repeat(11)}* again\n`
  assert.equal(
    reportText([diagnostic], {
      sourceOf: (path) => (path === 'content/posts/a.md' ? text : undefined),
    }),
    `content/posts/a.md:12:1: error FN302 star-duplicate-note: This is the second note with one star.
  12 | * again
     | ^^^^^^^
  Hint: give it two stars
  content/posts/a.md:3:1: The first one is here.
`,
  )
})

test('a finding about a whole file stands at its start, one about no file has no place', () => {
  assert.equal(
    reportText([finding('FN301'), finding('FN301', { file: '' })], { sourceOf: () => 'x' }),
    `error FN301 star-missing-note: Something is wrong.

content/posts/a.md:1:1: error FN301 star-missing-note: Something is wrong.
`,
  )
})

const aligned: readonly (readonly [name: string, line: string, column: number, frame: string])[] = [
  ['plain', 'one two*', 8, '  1 | one two*\n    |        ^\n'],
  ['tabs', '\ta\tb*', 5, '  1 |     a   b*\n    |          ^\n'],
  ['wide letters', '脚注です*x', 5, '  1 | 脚注です*x\n    |         ^\n'],
  ['carets under wide letters', 'a脚b', 2, '  1 | a脚b\n    |  ^^\n'],
  ['combining marks', 'cafe\u0301*', 6, '  1 | cafe\u0301*\n    |     ^\n'],
  ['picture signs', '👩‍👩‍👧*', 9, '  1 | 👩‍👩‍👧*\n    |   ^\n'],
  ['surrogates', '𝒳*', 3, '  1 | 𝒳*\n    |  ^\n'],
]
for (const [name, line, column, frame] of aligned)
  test(`carets stand under what they mean: ${name}`, () => {
    assert.ok(shown(line, at(1, column)).endsWith(frame), shown(line, at(1, column)))
  })

test('an empty place has one caret, one behind the line too', () => {
  assert.match(shown('ab', at(1, 2, 1, 2)), / {2}1 \| ab\n {4}\| {2}\^\n/)
  assert.match(shown('ab', at(1, 3, 1, 3)), / {2}1 \| ab\n {4}\| {3}\^\n/)
})

test('shows the first three lines of a long place, whatever the line ends', () => {
  const expected =
    '   9 | one\n     |  ^^\n  10 |   two\n     |   ^^^\n  11 | three\n     | ^^^^^\n'
  for (const end of ['\n', '\r\n', '\r'])
    assert.ok(
      shown(end.repeat(8) + ['one', '  two', 'three', 'four'].join(end), at(9, 2, 12, 3)).endsWith(
        expected,
      ),
    )
})

test('a place that ends at the start of a line does not cover it', () => {
  assert.equal(shown('one\ntwo', at(1, 1, 2, 1)).includes('two'), false)
})

test('cuts long lines around the place', () => {
  const line = `${'x'.repeat(500_000)}*${'y'.repeat(500_000)}`
  const [, text = '', carets = ''] = shown(line, at(1, 500_001)).split('\n')
  assert.ok(text.length < 120)
  assert.equal(text[carets.indexOf('^')], '*')
  assert.match(text, /^ {2}1 \| …x+\*y+…$/)
})

test('shows no frame for a place that is not in the text', () => {
  assert.equal(shown('one', at(5, 1)).split('\n').length, 2)
})

test('lets nothing through that a terminal would obey', () => {
  const diagnostic = finding('FN301', {
    message: 'bad \x1b[2J\x07 and \u202egnirts\nline',
    file: 'content/\x1b]0;x\x07\n.md',
    place: at(1, 1),
    hint: '\x9b31m',
  })
  const text = reportText([diagnostic], { sourceOf: () => 'a\x1b[31m\u202eb' })
  assert.doesNotMatch(text.replaceAll('\n', ''), /[\0-\x1f\x7f-\x9f\u202e]/)
  assert.match(text, /<U\+202E>/)
  assert.equal(text.split('\n').length, 5)
})

test('colours only when asked', () => {
  const options = { sourceOf: () => 'x*' }
  assert.doesNotMatch(reportText([finding('FN301', { place: at(1, 2) })], options), /\x1b/)
  assert.match(
    reportText([finding('FN301', { place: at(1, 2) })], { ...options, color: true }),
    /\x1b\[1;31merror FN301/,
  )
})

test('sorts by file, line, column and code, by code units', () => {
  const findings = [
    finding('FN301', { file: 'é.md' }),
    finding('FN303', { file: 'a.md', place: at(10, 1) }),
    finding('FN301', { file: 'a.md', place: at(10, 1) }),
    finding('FN301', { file: 'a.md', place: at(9, 7) }),
    finding('FN301', { file: 'B.md' }),
    finding('FN301', { file: 'a.md', place: at(9, 12) }),
  ]
  const places = reportText(findings, { sourceOf: () => undefined }).match(/^\S+ \w+ \w+/gm)
  assert.deepEqual(places, [
    'B.md:1:1: error FN301',
    'a.md:9:7: error FN301',
    'a.md:9:12: error FN301',
    'a.md:10:1: error FN301',
    'a.md:10:1: warning FN303',
    'é.md:1:1: error FN301',
  ])
})

test('counts in words', () => {
  assert.equal(summaryOf([]), 'no problems')
  assert.equal(summaryOf([finding('FN204')]), 'no problems, 1 remark')
  assert.equal(
    summaryOf([finding('FN301'), finding('FN301'), finding('FN303')]),
    '2 errors, 1 warning',
  )
})
