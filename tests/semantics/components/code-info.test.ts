import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { readCodeInfo } from '../../../src/semantics/components/code-info.ts'
import { components } from './outline.ts'

type Expected = readonly [
  language: string | undefined,
  title: string | undefined,
  marked: readonly (readonly [number, number])[],
]

const readings: Record<string, Expected> = {
  c: ['c', undefined, []],
  'c title="check me.c"': ['c', 'check me.c', []],
  "c title='a' {2}": ['c', 'a', [[2, 2]]],
  'c {3,5-7} title=check.c': [
    'c',
    'check.c',
    [
      [3, 3],
      [5, 7],
    ],
  ],
  '{1}': [undefined, undefined, [[1, 1]]],
  'title="x"': [undefined, 'x', []],
  'js{1, 3 - 4}': [
    'js',
    undefined,
    [
      [1, 1],
      [3, 4],
    ],
  ],
  'c {5-7,1,2,6-9}': [
    'c',
    undefined,
    [
      [1, 2],
      [5, 9],
    ],
  ],
  'c++ {1}': ['c++', undefined, [[1, 1]]],
  'rust,no_run ignore': ['rust,no_run', undefined, []],
  'js {.line-numbers #x}': ['js', undefined, []],
  'js showLineNumbers lines=off': ['js', undefined, []],
}
for (const [info, [language, title, marked]] of Object.entries(readings))
  test(`the first line of code: ${info}`, () => {
    assert.deepEqual(readCodeInfo(info, 9), { info: { language, title, marked }, problems: [] })
  })

const problems: Record<string, RegExp> = {
  'c titel="x"': /Did you mean title="x"\?/,
  'c title=""': /title="check\.c"/,
  'c {0}': /counted from 1/,
  'c {3-1}': /counted from 1/,
  'c {a}': /counted from 1/,
  'c {}': /counted from 1/,
  'c {8-10}': /Count the lines/,
}
for (const [info, hint] of Object.entries(problems))
  test(`a problem: ${info}`, () => {
    const found = readCodeInfo(info, 9).problems
    assert.equal(found.length, 1)
    assert.match(found[0]?.[1] ?? '', hint)
  })

test('what is marked lies in the code, in order, without overlaps', () => {
  const number = fc.integer({ min: 0, max: 12 })
  fc.assert(
    fc.property(fc.array(fc.tuple(number, number), { minLength: 1 }), (ranges) => {
      const { marked } = readCodeInfo(`c {${ranges.map((each) => each.join('-')).join()}}`, 9).info
      let last = -1
      for (const [first, end] of marked) {
        assert.ok(first > last + 1 && first <= end && end <= 9 && first >= 1)
        last = end
      }
    }),
  )
})

test('the line with the fault is pointed at, in any container', () => {
  assert.deepEqual(components('a\n\n> ```c {9}\n> x\n> ```').codes, ['HT207@3'])
})
