import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Nodes } from 'mdast'
import { sourcePath } from '../../src/model/paths.ts'
import { parse } from '../../src/syntax/parse.ts'
import { nodesOf } from '../../src/syntax/walk.ts'
import { spentSince } from '../processor-time.ts'

const path = sourcePath('content/posts/a.md')

function read(text: string, math = true): Nodes[] {
  const start = { line: 1, column: 1, offset: 0 }
  return nodesOf(parse({ path, text }, start, { stars: 'auto', math }).tree)
}

/** The formulas of a text: `$…$` in running text, `$$…$$` set apart. */
function formulas(text: string): string[] {
  return read(text).flatMap((node) =>
    node.type === 'formula' ? (node.display ? `$$${node.value}$$` : `$${node.value}$`) : [],
  )
}

const found: Record<string, readonly string[]> = {
  'a $x^2$ b': ['$x^2$'],
  'one $$x$$ two': ['$$x$$'],
  '$$\na\n- b\n+ c\n> d\n$$': ['$$a\n- b\n+ c\n> d$$'],
  'text\n$$\nx\n$$\ntext': ['$$x$$'],
  '> $$\n> a\n> b\n> $$': ['$$a\nb$$'],
  '- $$\n  a\n  $$': ['$$a$$'],
  '  $$\n    a\n  $$': ['$$  a$$'],
  '$$a\n+b$$': ['$$a\n+b$$'],
  '$a\nb$ c': ['$a\nb$'],
  '**$z$**, [$x$](y)': ['$z$', '$x$'],
  '| $a$ |\n| - |\n| $b$ |': ['$a$', '$b$'],
  'x^[$n$]': ['$n$'],
  'a $b\\$c$': ['$b\\$c$'],
  'US\\$$a$': ['$a$'],
  'a $b_1*c_2*d$': ['$b_1*c_2*d$'],
  '$a$, $b$': ['$a$', '$b$'],
}
for (const [text, expected] of Object.entries(found))
  test(`a formula: ${JSON.stringify(text)}`, () => assert.deepEqual(formulas(text), expected))

const words = [
  'It cost $5 or $10.',
  '$5–$10',
  '$ a $',
  '$a $b',
  'cost $5\n\nand 6$',
  '\\$a$',
  '`$a$`',
  '$$$a$$$',
  '$$ $$',
  '$$\nnever closed\n\nmore',
  '$$\na\n\nb\n$$',
  '    $$\n    a\n    $$',
]
for (const text of words)
  test(`no formula: ${JSON.stringify(text)}`, () => assert.deepEqual(formulas(text), []))

test('a fence that nothing closes takes no other formula with it', () => {
  assert.deepEqual(formulas('$$\na\n$$\n\n$$\n\ntext $b$\n\n- $$\n\n$$\nc\n$$'), [
    '$$a$$',
    '$b$',
    '$$c$$',
  ])
})

test('without the option a dollar is a dollar', () => {
  assert.ok(read('$a*b*c$', false).some((node) => node.type === 'emphasis'))
})

test('each line of a formula knows its place', () => {
  const text = 'a\n\n> $$\n>  x\n> yy\n> $$'
  const formula = read(text).find((node) => node.type === 'formula')
  assert.ok(formula?.type === 'formula')
  const start = formula.position?.start.offset ?? 0
  assert.deepEqual(
    formula.lines.map(({ offset, length }) => text.slice(start + offset, start + offset + length)),
    [' x', 'yy'],
  )
  assert.deepEqual(
    formula.lines.map(({ line, column }) => [line, column]),
    [
      [1, 3],
      [2, 3],
    ],
  )
})

test('no text takes long', () => {
  const hostile = ['$a ', '$$a $$$ ', '$$\n', '$a\\$', '$', '\\$$', '$$\n\n', '$$a\n']
  for (const piece of hostile) {
    const started = process.cpuUsage()
    read(piece.repeat(10_000))
    assert.ok(spentSince(started) < 5000, piece)
  }
})
