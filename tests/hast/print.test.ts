import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Element, Root } from 'hast'
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
