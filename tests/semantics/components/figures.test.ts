import assert from 'node:assert/strict'
import { test } from 'node:test'
import { components } from './outline.ts'

const table = '| a |\n| - |\n| b |'
const row = 'table(tableRow(tableCell("a")) tableRow(tableCell("b")))'

test('a caption in brackets stands below a picture and code, above a table', () => {
  assert.equal(
    components(':::figure[Cap *x*]\n![a](p.png)\n:::').tree,
    'figure(paragraph(image))["Cap " emphasis("x")]',
  )
  assert.equal(components(':::figure[C]\n```\na\n```\n:::').tree, 'figure(code)["C"]')
  assert.equal(components(`:::figure[C]\n${table}\n:::`).tree, `figure["C"](${row})`)
})

test('it stands above whatever calls notes, which are numbered in the order of the file', () => {
  assert.match(
    components(':::figure[C[^1]]\n> a[^1]\n:::\n\n[^1]: n').tree,
    /^figure\["C" footnoteReference\]\(blockquote/,
  )
})

test('the last paragraph is the caption where there are no brackets', () => {
  assert.equal(
    components(`:::figure\n${table}\n\nCap[^1]\n:::\n\n[^1]: n`).tree.split(' footnoteD')[0],
    `figure(${row})["Cap" footnoteReference]`,
  )
  const two = components(':::figure\n![a](p.png)\n\n![b](q.png)\n:::')
  assert.deepEqual(two, {
    tree: 'figure(paragraph(image) paragraph(image))[]',
    codes: ['HT206@1'],
    hints: 'Write the caption in brackets, :::figure[Caption], or as the last paragraph.',
  })
})

test('a figure without anything in it is told, and its caption is printed', () => {
  assert.deepEqual(components(':::figure[C]\n:::').codes, ['HT205@1'])
  assert.equal(components(':::figure[C]\n:::').tree, 'paragraph("C")')
})

test('one that is never closed takes one block, and no paragraph for a caption', () => {
  const { tree, codes } = components(':::figure[C]\n![a](p.png)\n\nRest\n')
  assert.equal(tree, 'figure(paragraph(image))["C"] paragraph("Rest")')
  assert.deepEqual(codes, ['HT202@1'])
})
