import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import test from 'node:test'
import fc from 'fast-check'
import matter from 'gray-matter'
import { splitFrontMatter } from '../../src/syntax/front-matter.ts'
import { spentSince } from '../processor-time.ts'

const file = 'content/posts/a.md'
const split = (text: string) => splitFrontMatter(file, text)
const codesOf = (text: string): string[] => split(text).diagnostics.map(({ code }) => code)
const fenced = (yaml: string): string => `---\n${yaml}\n---\nbody`

interface Case {
  readonly id: string
  readonly raw: string
}

const { cases } = JSON.parse(
  readFileSync(new URL('../data/bad-front-matter.json', import.meta.url), 'utf8'),
) as { readonly cases: readonly Case[] }

/** Inputs that are too long to be kept are described in words. */
const generated: Readonly<Record<string, string>> = {
  'deep-yaml': `---\na: ${'['.repeat(20_000)}${']'.repeat(20_000)}\n---\n`,
  'huge-front': `---\ntitle: x\n${Array.from({ length: 200_000 }, (_, i) => `k${i}: v\n`).join('')}---\n`,
}

/** What each case comes to: the code of its error, or null where the front matter can be read. */
const wanted: Readonly<Record<string, string | null>> = {
  'javascript-engine': 'FM301',
  'js-upper': 'FM301',
  coffee: 'FM301',
  'toml-lang': 'FM301',
  'json-proto': 'FM301',
  'yaml-proto': 'FM308',
  'yaml-merge-proto': 'FM307',
  'alias-bomb': 'FM307',
  'alias-cycle': 'FM307',
  'deep-yaml': 'LM110',
  'js-function-tag': 'FM307',
  'unknown-tag': 'FM307',
  'dup-key': 'FM306',
  'date-only': null,
  norway: null,
  'title-null': null,
  'title-number': null,
  'title-array': null,
  'tags-string': null,
  'no-close': 'FM302',
  'no-close-silent': 'FM302',
  scalar: 'FM309',
  array: 'FM309',
  bom: null,
  nul: 'FS105',
  'indented-delim': null,
  'second-matter': null,
  'bad-then-again': 'FM305',
  'huge-front': 'LM109',
  'html-title': null,
  'unknown-key': null,
  future: null,
}

test('every case of bad front matter has its answer', () => {
  assert.deepEqual(
    cases.map(({ id }) => id),
    Object.keys(wanted),
  )
})

for (const { id, raw } of cases)
  test(`bad front matter: ${id}`, () => {
    const text = (generated[id] ?? raw).replace(/^\ufeff/, '')
    const first = split(text)
    const code = wanted[id] ?? null
    assert.equal(first.diagnostics[0]?.code ?? null, code)
    assert.equal(first.fatal, code !== null)
    if (code !== null) assert.ok((first.diagnostics[0]?.place?.start.line ?? 0) >= 1, 'has a place')
    assert.deepEqual(split(text), first, 'a second reading says the same')
    assert.equal('PWNED' in globalThis, false)
    assert.equal(Object.hasOwn(Object.prototype, 'polluted'), false)
  })

test('gray-matter keeps nothing in its cache', () => {
  const { cache } = matter as unknown as { readonly cache: object }
  split(fenced('title: x'))
  split(fenced('a: ['))
  assert.deepEqual(Object.keys(cache), [])
})

test('the values are plain data without a prototype', () => {
  const { data } = split(fenced('title: x\nseries: {id: a}\ntags: [a, 1, true, null]'))
  assert.equal(Object.getPrototypeOf(data), null)
  assert.equal(Object.getPrototypeOf(data.series), null)
  assert.deepEqual(
    { ...data, series: { ...(data.series as object) } },
    {
      title: 'x',
      series: { id: 'a' },
      tags: ['a', 1, true, null],
    },
  )
})

test('the body begins behind the closing fence, whatever ends the lines', () => {
  for (const [text, line, offset] of [
    ['---\ntitle: x\n---\nbody', 4, 17],
    ['---\r\ntitle: x\r\n---\r\nbody', 4, 20],
    ['---\rtitle: x\r---\rbody', 4, 17],
    ['--- \t\ntitle: x\n---  \nbody', 4, 21],
    ['---\ntitle: x\n...\nbody', 4, 17],
    ['---\n---\nbody', 3, 8],
    ['---\n# only a remark\n---\nbody', 4, 24],
  ] as const) {
    const { bodyStart, fatal } = split(text)
    assert.deepEqual(
      { bodyStart, fatal },
      { bodyStart: { line, column: 1, offset }, fatal: false },
      text,
    )
    assert.equal(text.slice(offset), 'body')
  }
  assert.deepEqual(split('---\ntitle: x\n---').bodyStart, { line: 3, column: 4, offset: 16 })
})

test('a text without front matter is left alone', () => {
  for (const text of [
    '',
    'Words.',
    '# Title',
    '----\n',
    '- - -\n',
    '--- ---\n',
    '***\n',
    '{ "quoted" }',
    '\n\nWords',
  ])
    assert.deepEqual(
      { ...split(text), data: {} },
      {
        bodyStart: { line: 1, column: 1, offset: 0 },
        data: {},
        document: undefined,
        diagnostics: [],
        fatal: false,
      },
      text,
    )
})

test('other front matter, and front matter in the wrong place, is named', () => {
  assert.deepEqual(codesOf('+++\ntitle = "x"\n+++\n'), ['FM303'])
  assert.deepEqual(codesOf('{\n  "title": "x"\n}\n'), ['FM303'])
  assert.deepEqual(codesOf('\n---\ndraft: true\n---\n'), ['FM304'])
  assert.deepEqual(codesOf(' ---\ndraft: true\n---\n'), ['FM304'])
  assert.deepEqual(codesOf('\ufeff---\ndraft: true\n---\n'), ['FM304'])
  assert.deepEqual(codesOf('---\ntitle: x\n----\nbody'), ['FM301'])
  assert.deepEqual(codesOf('---\ntitle: x\n--- # end\nbody'), ['FM301'])
  assert.deepEqual(codesOf('--- js\n---\n'), ['FM301'])
})

