import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { isReservedSlug, longestSlug, slugify } from '../../src/model/slug.ts'

test('words become a slug', () => {
  const cases: Readonly<Record<string, string>> = {
    'Mind the gap, hold the door': 'mind-the-gap-hold-the-door',
    'You’re late, aren’t you': 'youre-late-arent-you',
    '--- What?! ---': 'what',
    'C++ and C#': 'c-plus-plus-and-c-sharp',
    'Chapter #5': 'chapter-5',
    'node.js': 'node-js',
    日本語のタイトル: '日本語のタイトル',
    हिन्दी: 'हिन्दी',
    'Ünïcode Straße': 'ünïcode-straße',
    '🎉': 'post',
    '': 'post',
    '\u0301\u0301': 'post',
  }
  for (const [text, slug] of Object.entries(cases)) assert.equal(slugify(text), slug)
})

test('reserved names are given another form', () => {
  for (const name of ['index', 'INDEX', 'tags', 'assets', 'CON', 'aux', 'com1', 'lpt9', '404'])
    assert.equal(slugify(name), `${name.toLowerCase()}-page`)
  assert.equal(slugify('search', 'folder'), 'search')
  assert.equal(slugify('nul', 'folder'), 'nul-page')
})

test('names that no address or disk can have are reserved', () => {
  for (const name of [
    'feed.xml',
    '_headers',
    '.well-known',
    '..',
    '.hidden',
    'nul.txt',
    'Con',
    'Tags',
  ])
    assert.ok(isReservedSlug(name), name)
  for (const name of ['null', 'console', 'indexes', 'com10', 'feed-reader'])
    assert.equal(isReservedSlug(name), false, name)
})

test('a long title is cut on the boundary of a character, with its marks', () => {
  assert.equal(slugify('é'.repeat(100)), 'é'.repeat(40))
  assert.equal(slugify(`${'x'.repeat(79)}e\u0323\u0323`), 'x'.repeat(79))
  assert.equal(slugify(`${'x'.repeat(79)} y`), 'x'.repeat(79))
  const zalgo = slugify(`e${'\u0323'.repeat(10_000)}`)
  assert.ok(Buffer.byteLength(zalgo) <= longestSlug && zalgo.startsWith('ẹ'))
})

test('any text gives a sound slug, the same in both forms of Unicode', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })),
      (text) => {
        const slug = slugify(text)
        assert.match(slug, /^[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*$/u)
        assert.doesNotMatch(slug, /-$|--/)
        assert.ok(Buffer.byteLength(slug) <= longestSlug)
        assert.equal(isReservedSlug(slug), false)
        assert.equal(slugify(text.normalize('NFD')), slugify(text.normalize('NFC')))
        assert.equal(slugify(slug), slug)
      },
    ),
  )
})
