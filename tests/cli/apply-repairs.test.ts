import assert from 'node:assert/strict'
import { test } from 'node:test'
import { applyRepairs } from '../../src/cli/apply-repairs.ts'

const edit = (start: number, end: number, insert = '') => ({ start, end, insert })

const cases: readonly (readonly [
  name: string,
  repairs: Parameters<typeof applyRepairs>[1],
  text: string,
  made: number,
])[] = [
  ['none', [], 'abcdef', 0],
  ['in any order', [[edit(4, 5, 'E')], [edit(0, 1, 'A')]], 'AbcdEf', 2],
  ['at the ends', [[edit(0, 0, '<')], [edit(6, 6, '>')]], '<abcdef>', 2],
  ['side by side', [[edit(0, 2, 'x')], [edit(2, 4, 'y')]], 'xyef', 2],
  ['that overlap: the first counts', [[edit(0, 3, 'x')], [edit(2, 4, 'y')]], 'xdef', 1],
  ['whole or not at all', [[edit(0, 3, 'x')], [edit(5, 6, 'z'), edit(2, 4, 'y')]], 'xdef', 1],
  ['two insertions at one point', [[edit(2, 2, 'x')], [edit(2, 2, 'y')]], 'abxcdef', 1],
  ['an insertion where another edit begins', [[edit(2, 3, 'x')], [edit(2, 2, 'y')]], 'abyxdef', 2],
  ['inside another edit', [[edit(1, 5, '')], [edit(3, 3, 'y')]], 'af', 1],
  ['beyond the text', [[edit(5, 9, '')]], 'abcdef', 0],
]
for (const [name, repairs, text, made] of cases)
  test(`makes repairs: ${name}`, () => {
    assert.deepEqual(applyRepairs('abcdef', repairs), { text, repairs: made })
  })
