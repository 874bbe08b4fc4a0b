import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { readFrontMatter } from '../../src/schema/front-matter.ts'
import { postKeys } from '../../src/schema/post-keys.ts'
import { splitFrontMatter } from '../../src/syntax/front-matter.ts'

const file = 'content/posts/a.md'
const read = (yaml: string) => {
  const split = splitFrontMatter(file, `---\n${yaml}\n---\nbody\n`)
  assert.deepEqual(split.diagnostics, [], yaml)
  return readFrontMatter(file, split)
}
const codesOf = (yaml: string): string[] => read(yaml).diagnostics.map(({ code }) => code)
const front = (yaml: string) => {
  const { front: values, diagnostics, fatal } = read(yaml)
  assert.deepEqual({ diagnostics, fatal }, { diagnostics: [], fatal: false }, yaml)
  return values
}
const hintOf = (yaml: string): string => read(yaml).diagnostics[0]?.hint ?? ''

const nothing = {
  draft: false,
  updates: [],
  authors: [],
  guest: false,
  tags: [],
  aliases: [],
  discuss: [],
  notes: {},
}

test('without front matter everything is left out', () => {
  const split = splitFrontMatter(file, 'Words.')
  assert.deepEqual(readFrontMatter(file, split), { front: nothing, diagnostics: [], fatal: false })
  assert.deepEqual(front('# only a remark'), nothing)
})

test('every key is read', () => {
  const day = (text: string) => ({ text, day: text, instant: Date.parse(text) })
  assert.deepEqual(
    front(`
id: k7q2m4xw
title: The spare key
subtitle: Who holds it
pullquote: >
  Neither the lock
  nor the key
slug: krack
date: 2017-10-17
updated: 2017-10-19
publishAt: 2017-10-17T06:00:00Z
expires: 2030-01-01
draft: true
status: {superseded: true, by: newer}
updates: [{date: 2017-10-19, note: More.}]
authors: [Ann, {name: Bob, url: /bob/}]
guest: true
tags: [wifi, krack]
series: {id: locks, part: 2, title: Locks and promises}
lang: en-gb
translationOf: autre
summary: In short.
image: {src: cover.png, alt: A lock}
aliases: [/old/, older.html]
canonical: https://example.com/krack
license: CC BY 4.0
discuss: [{site: Lobsters, url: "https://lobste.rs/s/1"}]
advisory: {cve: cve-2017-13077, severity: high, affected: [a], fixed: b}
notes: {stars: off, marks: symbols, style: margin}
toc: false
math: true
theme: bulletin
robots: noindex, nofollow
x-mood: [anything, {at: all}]
`),
    {
      id: 'k7q2m4xw',
      title: 'The spare key',
      subtitle: 'Who holds it',
      pullquote: 'Neither the lock nor the key',
      slug: 'krack',
      date: day('2017-10-17'),
      updated: day('2017-10-19'),
      publishAt: {
        text: '2017-10-17T06:00:00Z',
        day: '2017-10-17',
        instant: Date.UTC(2017, 9, 17, 6),
      },
      expires: day('2030-01-01'),
      draft: true,
      status: { kind: 'superseded', by: 'newer' },
      updates: [{ date: day('2017-10-19'), note: 'More.' }],
      authors: [{ name: 'Ann' }, { name: 'Bob', url: '/bob/' }],
      guest: true,
      tags: ['wifi', 'krack'],
      series: { id: 'locks', part: 2, title: 'Locks and promises' },
      lang: 'en-GB',
      translationOf: 'autre',
      summary: 'In short.',
      image: { src: 'cover.png', alt: 'A lock' },
      aliases: ['/old/', 'older.html'],
      canonical: 'https://example.com/krack',
      license: 'CC BY 4.0',
      discuss: [{ site: 'Lobsters', url: 'https://lobste.rs/s/1' }],
      advisory: { cve: ['CVE-2017-13077'], severity: 'high', affected: ['a'], fixed: ['b'] },
      notes: { stars: 'off', marks: 'symbols', style: 'margin' },
      toc: false,
      math: true,
      theme: 'bulletin',
      robots: 'noindex, nofollow',
    },
  )
})

