import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { textOf } from '../../../src/model/plain-text.ts'
import { findComponents, settleColons } from '../../../src/semantics/components/index.ts'
import { readingOrder } from '../../../src/semantics/components/reading-order.ts'
import { mdastOf } from '../../markdown.ts'
import { components } from './outline.ts'

test('a container that does not exist is told, and its blocks are printed', () => {
  const { tree, codes, hints } = components(
    ':::pullquote[Label]{onclick=x}\n- a\n:::\n\n:::xyzzy\nb\n:::',
  )
  assert.equal(tree, 'paragraph("Label") list(listItem(paragraph("a"))) paragraph("b")')
  assert.deepEqual(codes, ['HT201@1', 'HT201@5'])
  assert.match(hints, /^Did you mean :::pull-quote on a line of its own/)
})

test('leaf and text directives are printed as they were typed, their markup still markup', () => {
  assert.equal(
    components('::iframe{src="javascript:x"}').tree,
    'paragraph("::iframe{src=\\"javascript:x\\"}")',
  )
  assert.equal(
    components('::note[a *b*]{c}').tree,
    'paragraph("::note[" "a " emphasis("b") "]{c}")',
  )
  assert.equal(components('> a :foo[b\n> c] d').tree, 'blockquote(paragraph("a :foo[b\\nc] d"))')
})

test('the nearest component is named for the place where it was typed', () => {
  assert.match(components('a :pul[b]').hints, /:pull\[the words\]/)
  assert.match(components('a :pull-quote[b]').hints, /:pull\[the words\]/)
  assert.match(components(':::pull\na\n:::').hints, /:::pull-quote/)
  assert.match(components(':::keyfacts\n- a\n:::').hints, /:::key-facts\[Title\]/)
})

test('a colon in running text is no directive and says nothing', () => {
  const prose = 'At 10:30pm, C:foo, std::string, a:b, :smile:, ratio 3:x and https://e.org/a:b.'
  assert.deepEqual(components(prose), {
    tree: `paragraph(${JSON.stringify(prose)})`,
    codes: [],
    hints: '',
  })
})

test('colons are settled before the words of headings are read', () => {
  const markdown = '# At 10:am, :foo[a *b*] :pull[c]\n'
  const source = { path: 'a.md', text: markdown }
  const { tree, diagnostics } = settleColons(mdastOf(markdown), source)
  assert.equal(textOf(tree), 'At 10:am, :foo[a b] c')
  assert.deepEqual(
    diagnostics.map((finding) => finding.code),
    ['HT201'],
  )
  assert.deepEqual(settleColons(tree, source), { tree, diagnostics: [] })
})

test('attributes of a component are told and left out', () => {
  assert.deepEqual(components(':::pull-quote{.x}\nw\n:::\n\nw').codes, ['HT204@1'])
  assert.deepEqual(components('a :pull[w]{#x}').codes, ['HT204@1'])
})

test('lines of colons that make no directive are told', () => {
  const spaced = components('::: pull-quote\nw\n:::')
  assert.deepEqual(spaced.codes, ['HT203@1'])
  assert.match(spaced.hints, /:::pull-quote/)
  assert.deepEqual(components(':::pull quote\nw').codes, ['HT203@1'])
  assert.deepEqual(components('w\n\n:::').codes, ['HT203@3'])
  assert.deepEqual(components('w ::: w\n\n`:::`').codes, [])
})

test('no directive is left, and no word is lost', () => {
  const piece = fc.constantFrom(
    ...[
      ':::pull-quote\n',
      ':::key-facts[t]\n',
      ':::foo\n',
      ':::\n',
      '::leaf[',
      ':pull[',
      ':bar[',
      ']',
    ],
    ...['{x=y}', '\n\n', '\n', '- ', '> ', '# ', '*', ' ', 'Key facts:\n', '[^1]', '::::a\n'],
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
      const words = pieces.map((_, i) => `w${i}w`)
      const markdown = pieces.map((each, i) => `${each}${words[i]}`).join('')
      const before = textOf(mdastOf(markdown))
      const source = { path: 'a.md', text: markdown }
      const { tree } = findComponents(mdastOf(markdown), source, { automaticKeyFacts: true })
      for (const node of readingOrder(tree)) assert.doesNotMatch(node.type, /Directive$/)
      const after = textOf(tree)
      for (const word of words) if (before.includes(word)) assert.ok(after.includes(word), markdown)
    }),
    { numRuns: 400 },
  )
})
