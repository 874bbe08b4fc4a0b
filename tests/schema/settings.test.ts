import assert from 'node:assert/strict'
import test from 'node:test'
import { readSettings } from '../../src/schema/settings.ts'
import { siteKeys } from '../../src/schema/site-keys.ts'

const file = 'content/site.yaml'
const basics = 'title: Margins\nurl: https://example.org/\ndescription: Notes.\n'
const read = (yaml: string) => readSettings(file, basics + yaml)
const codesOf = (yaml: string): string[] => read(yaml).diagnostics.map(({ code }) => code)
const settings = (yaml: string) => {
  const { settings: values, diagnostics } = read(yaml)
  assert.deepEqual(diagnostics, [], yaml)
  return values ?? assert.fail(yaml)
}
const withUrl = (url: string) => readSettings(file, `title: M\ndescription: d\nurl: ${url}\n`)

test('a site says three things, and the rest has defaults', () => {
  assert.deepEqual(settings(''), {
    title: 'Margins',
    url: 'https://example.org/',
    description: 'Notes.',
    lang: 'en',
    authors: [],
    theme: 'marginalia',
    permalink: '/posts/:slug/',
    pageSize: 10,
    license: undefined,
    feeds: { items: 20, hub: undefined },
    code: { highlight: true },
    notes: { stars: 'auto', marks: 'number' },
    keyFacts: { automatic: true },
    abbreviations: [],
    references: { cve: false, cwe: false, rfc: false },
    math: false,
    html: 'safe',
    nav: [],
    cards: false,
    images: { remote: [] },
    security: {
      contact: [],
      expires: undefined,
      policy: undefined,
      encryption: undefined,
      acknowledgments: undefined,
      languages: [],
    },
  })
})

test('every key is read', () => {
  const values = settings(`
lang: en-gb
author: Ann
license: CC0
theme: plain
permalink: :year/:month/:slug
pageSize: 5
nav: [{title: About, href: /about/}]
feeds: {items: 15, hub: 'https://hub.example/'}
notes: {stars: off, marks: symbols}
keyFacts: false
code: {highlight: false}
abbreviations: {TLS: Transport Layer Security, S/MIME: Secure MIME}
references: {cve: true, rfc: true}
math: true
html: drop
cards: true
images: {remote: ["*.example.org"]}
security: {contact: [a@example.org, "https://example.org/report"], expires: 2027-01-01, policy: "https://example.org/p", encryption: "https://example.org/k", acknowledgments: "https://example.org/t", languages: [en, DE]}
x-own: 1
`)
  assert.deepEqual(values, {
    title: 'Margins',
    url: 'https://example.org/',
    description: 'Notes.',
    lang: 'en-GB',
    authors: [{ name: 'Ann' }],
    theme: 'plain',
    permalink: '/:year/:month/:slug/',
    pageSize: 5,
    license: 'CC0',
    feeds: { items: 15, hub: 'https://hub.example/' },
    code: { highlight: false },
    notes: { stars: 'off', marks: 'symbols' },
    keyFacts: { automatic: false },
    abbreviations: [
      { short: 'TLS', long: 'Transport Layer Security' },
      { short: 'S/MIME', long: 'Secure MIME' },
    ],
    references: { cve: true, cwe: false, rfc: true },
    math: true,
    html: 'drop',
    nav: [{ title: 'About', href: '/about/' }],
    cards: true,
    images: { remote: ['*.example.org'] },
    security: {
      contact: ['mailto:a@example.org', 'https://example.org/report'],
      expires: '2027-01-01T00:00:00Z',
      policy: 'https://example.org/p',
      encryption: 'https://example.org/k',
      acknowledgments: 'https://example.org/t',
      languages: ['en', 'de'],
    },
  })
})

test('the example of each key in the manual is read without a word', () => {
  for (const [name, key] of Object.entries(siteKeys)) {
    const yaml = key.example.startsWith(' ')
      ? `${name}:\n${key.example}`
      : `${name}: ${key.example}`
    const errors = readSettings(file, yaml).diagnostics.filter(
      ({ severity }) => severity === 'error',
    )
    assert.deepEqual(errors, [], yaml)
  }
})

test('a site without settings is built, with a warning', () => {
  const none = readSettings(file, undefined)
  assert.equal(none.settings?.url, 'http://localhost/')
  assert.deepEqual(
    none.diagnostics.map(({ code, severity }) => [code, severity]),
    [['FM202', 'warning']],
  )
  const empty = readSettings(file, '# nothing yet\n')
  assert.deepEqual(empty.settings, none.settings)
  assert.deepEqual(
    empty.diagnostics.map(({ code, severity }) => [code, severity]),
    [
      ['FM203', 'warning'],
      ['FM204', 'warning'],
      ['FM205', 'warning'],
    ],
  )
})