test('the example of each key in the manual is read without a word', () => {
  for (const [name, key] of Object.entries(postKeys)) {
    const yaml = key.example.startsWith(' ')
      ? `${name}:\n${key.example}`
      : `${name}: ${key.example}`
    assert.deepEqual(codesOf(yaml), [], yaml)
  }
})

test('a title is kept as it was typed', () => {
  for (const [typed, title] of [
    ['1984', '1984'],
    ['1.10', '1.10'],
    ['no', 'no'],
    ['true', 'true'],
    ['0x1F', '0x1F'],
    ['2024-01-01', '2024-01-01'],
    ['"  quoted  "', 'quoted'],
    ['"</title><script>"', '</title><script>'],
  ] as const)
    assert.equal(front(`title: ${typed}`).title, title)
  assert.equal(front('title: |\n  two\n  lines').title, 'two lines')
})

test('a title that is none is an error that keeps the post from being rendered', () => {
  for (const yaml of [
    'title: ~',
    'title:',
    'title: null',
    'title: ""',
    'title: "\u200b \u2060"',
    'title: [a, b]',
    'title: {a: b}',
    'title: # x',
  ])
    assert.equal(read(yaml).fatal, true, yaml)
  assert.match(hintOf('title: #hashtags'), /title: "#hashtags"/)
})

test('characters that no feed can carry are refused, escaped or not', () => {
  for (const typed of ['\\0', '\\a', '\\u0092', '\\ud800', '\\uffff'])
    assert.deepEqual(codesOf(`subtitle: "a${typed}b"`), ['FM114'], typed)
  for (const yaml of [
    'license: "a\\nb"',
    'robots: "a\\r\\nb"',
    'id: "abcd\\nefgh"',
    'canonical: "https://x.org/\\r\\nA: b"',
  ])
    assert.deepEqual(codesOf(yaml), ['FM105'], yaml)
})

test('tags are never cut out of a text', () => {
  assert.deepEqual(front('tags: wifi').tags, ['wifi'])
  assert.deepEqual(front('tags: 2024').tags, ['2024'])
  assert.deepEqual(front('tags:').tags, [])
  const commas = read('tags: a, b')
  assert.deepEqual(commas.front.tags, [])
  assert.equal(commas.diagnostics[0]?.severity, 'error')
  assert.equal(commas.diagnostics[0]?.hint, 'tags: [a, b]')
  assert.equal(commas.fatal, false)
  const twice = read('tags: [Wifi, wifi, WIFI!]')
  assert.deepEqual(twice.front.tags, ['Wifi'])
  assert.deepEqual(
    twice.diagnostics.map(({ code }) => code),
    ['FM113', 'FM113'],
  )
  assert.equal(front('tags: [C, C++, "C#"]').tags.length, 3)
})

test('a word for a switch is not a switch, and a draft is never published by mistake', () => {
  for (const word of ['yes', 'on', '"true"', '1', 'flase', '[true]', '~']) {
    const { front: values, fatal } = read(`draft: ${word}`)
    assert.deepEqual({ draft: values.draft, fatal }, { draft: true, fatal: true }, word)
  }
  assert.equal(hintOf('draft: flase'), 'draft: false')
  assert.equal(hintOf('draft: yes'), 'draft: true')
  assert.equal(hintOf('toc: off'), 'toc: false')
})

test('what decides about publishing is fatal where it cannot be read, the rest is not', () => {
  for (const yaml of [
    'date: 2025-13-45',
    'publishAt: soon',
    'expires: never',
    'id: x',
    'slug: a/b',
    'aliases: ../x',
  ])
    assert.equal(read(yaml).fatal, true, yaml)
  for (const yaml of [
    'updated: 2025-13-45',
    'toc: maybe',
    'lang: english',
    'image: a.png',
    'notes: 3',
    'tilte: y',
  ]) {
    const { fatal, diagnostics, front: values } = read(yaml)
    assert.equal(fatal, false, yaml)
    assert.equal(diagnostics[0]?.severity, 'error', yaml)
    assert.equal(values.draft, false, yaml)
  }
})

