import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Element, Root } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { Child } from '../../src/jsx/child.ts'
import { createElement } from '../../src/jsx/create-element.ts'
import { jsxDEV } from '../../src/jsx/jsx-dev-runtime.ts'
import { isJsxError, sourceOf } from '../../src/jsx/jsx-error.ts'
import { Fragment, jsx, jsxs } from '../../src/jsx/jsx-runtime.ts'

const html = (node: Element | Root) => toHtml(node)

/** What a call throws, which must be an error of the runtime. */
function faultOf(call: () => unknown) {
  try {
    call()
  } catch (error) {
    assert.ok(isJsxError(error), String(error))
    return { fault: error.fault, message: error.message, hint: error.hint, source: sourceOf(error) }
  }
  return assert.fail('Nothing was thrown.')
}

test('text is escaped, never parsed', () => {
  assert.equal(html(jsx('p', { children: '<b> & "x"' })), '<p>&#x3C;b> &#x26; "x"</p>')
})

test('what is false, null, undefined or true prints nothing; zero does', () => {
  const children: Child = [false, null, undefined, true, 0, '', 'a']
  assert.equal(html(jsxs('p', { children })), '<p>0a</p>')
})

test('neighbouring texts become one, as a parser reads them', () => {
  assert.deepEqual(jsxs('p', { children: ['a', ['b', ['c', 1]]] }).children, [
    { type: 'text', value: 'abc1' },
  ])
})

test('a component is called with its properties and adds no element', () => {
  const Pair = ({ a, children }: { a: string; children?: Child }): Child => [a, children]
  assert.equal(
    html(jsx('p', { children: jsx(Pair as never, { a: 'x', children: 'y' }) })),
    '<p>xy</p>',
  )
})

test('a component of one element is that element, a fragment is a root', () => {
  assert.equal(jsx(() => jsx('p', {}), {}).type, 'element')
  const fragment = jsxs(Fragment as never, { children: [jsx('p', {}), jsx('p', {})] })
  assert.equal(fragment.type, 'root')
  assert.equal(fragment.children.length, 2)
})

test('trees of essays are placed as they are, and not changed', () => {
  const body: Root = {
    type: 'root',
    children: [{ type: 'text', value: 'a' }, jsx('b', {}) as Element],
  }
  const before = structuredClone(body)
  assert.equal(html(jsxs('div', { children: [body, body] })), '<div>a<b></b>a<b></b></div>')
  assert.deepEqual(body, before)
})

test('200,000 children and 20,000 nested lists are no trouble', () => {
  const body: Root = {
    type: 'root',
    children: Array.from({ length: 200_000 }, () => ({ type: 'comment' as const, value: '' })),
  }
  assert.equal(jsx('p', { children: body }).children.length, 200_000)
  let nested: Child = 'x'
  for (let i = 0; i < 20_000; i++) nested = [nested]
  assert.equal(jsx('p', { children: nested }).children.length, 1)
})

test('each element knows where it was written when it is compiled with places', () => {
  const at = { fileName: 'themes/plain/post.tsx', lineNumber: 12, columnNumber: 7 }
  const node = jsxDEV('p', {}, undefined, false, at)
  assert.equal(node.data && 'source' in node.data && node.data.source, 'themes/plain/post.tsx:12:7')
  assert.equal(createElement('p', {}).data, undefined)
})

test('an unknown component names the place that wanted it', () => {
  const at = { fileName: 'themes/plain/post.tsx', lineNumber: 3, columnNumber: 9 }
  const found = faultOf(() => jsxDEV(undefined, {}, undefined, false, at))
  assert.equal(found.fault, 'unknown-component')
  assert.equal(found.source, 'themes/plain/post.tsx:3:9')
  assert.match(found.message, /undefined/)
})

test('the innermost place is told of an error thrown deep in components', () => {
  const at = (lineNumber: number) => ({ fileName: 'a.tsx', lineNumber, columnNumber: 1 })
  const Inner = (): Child => {
    throw new TypeError('no posts')
  }
  const Outer = (): Child => jsxDEV(Inner, {}, undefined, false, at(5))
  try {
    jsxDEV(Outer, {}, undefined, false, at(9))
    assert.fail('Nothing was thrown.')
  } catch (error) {
    assert.equal(sourceOf(error), 'a.tsx:5:1')
  }
})

for (const [what, child] of [
  ['a function', () => 'x'],
  ['a promise', Promise.resolve('x')],
  ['a date', new Date(0)],
  ['a record', { day: '2017-10-17' }],
  ['raw HTML', { type: 'raw', value: '<script>' }],
] as const)
  test(`${what} is no content`, () => {
    assert.equal(faultOf(() => jsx('p', { children: child as never })).fault, 'bad-child')
  })
