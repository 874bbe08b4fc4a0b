import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { postFile, soundFront } from '../../src/importers/post-file.ts'
import { readFrontMatter } from '../../src/schema/front-matter.ts'
import { splitFrontMatter } from '../../src/syntax/front-matter.ts'

const file = 'content/posts/a.md'

function readBack(text: string) {
  const split = splitFrontMatter(file, text)
  const { front, diagnostics } = readFrontMatter(file, split)
  return { split, front, diagnostics: [...split.diagnostics, ...diagnostics] }
}

test('keys stand in the order of ibid new, and texts that look like something else stay texts', () => {
  assert.equal(
    postFile(
      {
        'x-weight': 3,
        slug: 'a',
        title: '1984',
        tags: ['true', '2017-10-17', 'no', '~', '0x1F', '1e3', 'a: b', '#c', '- d'],
        date: '2017-10-17',
        id: 'https://example.org/?p=1',
        summary: undefined,
        draft: true,
      },
      '\r\nOne\r\ntwo\n\n',
    ),
    `---
id: https://example.org/?p=1
title: "1984"
date: 2017-10-17
draft: true
tags:
  - "true"
  - 2017-10-17
  - no
  - "~"
  - "0x1F"
  - "1e3"
  - "a: b"
  - "#c"
  - "- d"
slug: a
x-weight: 3
---

One
two
`,
  )
  assert.equal(postFile({}, 'Words.'), '\nWords.\n'.slice(1))
})

test('what Ibid would refuse is kept aside, and the rest of a list stays', () => {
  const { front, refused } = soundFront({
    title: 'A',
    slug: 'a b/c',
    aliases: ['/a/', '/b?c', '//evil.example/'],
    date: 'soon',
    canonical: 'javascript:alert(1)',
    tags: ['ok', '—'],
  })
  assert.deepEqual(front, {
    title: 'A',
    'x-slug': 'a b/c',
    aliases: ['/a/'],
    'x-aliases': ['/a/', '/b?c', '//evil.example/'],
    'x-date': 'soon',
    'x-canonical': 'javascript:alert(1)',
    tags: ['ok'],
    'x-tags': ['ok', '—'],
  })
  assert.deepEqual(
    refused.map(({ key }) => key),
    ['slug', 'aliases', 'date', 'canonical', 'tags'],
  )
})

const words = fc.string({ unit: 'grapheme', maxLength: 60 })
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    words,
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.boolean(),
    fc.constantFrom(
      'null',
      'yes',
      '1_000',
      '0o17',
      '---',
      '...',
      '!!js/function',
      '*a',
      '&b',
      '%c',
      '<<',
      '{',
      '[',
      '|',
      '>',
    ),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.string({ minLength: 1, maxLength: 8 }), tie('value'), { maxKeys: 3 }),
  ),
})).value

test('whatever front matter says, it reads back without a finding and with the same values', () => {
  const front = fc.dictionary(
    fc.oneof(
      fc.constantFrom(
        'title',
        'subtitle',
        'summary',
        'date',
        'slug',
        'tags',
        'authors',
        'aliases',
        'series',
        'draft',
        'image',
        'toc',
      ),
      fc.stringMatching(/^x-[a-z_]{1,8}$/),
    ),
    anything,
    { maxKeys: 6 },
  )
  fc.assert(
    fc.property(front, words, (data, body) => {
      const { front: sound } = soundFront(data)
      const { split, diagnostics } = readBack(postFile(sound, body))
      assert.deepEqual(diagnostics, [])
      // Through JSON, which has neither undefined nor objects without a prototype.
      assert.deepEqual(JSON.parse(JSON.stringify(split.data)), JSON.parse(JSON.stringify(sound)))
    }),
    { numRuns: 300 },
  )
})

test('sound values are left alone', () => {
  const front = fc.record(
    {
      title: fc.stringMatching(/^[\p{L}\p{N}:#'"!?*&%@`{}[\],|> -]*[\p{L}]$/u),
      date: fc
        .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString()),
      tags: fc.uniqueArray(fc.stringMatching(/^[a-z]{3,8}$/), { minLength: 1, maxLength: 4 }),
      summary: fc.stringMatching(/^[\p{L}][\p{L} ,.:#-]{0,50}[\p{L}]$/u),
      draft: fc.boolean(),
    },
    { requiredKeys: ['title'] },
  )
  fc.assert(
    fc.property(front, (data) => {
      const result = soundFront(data)
      assert.deepEqual(result, { front: data, refused: [] })
      const read = readBack(postFile(data, 'Words.')).front
      assert.equal(read.title, data.title.trim())
      assert.deepEqual(read.tags, data.tags ?? [])
      assert.equal(read.draft, data.draft ?? false)
    }),
    { numRuns: 200 },
  )
})
