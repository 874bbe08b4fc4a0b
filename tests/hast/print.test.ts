import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { Element, ElementContent, Properties, Root } from 'hast'
import { html, svg } from 'property-information'
import rehypeStringify from 'rehype-stringify'
import { unified } from 'unified'
import { DeepPageError, print, printFragment } from '../../src/hast/print.ts'

function nested(depth: number): Root {
  let node: Element = { type: 'element', tagName: 'b', properties: {}, children: [] }
  for (let i = 1; i < depth; i++)
    node = { type: 'element', tagName: 'b', properties: {}, children: [node] }
  return { type: 'root', children: [node] }
}

test('a page has a document type, its tree and a final line end', () => {
  const html: Element = {
    type: 'element',
    tagName: 'html',
    properties: { lang: 'en' },
    children: [],
  }
  const expected = '<!doctype html>\n<html lang="en"></html>\n'
  assert.equal(print({ type: 'root', children: [html] }), expected)
  assert.equal(print({ type: 'root', children: [{ type: 'doctype' }, html] }), expected)
})

test('text and attributes are escaped, with the quotes that need least of it', () => {
  const link: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: '/?a&b', title: 'say "hi" <x>' },
    children: [{ type: 'text', value: '1 < 2 & “3” "4"' }],
  }
  assert.equal(
    printFragment({ type: 'root', children: [link] }),
    `<a href="/?a&amp;b" title='say &quot;hi&quot; <x>'>1 &lt; 2 &amp; “3” "4"</a>`,
  )
})

test('a raw node is text', () => {
  const raw = { type: 'raw', value: '<script>' } as never
  assert.equal(printFragment({ type: 'root', children: [raw] }), '&lt;script>')
})

test('a page too deep to print is refused by name', () => {
  assert.equal(printFragment(nested(1000)).length, 7 * 1000)
  assert.throws(() => print(nested(1001)), DeepPageError)
  assert.throws(() => print(nested(50_000)), DeepPageError)
})

const words = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom('"', "'", '&', '<', '>', '`', '\0', ' ', ',', '\u00a0', 'é', 'a', ';'),
    maxLength: 8,
  }),
)
const properties: fc.Arbitrary<Properties> = fc.dictionary(
  fc.oneof(
    fc.constantFrom(
      'className',
      'href',
      'id',
      'dataNote',
      'data-x',
      'dataNote2',
      'colSpan',
      'open',
    ),
    fc.constantFrom(...Object.keys(html.property), ...Object.keys(svg.property)),
    fc.string({ unit: fc.constantFrom('a', 'B', '-', ':', '.', '"', '=', 'é', '_'), minLength: 1 }),
  ),
  fc.oneof(
    words,
    fc.boolean(),
    fc.constantFrom(0, -1.5, Number.NaN, null, undefined),
    fc.array(fc.oneof(words, fc.integer()), { maxLength: 3 }),
  ),
  { maxKeys: 4 },
)
const { content } = fc.letrec<{ content: ElementContent; element: Element }>((tie) => ({
  content: fc.oneof(
    { maxDepth: 4 },
    fc.record({ type: fc.constant('text' as const), value: words }),
    fc.record({ type: fc.constant('comment' as const), value: words }),
    tie('element'),
  ),
  element: fc.record({
    type: fc.constant('element' as const),
    tagName: fc.constantFrom(
      ...'p a em li table td br img hr IMG wbr param script style svg path title math mi pre'.split(
        ' ',
      ),
      ...'textarea option select details x-y foreignObject desc'.split(' '),
    ),
    properties,
    children: fc.array(tie('content') as fc.Arbitrary<ElementContent>, { maxLength: 4 }),
  }),
}))

test('whatever a tree holds, it is printed as rehype-stringify prints it', () => {
  const printer = unified().use(rehypeStringify, {
    characterReferences: { useNamedReferences: true },
    quoteSmart: true,
  })
  fc.assert(
    fc.property(fc.array(content, { maxLength: 4 }), (children) => {
      const tree: Root = { type: 'root', children }
      assert.equal(printFragment(tree), printer.stringify(tree))
    }),
    { numRuns: 2000 },
  )
})
