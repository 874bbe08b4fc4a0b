import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { isAbsolute, safeAddress, schemeOf } from '../../src/hast/address.ts'
import { guardPage } from '../../src/hast/guard.ts'
import { rendered } from './page-of.ts'

test('http, https, mailto and relative addresses are safe', () => {
  const same = ['https://e.org/a:b', 'mailto:a@b', 'a/b:c', './a:b', '#a:b', '?a:b', '//e.org', '']
  for (const address of same) assert.equal(safeAddress(address), address)
  assert.equal(safeAddress(' HTTPS://E.org\n/x '), 'https://E.org/x')
})

test('every other scheme is refused, however it is dressed', () => {
  const refused = [
    'javascript:x',
    'JaVaScRiPt:x',
    ' \u0001javascript:x',
    'java\tscript:x',
    'java\nscript:x',
    'java\u200Bscript:x',
    'javascrıpt:x',
    'data:text/html,x',
    'vbscript:x',
    'file:///etc/passwd',
    'view-source:https://e.org',
    'tel:1',
    'a:b',
    'java\\script:x',
    'java"script:x',
    '\\\\server\\a:b',
  ]
  for (const address of refused) assert.equal(safeAddress(address), undefined, address)
})

test('what is safe has no scheme for a browser but the three', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom('', 'javascript:', 'java'),
      (a, b) => {
        const address = safeAddress(a + b + a)
        if (address === undefined || !URL.canParse(address, 'https://base.example/x')) return
        const { protocol } = new URL(address, 'https://base.example/x')
        assert.match(protocol, /^(?:https?|mailto):$/)
      },
    ),
    { numRuns: 2000 },
  )
})

test('whatever an author links to, the guard has nothing to say of the page', () => {
  const signs = '\\:/?#%&@[]{}|^`"<>. é\u200b'.split('')
  const sign = fc.constantFrom(...signs, 'a', 'javascript', '&#1;', '&#9;', '&Tab;', '&colon;')
  fc.assert(
    fc.property(fc.array(sign, { maxLength: 8 }), (all) => {
      const address = all.join('')
      const { page } = rendered(`[a](<${address}>) ![b](<${address}>) <a href="${address}">c</a>`)
      assert.deepEqual(guardPage(page), [])
    }),
    { numRuns: 500 },
  )
})

test('addresses with a host of their own are absolute', () => {
  for (const address of ['http:x', 'https://e.org', '//e.org', '\\\\e.org', '/\\e.org'])
    assert.ok(isAbsolute(address), address)
  for (const address of ['/a', 'a//b', '#', 'mailto:a@b']) assert.ok(!isAbsolute(address), address)
  assert.equal(schemeOf('a'), undefined)
})
