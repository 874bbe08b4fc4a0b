import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { encodePath, isHidden, parseTarget } from '../../../src/dev/http/target.ts'

test('a clean target is decoded and keeps its query', () => {
  assert.deepEqual(parseTarget('/'), { path: '/', search: '' })
  assert.deepEqual(parseTarget('/posts/krack/?a=%2f'), { path: '/posts/krack/', search: '?a=%2f' })
  assert.deepEqual(parseTarget('/tags/caf%C3%A9/'), { path: '/tags/café/', search: '' })
  assert.deepEqual(parseTarget('/a%20b%3Fc'), { path: '/a b?c', search: '' })
})

const refused = [
  '',
  '*',
  'posts/',
  'http://127.0.0.1:4000/',
  '//etc/passwd',
  '/a//b',
  '/..',
  '/../x',
  '/a/./b',
  '/%2e%2e/x',
  '/..%2fx',
  '/..%5cx',
  '/..\\x',
  '/a#b',
  '/a b',
  '/%',
  '/%ff',
  '/%c0%ae%c0%ae/x',
  '/a%00b',
  '/a\u0000b',
  '/a%0d%0ab',
  '/caf\u00e9',
]

for (const target of refused)
  test(`${JSON.stringify(target)} is refused`, () => assert.equal(parseTarget(target), undefined))

test('a decoded path never leaves its folder', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom('/', '.', '%2e', '%2f', '%5c', '\\', 'a', '%', '?', '#', '%00'),
      }),
      (tail) => {
        const target = parseTarget(`/${tail}`)
        if (!target) return
        assert.doesNotMatch(target.path, /\/\/|\\|\0/)
        assert.doesNotMatch(`${target.path}/`, /\/\.{1,2}\//)
      },
    ),
    { numRuns: 2000 },
  )
})

test('what links write is read back as it was', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.stringMatching(/^[^/\\\0-\x1f\x7f\ud800-\udfff.][^/\\\0-\x1f\x7f\ud800-\udfff]{0,8}$/),
      ),
      (names) => {
        const path = `/${names.join('/')}`
        assert.deepEqual(parseTarget(encodePath(path)), { path, search: '' })
      },
    ),
  )
})

test('names that start with a dot are hidden, but for the well-known ones', () => {
  for (const path of [
    '/.env',
    '/.git/config',
    '/a/.b',
    '/.well-known/.x',
    '/.well-known',
    '/_headers',
    '/_redirects',
  ])
    assert.equal(isHidden(path), true, path)
  for (const path of ['/', '/.well-known/security.txt', '/a.b/c', '/posts/_headers/'])
    assert.equal(isHidden(path), false, path)
})
