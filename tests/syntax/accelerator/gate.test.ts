import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isReadAlike } from '../../../src/syntax/accelerator/gate.ts'

const plain = [
  'Words, *words* and **words**.',
  '# A heading\n\nWords.\n',
  '- one\n- two\n  - three\n\n  more of it\n',
  '1. one\n2. two\n',
  'a\n1. one\n',
  '> A quotation,\n> of two lines.\n',
  '```js\n<b> ^[x] | :::\n\n    y\n```\n',
  '~~~\n```\n~~~\n',
  'A[^a].\r\n\r\n[^a]: Words.\r\n\r\n    More.\r\n',
  'A[^a].\n\n[^a]: Words.\n\n    - one\n    - two\n\n    More.\n',
  '| a | b |\n|---|--:|\n| c | d |\n\nWords.\n',
  '[a]: https://example.org/x "t"\n[b]: <u>\n\nSee [a] and [b][].\n',
  'Wow![^1] And so.\n\n[^1]: Words.\n',
  'Héllo 世界 “words” – *é*.\n',
  '** a note in stars\n',
  'Words*, and words***.\n\n*One.\n\n***Three.\n',
  'Words****.\n\n****Four,\nlazily.\n\n***** Five.\n',
  'See *The Key* and “*a* lock***”.\n',
  '*One.\n**Two.\n****Four.\n',
  'Title\n---\n\n***\n\n* * *\n\nOther\n===\n',
]
const refused = [
  'a\tb',
  'a\0b',
  'a\rb',
  'a\ufeffb',
  'a\uf002b',
  'a\ud800b',
  'a^[b]',
  ':::x\n:::',
  'a :pull[b]',
  '<b>a</b>',
  '    code\n',
  '- > a',
  '> - a',
  '> > a',
  '- - a',
  '-     code',
  '- a\n\n\tb',
  '#\n',
  '-\n',
  '>\n',
  '[^é]: a',
  'a[^é]',
  'a[^b c]',
  'a[^b',
  '[^a]:b',
  '[^a]: # b',
  '[^a]: b\n\n    - c\n\n    - d\n',
  '[^a]: b\n    - c\n    * d\n',
  '[^a]: b\n    - c\n      - d\n',
  '[^a]: b\n  c\n',
  'a\n2. b\n',
  '[a]: u\nb\n',
  'a\n[b]: u\n',
  '[a]: u&amp;v\n',
  '```\nnever closed\n',
  'a\n| b |\n|---|\n',
  '| a | b |\n|---|\n',
  '| a |\n|---|\n| b | c |\n',
  '| a |\n|---|\nb\n',
  '===\n',
  '- a\n===\n',
  '| a |\n',
  '| a |\n\n|---|\n',
  '![a[^b]](c)',
  '![^a][b]',
  '[x]',
  '***_a_***',
  'a *b c***.',
  '****Four, with a word*.',
  'a ***b*** c****.',
  'a____b',
  'a~~~b',
]

for (const text of plain)
  test(`let through: ${JSON.stringify(text)}`, () => assert.ok(isReadAlike(text)))

for (const text of refused)
  test(`refused: ${JSON.stringify(text)}`, () => assert.ok(!isReadAlike(text)))

test('long texts are refused, and texts of many lines told in linear time', () => {
  assert.ok(isReadAlike('a '.repeat(30_000)))
  assert.ok(!isReadAlike('a '.repeat(40_000)))
  for (const unit of [
    '[',
    '[a',
    '*',
    '`',
    '| ',
    '- a\n',
    '> a\n',
    '[^a]: b\n',
    '1',
    '_',
    '\\*',
    '![',
  ])
    isReadAlike(unit.repeat(Math.floor(60_000 / unit.length)))
})