test('unknown keys are told of with the nearest name', () => {
  const near: Readonly<Record<string, string>> = {
    tilte: 'title',
    Title: 'title',
    author: 'authors',
    categories: 'tags',
    lastmod: 'updated',
    pull_quote: 'pullquote',
  }
  for (const [typed, name] of Object.entries(near)) {
    assert.deepEqual(codesOf(`${typed}: x`), ['FM101'], typed)
    assert.match(hintOf(`${typed}: x`), new RegExp(`Did you mean \`${name}\``))
  }
  assert.match(hintOf('notes: {mraks: number}'), /`marks`/)
  assert.deepEqual(codesOf('x-anything: {at: [all]}\nX-more: 1'), [])
})

test('description is another name for summary', () => {
  assert.equal(front('description: In short.').summary, 'In short.')
  assert.deepEqual(codesOf('summary: a\ndescription: b'), ['FM306'])
})

test('each finding has the place of the value or key in the file', () => {
  const at = (yaml: string) => {
    const { start, end } = read(yaml).diagnostics[0]?.place ?? assert.fail('no place')
    return [start.line, start.column, end.line, end.column]
  }
  assert.deepEqual(at('title: x\ntoc: maybe'), [3, 6, 3, 11])
  assert.deepEqual(at('title: x\ntilte: y'), [3, 1, 3, 6])
  assert.deepEqual(at('image:\n  src: a.png\n  alt:'), [4, 3, 4, 6])
  assert.deepEqual(at('tags: [a, {b: c}]'), [2, 11, 2, 17])
  assert.deepEqual(at('series:\r\n  id: a\r\n  part: two'), [4, 9, 4, 12])
})

test('slugs are checked and never leave their folder', () => {
  for (const slug of ['krack', 'Krack', 'ünï', 'a.b', 'a_b', '日本', '2024'])
    assert.equal(front(`slug: ${slug}`).slug, slug)
  assert.equal(front('slug: "u\u0308"').slug, 'ü')
  for (const slug of [
    'index',
    'Tags',
    'feed.xml',
    '.well-known',
    '_headers',
    'assets',
    'CON',
    'nul.txt',
    'com1',
    '../x',
    'a/b',
    'a\\b',
    '..',
    '.x',
    'a.',
    'a..b',
    'a b',
    'a%2fb',
    'a?b',
    'a#b',
    '-x',
    '~',
    '"a:b"',
    'a|b',
    'é'.repeat(41),
  ]) {
    const { diagnostics, fatal } = read(
      `slug: ${slug === '~' ? '"~"' : `'${slug.replaceAll('"', '')}'`}`,
    )
    assert.deepEqual([diagnostics[0]?.code, fatal], ['FM109', true], slug)
  }
  assert.equal(hintOf('slug: Hello World'), 'slug: hello-world')
})

test('addresses are of the kinds that a page may carry', () => {
  const bad = [
    'canonical: example.org',
    'canonical: /x/',
    'canonical: "javascript:alert(1)"',
    'canonical: "https://a b/"',
    'canonical: "https://u:p@x.org/"',
    'canonical: "https://"',
    'discuss: {site: a, url: "data:x"}',
    'authors: {name: a, url: "javascript:x"}',
    'authors: {name: a, url: "//x.org"}',
    'image: {src: "data:image/png,x", alt: a}',
    'aliases: "https://x.org/a"',
    'aliases: "//x"',
    'aliases: /',
    'aliases: "/a?b"',
    'aliases: "/a#b"',
    'aliases: /a//b',
    'aliases: /../a',
    'aliases: "/%2e%2e/a"',
    'aliases: "a\\\\b"',
    'aliases: "/%ff"',
    'aliases: "/*"',
    'aliases: "/a/%2a"',
    'aliases: "/:splat"',
    'aliases: "/a/:id/b/"',
    'aliases: "/a%0d%0ab"',
  ]
  for (const yaml of bad) assert.deepEqual(codesOf(yaml), ['FM110'], yaml)
  assert.deepEqual(front('aliases: ["/old%20post/", "/日本/"]').aliases, ['/old post/', '/日本/'])
  assert.equal(front('authors: {name: a, url: "mailto:a@b.org"}').authors[0]?.url, 'mailto:a@b.org')
  assert.equal(hintOf('canonical: example.org/a'), 'canonical: https://example.org/a')
})

