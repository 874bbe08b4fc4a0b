import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Nodes } from 'mdast'
import { findComponents } from '../../../src/semantics/components/index.ts'
import { components } from './outline.ts'

test('a container becomes a pull quote that stands by itself', () => {
  const { tree, codes } = components(':::pull-quote\nWords *here*.\n:::\n\nThe words here stand.\n')
  assert.equal(
    tree,
    'pullQuote(paragraph("Words " emphasis("here") ".")) paragraph("The words here stand.")',
  )
  assert.deepEqual(codes, [])
})

test('words in brackets on the first line are its words too', () => {
  const { tree } = components(':::pull-quote[Words]\n:::\n\nWords.\n')
  assert.equal(tree, 'pullQuote(paragraph("Words")) paragraph("Words.")')
})

test('words that the essay does not have are told, with where the quote stands', () => {
  const { codes } = components('The words stand.\n\n:::pull-quote\nThe swords stand\n:::\n')
  assert.deepEqual(codes, ['PQ101@3'])
})

test('a pull quote does not prove itself, nor does another', () => {
  const quote = ':::pull-quote\nOnly here\n:::\n'
  assert.deepEqual(components(`${quote}\n${quote}`).codes, ['PQ101@1', 'PQ101@5'])
})

test('words of a note may be quoted', () => {
  const markdown = ':::pull-quote\nin a note\n:::\n'
  assert.deepEqual(components(markdown, { notesText: 'Said in a note.' }).codes, [])
})

test('marked words stay, and a copy without calls, links and pictures stands before the paragraph', () => {
  const { tree, codes } = components(
    'Before.\n\nSo :pull[a **b** [c](d)[^1] ![e](f)] ends.\n\n[^1]: Note.\n',
  )
  assert.deepEqual(codes, [])
  assert.ok(
    tree.startsWith(
      'paragraph("Before.") lifted(paragraph("a " strong("b") " " "c")) ' +
        'paragraph("So a " strong("b") " " link("c") footnoteReference " " image " ends.")',
    ),
    tree,
  )
})

test('a copy stands before the whole list, table or heading that the words are in', () => {
  const marked = ':pull[q]'
  assert.match(components(`- a\n- b ${marked}\n`).tree, /^lifted\(paragraph\("q"\)\) list/)
  assert.match(components(`| a |\n| - |\n| ${marked} |\n`).tree, /^lifted\S+ table/)
  assert.match(components(`# A ${marked}\n`).tree, /^lifted\S+ heading\("A q"\)/)
  assert.match(components(`Key facts:\n- ${marked}\n`).tree, /^lifted\S+ keyFacts/)
  assert.match(components(`> a ${marked}\n`).tree, /^blockquote\(lifted\S+ paragraph/)
})

test('of marked words in marked words the outer ones are lifted', () => {
  const { tree } = components('A :pull[b :pull[c] d].')
  assert.equal(tree, 'lifted(paragraph("b c d")) paragraph("A b c d.")')
})

test('in a note nothing is lifted', () => {
  assert.equal(components('A :pull[b].', { inNote: true }).tree, 'paragraph("A b.")')
})

test('a pull quote without words is told and leaves nothing', () => {
  assert.deepEqual(components(':::pull-quote\n:::\n'), {
    tree: '',
    codes: ['PQ102@1'],
    hints: 'Write the words on the lines between :::pull-quote and :::, or take both lines away.',
  })
  assert.deepEqual(components('A :pull[] b').codes, ['PQ102@1'])
})

test('a pull quote that is never closed takes one block and leaves the essay', () => {
  const { tree, codes } = components(':::pull-quote\nWords\n\n# Rest\n\nWords\n')
  assert.equal(tree, 'pullQuote(paragraph("Words")) heading("Rest") paragraph("Words")')
  assert.deepEqual(codes, ['HT202@1'])
})

test('in quotations and lists, with CRLF and with more colons, a container is closed', () => {
  const closed = [
    '> :::pull-quote\n> w\n> :::\n\nw',
    '- a\n\n  :::pull-quote\n  w\n  :::\n\nw',
    ':::pull-quote\r\nw\r\n:::\r\n\r\nw',
    '::::pull-quote\nw\n:::::\n\nw',
  ]
  for (const markdown of closed) assert.deepEqual(components(markdown).codes, [], markdown)
})

test('the tree that is given stays as it is, and depth does not matter', () => {
  let deep: Nodes = { type: 'text', value: 'x' }
  for (let i = 0; i < 10_000; i++) deep = { type: 'emphasis', children: [deep] } as Nodes
  const marked: Nodes = { type: 'textDirective', name: 'pull', children: [deep as never] }
  const tree = {
    type: 'root' as const,
    children: [{ type: 'paragraph' as const, children: [marked] }],
  }
  const source = { path: 'content/posts/essay.md', text: '' }
  const made = findComponents(tree, source, { automaticKeyFacts: true })
  assert.deepEqual(
    made.tree.children.map((node) => node.type),
    ['pullQuote', 'paragraph'],
  )
  assert.equal(tree.children.length, 1)
  assert.equal(tree.children[0]?.children[0], marked)
})
