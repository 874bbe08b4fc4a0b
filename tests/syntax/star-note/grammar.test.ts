import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readLeadingRun } from '../../../src/syntax/star-note/leading-run.ts'
import { codesOf, read, shown, textOfNote, tidy } from '../../semantics/notes/read.ts'

/** The body with numbers for calls, then the notes. */
function seen(text: string): string {
  const { body, notes } = read(text)
  return [tidy(shown(body)), ...notes.map((note) => `${note.label}: ${textOfNote(note)}`)].join(
    ' | ',
  )
}

const rows = (title: string, cases: readonly (readonly [string, string])[]): void => {
  describe(title, () => {
    for (const [text, wanted] of cases)
      it(JSON.stringify(text), () => {
        assert.equal(seen(text), wanted)
      })
  })
}

/** An ampersand makes a paragraph one that is read twice; without it, its stars may be told from its words. */
const readTwice = (
  cases: readonly (readonly [string, string])[],
): readonly (readonly [string, string])[] => [
  ...cases,
  ...cases
    .filter(([text]) => !/^[#*]/.test(text))
    .map(([text, wanted]) => [`& ${text}`, `& ${wanted}`] as const),
]

rows(
  'what may stand before a call',
  readTwice([
    ['A_* b_c_* d\u0301*.\n\n* n', 'A_* b_c_* d\u03011. | *: n'],
    ['“A”* b)* c…* d!*\n\n* n', '“A”1 b)1 c…1 d!1 | *: n'],
    ['𝒜* 字* 5*\n\n* n', '𝒜1 字1 51 | *: n'],
    ['a/* b-* (* “* c*\n\n* n', 'a/* b-* (* “* c1 | *: n'],
    [
      '`a`* <https://x.test>* ![b](c)* ~~d~~* <i>e</i>*\n\n* n',
      'a1 https://x.test1 1 d1 e1 | *: n',
    ],
    ['a[^1]* ^[b]*\n\n[^1]: x\n\n* n', 'a12 32 | 1: x | *: n | null: b'],
  ]),
)

rows(
  'what may stand behind a call',
  readTwice([
    ["a*’s b*'s c*— d*– e*-- f*。g\n\n* n", "a1’s b1's c1— d1– e1-- f1。g | *: n"],
    ['a*.” b*), c*.exe d*-x e*’t f*y\n\n* n', 'a1.” b1), c*.exe d*-x e*’t f*y | *: n'],
    ['# a*\n\nb*\n===\n\n| c*|d*|\n|-|-|\n|e*| f* |\n\n* n', 'a1 b1 c1 d1 e1 f1 | *: n'],
    ['a*<br>b\n\n* n', 'a1b | *: n'],
    ['これ*、それ*！あれ*。\n\n* n', 'これ1、それ1！あれ1。 | *: n'],
    ['a*\\\nb*  \nc*\n\n* n', 'a1 b1 c1 | *: n'],
    ['a*\\b c*\n\n* n', 'a*\\b c1 | *: n'],
    ['[A*](u) b*\n\n* n', 'A* b1 | *: n'],
  ]),
)

rows('where a line begins, stars are no call', [
  ['> a*\n>* b\n>* c\n\n* n', 'a1 b c | *: n'],
  ['a*\n** b\n\n* n', 'a1 ** b | *: n'],
])

rows(
  'emphasis comes first',
  readTwice([
    ['**a* b*\n\n* n', 'a b n'],
    ['*a _b_* c*\n\n* n', 'a b c1 | *: n'],
    ['***a*** b***\n\n*** n', 'a b1 | ***: n'],
    ['x **a.*** b*\n\n* n', 'x a.1 b1 | *: n'],
    ['**a.*** b*\n\n* n', 'a.* b* n'],
    ['[*a* b* c](u)*\n\n* n', 'a b c11 | *: n'],
    ['_a_ b* __c__ _d*_\n\n* n', 'a b1 c d1 | *: n'],
    ['a*b c**. d\n\n** n', 'a*b c1. d | **: n'],
  ]),
)

rows('notes', [
  ['a*\n\n   *   n', 'a1 | *: n'],
  ['a*\n\n*\u00a0n', 'a1 | *: n'],
  ['a*\n\n*\tn\n\n\tm\n\n\t    code', 'a1 | *: n m code'],
  ['a*\n\n* n\n\n  - b\n\n  ```\n  c\n  ```\n\n  > d', 'a1 | *: n b c d'],
  ['a* b**\n\n* n\n** m', 'a1 b2 | *: n | **: m'],
  ['a*\n\n- [ ] x\n\n* [ ] task', 'a* x task'],
  ['a*\n\n> * n', 'a* n'],
  ['- a*\n\n  * n', 'a* n'],
  ['a*\n\n    * n', 'a* * n'],
  ['a*\n\n## Notes\n\n* n', 'a1 Notes | *: n'],
  ['a*\n\n## More\n\n* n', 'a* More n'],
])

rows('closing positions', [
  [
    'a* b**\n\n* n\n\n[r]: u\n\n<div>x</div>\n\n---\n\n*Bye.*\n\n** m\n\n*Bye again.*',
    'a1 b2 Bye. Bye again. | *: n | **: m',
  ],
  ['a* b**\n\n* n\n\n*Bye.*\n\n** m', 'a1 b2 Bye. | *: n | **: m'],
  ['a* b**\n\n* n\n\n__Bye.__\n\n** m', 'a1 b2 Bye. | *: n | **: m'],
  ['a*\n\n* n\n\ntext', 'a* n text'],
  ['a*\n\n* n\n\n---\n\ntext b*', 'a1 text b* | *: n'],
])

rows('sections', [
  ['a*\n\n## B\n\nb*\n\n* n\n\n## C', 'a* B b1 C | *: n'],
  ['# A\n\na*\n\n## B\n\nb*\n\n* n\n\n# C\n\nc*\n\n* m', 'A a1 B b1 C c2 | *: n | *: m'],
  ['a*\n\n* n\n\n# B\n\nb**\n\n** m*\n\n* o', 'a1 B b2 | *: n | **: m3 | *: o'],
])

rows('pairs', [
  ['a* b*\n\n* n', 'a1 b1 | *: n'],
  ['a*\n\n* n**\n\n** m***\n\n*** o*', 'a1 | *: n2 | **: m3 | ***: o1'],
  ['a\n\n* n**\n\n** m', 'a n** ** m'],
  ['a***\n\n* n**\n\n** m\n\n*** o', 'a1 n2 | ***: o | **: m'],
  ['[^x]: a*\n\nb**\n\n* n\n\n** m', 'b1 n | **: m'],
  ['b[^x]\n\n[^x]: a*\n\n* n', 'b1 | x: a2 | *: n'],
])

it('a run of notes goes on behind a rule, so that a second note with as many stars is one too many', () => {
  assert.deepEqual(codesOf('a*\n\n* n\n\n---\n\n* m'), ['FN302'])
})

describe('modes', () => {
  it('off: no star is a call', () => {
    assert.equal(tidy(shown(read('a*\n\n*n', { stars: 'off' }).body)), 'a* *n')
    assert.deepEqual(codesOf('a*\n\n*n', { stars: 'off' }), [])
  })
  it('on: every call is held to have a note', () => {
    assert.deepEqual(codesOf('a* f***', { stars: 'on' }), ['FN301', 'FN301'])
    assert.equal(tidy(shown(read('a* (b.**) **c**', { stars: 'on' }).body)), 'a* (b.**) c')
  })
  it('auto: plain CommonMark until there is a pair', () => {
    assert.equal(tidy(shown(read('(a.**) b** c', { stars: 'auto' }).body)), '(a.) b c')
  })
})

describe('a leading run', () => {
  const readings = [
    ['*a*', { emphasis: true }],
    ['**a** b', { emphasis: true }],
    ['*a b**', { partial: true }],
    ['***a:** b', { partial: true, left: 1 }],
    ['**a* b', { partial: true, left: 1 }],
    ['* a', {}],
    ['*a', {}],
    ['*a `b*` c', {}],
    ['*a \\* b', {}],
  ] as const
  for (const [text, wanted] of readings)
    it(text, () => {
      assert.deepEqual(readLeadingRun(text), wanted)
    })
})

it('refuses what it cannot pair in bounded time', () => {
  const chain = Array.from({ length: 40 }, (_, n) => `${'*'.repeat(n + 2)} w${'*'.repeat(n + 3)}`)
  const text = `a*\n\n* n\n\n${chain.reverse().join('\n\n')}\n`
  const { body } = read(text)
  for (let n = 2; n < 42; n++) assert.ok(shown(body).length > 0)
  assert.ok(read(`a* x\n${'*a b\n'.repeat(2000)}`).notes.length <= 1)
})