test('the short and the long forms of a status', () => {
  assert.deepEqual(front('status: retracted').status, { kind: 'retracted' })
  assert.deepEqual(front('status: {kind: superseded, by: b}').status, {
    kind: 'superseded',
    by: 'b',
  })
  assert.deepEqual(front('status: {superseded: b}').status, { kind: 'superseded', by: 'b' })
  assert.deepEqual(codesOf('status: {by: b}'), ['FM108'])
  assert.deepEqual(codesOf('status: {superseded: true, retracted: true}'), ['FM105'])
  assert.deepEqual(codesOf('status: supreseded'), ['FM105'])
})

test('languages are BCP 47 tags', () => {
  assert.equal(front('lang: pt-br').lang, 'pt-BR')
  assert.equal(front('lang: no').lang, 'no')
  for (const tag of ['english', 'en_GB', 'e', 'en-', 'x', '"en GB"'])
    assert.deepEqual(codesOf(`lang: ${tag}`), ['FM111'], tag)
  assert.equal(hintOf('lang: en_gb'), 'lang: en-GB')
})

test('dates in the wrong order are warned of', () => {
  assert.deepEqual(codesOf('date: 2025-01-02\nupdated: 2025-01-01'), ['FM112'])
  assert.deepEqual(codesOf('date: 2025-01-02\nexpires: 2025-01-01'), ['FM112'])
  assert.deepEqual(codesOf('date: 2025-01-02T12:00Z\nupdated: 2025-01-02'), [])
})

test('any mapping is answered, and what is kept is of the right kind', () => {
  const value = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
    fc.constantFrom('2025-01-01', 'true', 'https://x.org/', 'CON', '../x', '\u0000', '\ud800'),
  )
  const tree = fc.oneof(
    value,
    fc.array(value, { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom('id', 'name', 'url', 'src', 'alt', 'date', 'note', 'by', 'kind'),
      value,
      { maxKeys: 3 },
    ),
  )
  const keys = fc.constantFrom(...Object.keys(postKeys), 'description', 'x-a', 'other')
  fc.assert(
    fc.property(fc.dictionary(keys, tree, { maxKeys: 6 }), (data) => {
      // JSON is YAML.
      const split = splitFrontMatter(file, `---\n${JSON.stringify(data)}\n---\n`)
      const { front: values, diagnostics, fatal } = readFrontMatter(file, split)
      for (const { place, message, file: named } of diagnostics)
        assert.ok(place && message !== '' && named === file)
      if (fatal) assert.ok(values.draft)
      for (const tag of values.tags) assert.equal(typeof tag, 'string')
      if (values.slug !== undefined) assert.doesNotMatch(values.slug, /[/\\\s?#]|^\./)
      for (const text of [values.title, values.license, values.summary, values.id])
        if (text !== undefined) assert.doesNotMatch(text, /[\0-\u001f\u007f-\u009f]/)
    }),
    { numRuns: 400 },
  )
})

test('an id may be the address by which feeds knew the post elsewhere', () => {
  for (const id of [
    'https://example.org/?p=123',
    'http://example.org/a%20b/',
    'tag:example.org,2017-10-17:a',
    'urn:uuid:x',
  ])
    assert.equal(front(`id: ${JSON.stringify(id)}`).id, id)
  for (const id of [
    'javascript:alert(1)',
    'https://',
    'https://a/ b',
    'https://a/"',
    'mailto:a@b.example',
    `https://a/${'x'.repeat(1000)}`,
  ])
    assert.deepEqual(codesOf(`id: ${JSON.stringify(id)}`), ['FM105'], id)
})