test('a rule across the page as the first line is told what to type', () => {
  for (const text of ['---', '---\n', '---\n\nProse.\n', '---\n\nProse.\n\n---\n\nMore.'])
    assert.match(split(text).diagnostics[0]?.hint ?? '', /\*\*\*/, text)
})

test('front matter that is not closed says where to close it', () => {
  assert.match(
    split('---\ntitle: x\ntags:\n  - a\nWords.').diagnostics[0]?.hint ?? '',
    /above line 5/,
  )
})

test('common slips of YAML get a line to type', () => {
  const cures: readonly (readonly [yaml: string, hint: string])[] = [
    ['title: KRACK: a postmortem', 'title: "KRACK: a postmortem"'],
    ['title: "Safe" locks', `title: '"Safe" locks'`],
    ['title: @home', 'title: "@home"'],
    ['title: [Draft] Locks', 'title: "[Draft] Locks"'],
    ["title: 'It's late'", `title: "It's late"`],
    ['title:Locks', 'title: Locks'],
    ['title: *Locks*', 'title: "*Locks*"'],
    ['title: !important', 'title: "!important"'],
    ['title: &c', 'title: "&c"'],
  ]
  for (const [yaml, hint] of cures) {
    const found = split(fenced(`${yaml}\ndate: 2025-01-01`)).diagnostics
    assert.equal(found.length, 1, yaml)
    assert.ok(found[0]?.hint?.includes(hint), `${yaml} → ${found[0]?.hint}`)
    assert.equal(found[0]?.place?.start.line, 2)
  }
})

test('faults of YAML are told of where they are', () => {
  const places: readonly (readonly [yaml: string, line: number, column: number, says: RegExp])[] = [
    ['title: x\n  date: y', 3, 3, /indented further/],
    ['title: "x\ndate: y', 2, 8, /" is never closed/],
    ['tags: [a, b\ndate: y', 2, 7, /\[ is never closed/],
    ['title: x\n\tdate: y', 3, 1, /tab/],
    ['title: x\nwords words', 3, 1, /no key/],
    ['tags: - a', 2, 7, /own|first item/],
    ['title: "a\\qb"', 2, 10, /\\q/],
    ['tags: [a, , b]', 2, 11, /missing before this comma/],
    ['a: 1\n? [b]: c', 3, 3, /word is the key/],
  ]
  for (const [yaml, line, column, says] of places) {
    const [found] = split(fenced(yaml)).diagnostics
    assert.match(found?.message ?? '', says, yaml)
    assert.deepEqual([found?.place?.start.line, found?.place?.start.column], [line, column], yaml)
  }
})

test('a key that is given twice names both lines', () => {
  const [found] = split(fenced('title: a\ndate: 2025-01-01\n"title": b')).diagnostics
  assert.equal(found?.code, 'FM306')
  assert.match(found?.message ?? '', /line 2 .* line 4/)
  assert.equal(found?.related?.[0]?.place?.start.line, 2)
})

test('dangerous keys are refused at any depth', () => {
  for (const yaml of [
    'x-a: {constructor: 1}',
    'x-a: [{prototype: 1}]',
    'x-a:\n  b:\n    __proto__: 1',
    '<<: {a: 1}',
  ])
    assert.equal(split(fenced(yaml)).fatal, true, yaml)
})

test('twenty levels are read, more are not', () => {
  const nested = (levels: number): string => `x-a: ${'['.repeat(levels)}${']'.repeat(levels)}`
  assert.deepEqual(codesOf(fenced(nested(19))), [])
  assert.deepEqual(codesOf(fenced(nested(20))), ['LM110'])
})

test('long front matter is refused before it costs anything', () => {
  for (const yaml of [
    '\n'.repeat(60_000),
    `a: [${'{'.repeat(60_000)}`,
    `a: {${'k,'.repeat(31_000)}}`,
    '- '.repeat(30_000),
    '"'.repeat(60_000),
  ]) {
    const started = process.cpuUsage()
    split(`---\n${yaml}\n---\n`)
    assert.ok(spentSince(started) < 3000, yaml.slice(0, 10))
  }
})

test('any text is answered, twice the same, and nothing throws', () => {
  const line = fc.constantFrom(
    '---',
    '...',
    '--- js',
    '+++',
    'title: x',
    'title: [',
    '- a',
    '  b: c',
    '"',
    "'",
    '&a',
    '*a',
    '!t',
    '#',
    ': :',
    '{',
    '}',
    '|',
    '>',
    '\t',
    '<<: *a',
    '__proto__: 1',
    '? a',
    '%YAML 1.1',
    '',
    'é: 日',
    '\0',
  )
  const text = fc
    .tuple(
      fc.array(line, { maxLength: 8 }),
      fc.constantFrom('\n', '\r\n', '\r'),
      fc.string({ maxLength: 8 }),
    )
    .map(([lines, end, tail]) => ['---', ...lines, tail].join(end))
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (input) => {
      const result = split(input)
      assert.equal(result.fatal, result.diagnostics.length > 0)
      assert.ok(result.bodyStart.offset <= input.length)
      for (const { place } of result.diagnostics) {
        assert.ok(place && (place.end.offset ?? 0) >= (place.start.offset ?? 0))
        assert.ok((place.start.offset ?? 0) <= input.length)
      }
      assert.deepEqual(split(input), result)
    }),
    { numRuns: 500 },
  )
})