test('an unknown key is an error and passed over; any other error leaves no settings', () => {
  const unknown = read('them: plain\n')
  assert.deepEqual(
    unknown.diagnostics.map(({ code }) => code),
    ['FM101'],
  )
  assert.match(unknown.diagnostics[0]?.hint ?? '', /`theme`/)
  assert.notEqual(unknown.settings, undefined)
  for (const yaml of [
    'pageSize: ten',
    'pageSize: 0',
    'pageSize: 1.5',
    'feeds: {items: 21}',
    'feeds: {hub: hub.example}',
    'html: raw',
    'abbreviations: [TLS]',
    'abbreviations: {TLS: }',
    'abbreviations: {"…": an ellipsis}',
    'references: {cve: yes}',
    'math: on',
    'lang: english',
    'nav: [{title: a}]',
    'nav: [{title: a, href: "javascript:x"}]',
    'images: {remote: "https://x.org/"}',
    'security: {contact: "http://x.org"}',
    'security: {contact: "a@b.org\\r\\nX: y"}',
    'theme: ../x',
    'title: again',
    'lang: *x',
    '- a',
    'author: a\nauthors: [b]',
  ])
    assert.equal(read(yaml).settings, undefined, yaml)
  assert.equal(readSettings(file, '- a').settings, undefined)
  assert.deepEqual(
    readSettings(file, 'title: a\n---\ntitle: b\n').diagnostics.map(({ code }) => code),
    ['FM305'],
  )
  assert.equal(readSettings(file, `---\n${basics}`).diagnostics.length, 0, 'a marker of YAML')
})

test('the address of the site ends in a slash and may have a path', () => {
  for (const [typed, url] of [
    ['https://example.org', 'https://example.org/'],
    ['https://example.org/blog', 'https://example.org/blog/'],
    ['HTTP://Example.org:8080/a/b/', 'http://example.org:8080/a/b/'],
    ['https://bücher.example/', 'https://xn--bcher-kva.example/'],
  ] as const)
    assert.equal(withUrl(typed).settings?.url, url)
  for (const typed of [
    'example.org',
    'ftp://example.org/',
    '"https://"',
    'https://x.org/?a',
    '"https://x.org/#a"',
    'https://u:p@x.org/',
    '"https://x.org/a b"',
    'https://x.org//a',
    '/blog/',
    '"https://x.org/\\r\\nA"',
  ]) {
    const { settings: values, diagnostics } = withUrl(typed)
    assert.equal(values, undefined, typed)
    assert.match(diagnostics[0]?.code ?? '', /FM201|FM105/, typed)
  }
  assert.equal(withUrl('example.org').diagnostics[0]?.hint, 'url: https://example.org')
})

test('one switch stands for all kinds of references', () => {
  assert.deepEqual(settings('references: true').references, { cve: true, cwe: true, rfc: true })
  assert.deepEqual(settings('references: false').references, { cve: false, cwe: false, rfc: false })
  assert.match(read('references: {cv: true}').diagnostics[0]?.hint ?? '', /`cve`/)
})

test('permalink patterns are checked', () => {
  for (const [typed, pattern] of [
    ['/:slug/', '/:slug/'],
    ['posts/:slug', '/posts/:slug/'],
    ['/:year/:month/:day/:slug.html', '/:year/:month/:day/:slug.html'],
    ['/:year-:slug/', '/:year-:slug/'],
  ] as const)
    assert.equal(settings(`permalink: ${typed}`).permalink, pattern)
  for (const typed of [
    '/:title/',
    '/posts/',
    '/../:slug/',
    '/a//:slug/',
    '/tags/:slug/',
    '/assets/:slug/',
    '/:slug?x',
    'https://x.org/:slug/',
    '/:/:slug/',
    '/a b/:slug/',
    '/./:slug/',
    "'/a\\:slug/'",
  ])
    assert.deepEqual(codesOf(`permalink: ${typed}`), ['FM206'], typed)
  assert.match(read('permalink: /:title/').diagnostics[0]?.hint ?? '', /\/:slug\//)
})

test('each finding has its place in the file', () => {
  const [found] = read('pageSize: ten\n').diagnostics
  assert.deepEqual(found?.place?.start, { line: 4, column: 11, offset: basics.length + 10 })
})
