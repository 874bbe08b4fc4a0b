import assert from 'node:assert/strict'
import { test } from 'node:test'
import { en } from '../../src/locale/languages/en.ts'
import { languages } from '../../src/locale/languages.ts'
import { directionOf, type Strings, stringsFor } from '../../src/locale/strings.ts'

const all = Object.entries(languages).map(([tag, strings]) => [tag, strings as Strings] as const)
const foreign = all.filter(([tag]) => !tag.startsWith('en'))

/** Every phrase of a language with the same numbers and names in it. */
function phrases(strings: Strings): Record<string, string> {
  const {
    footnote,
    backToText,
    tagged,
    series,
    partOf,
    posts,
    results,
    manyResults,
    postsBy,
    by,
    names,
    minutes,
    day,
    page,
    ...words
  } = strings
  return {
    ...words,
    footnote: footnote(3),
    backToText: backToText(3, 1, 1),
    backToTextOfSeveral: backToText(3, 2, 2),
    tagged: tagged('TAG'),
    series: series('ID'),
    partOf: partOf(2, 5),
    posts: posts(7),
    results: results(7),
    manyResults: manyResults(50),
    postsBy: postsBy('NAME'),
    by: by('NAME'),
    names: names(['A', 'B', 'C']),
    minutes: minutes(4, 4),
    minutesWithNotes: minutes(4, 6),
    day: day('2017-10-17'),
    page: page(2, 5),
  }
}

test('there are words for at least twelve languages', () => {
  assert.ok(new Set(all.map(([tag]) => tag.slice(0, 2))).size >= 12)
})

for (const [tag, strings] of all)
  test(`${tag}: every phrase says something, with what it was given`, () => {
    assert.equal(strings.lang.toLowerCase(), tag)
    assert.equal(strings.direction, directionOf(tag))
    const said = phrases(strings)
    for (const [key, words] of Object.entries(said)) {
      assert.ok(words.trim() !== '', key)
      assert.equal(words, words.trim(), key)
      assert.doesNotMatch(words, /undefined|NaN|\[object|#|\$\{/, key)
      assert.equal(words, words.normalize('NFC'), key)
    }
    assert.match(said.footnote ?? '', /3/)
    assert.match(said.backToText ?? '', /3/)
    assert.match(said.backToTextOfSeveral ?? '', /3.*2|2.*3/)
    assert.match(said.tagged ?? '', /TAG/)
    assert.match(said.series ?? '', /ID/)
    for (const key of ['partOf', 'page']) assert.match(said[key] ?? '', /2.*5|5.*2/, key)
    assert.match(said.by ?? '', /NAME/)
    assert.match(said.names ?? '', /A.+B.+C/)
    assert.match(said.minutes ?? '', /4/)
    assert.match(said.minutesWithNotes ?? '', /4.*6/)
    assert.match(said.day ?? '', /2017/)
    assert.match(said.day ?? '', /17/)
  })

/** Words that are the same in English for good reason. */
const shared = new Set([
  'notes',
  'archive',
  'feeds',
  'allSeries',
  'tags',
  'discussion',
  'by',
  'names',
  'updated',
  'corrections',
  'license',
  'page',
  'series',
  'partOf',
])

for (const [tag, strings] of foreign)
  test(`${tag}: no English was left in`, () => {
    const english = phrases(en)
    const same = Object.entries(phrases(strings)).filter(
      ([key, words]) => words === english[key] && key !== 'direction' && !shared.has(key),
    )
    assert.deepEqual(same, [])
  })

for (const [tag, strings] of all)
  test(`${tag}: the words after a number are those that the language's plural rules ask for`, () => {
    // Each form, read off the small numbers, must come back wherever the rules of CLDR name that form.
    const rules = new Intl.PluralRules(strings.lang)
    const written = (count: number) => strings.posts(count).replace(String(count), '#')
    const forms = new Map<string, string>()
    for (let count = 1; count <= 130; count++) {
      const form = rules.select(count)
      const known = forms.get(form)
      if (known === undefined) forms.set(form, written(count))
      else assert.equal(written(count), known, `${count} is “${form}”`)
    }
  })

test('twelve different months in every language', () => {
  for (const [tag, strings] of all) {
    const months = Array.from({ length: 12 }, (_, i) =>
      strings.day(`2021-${String(i + 1).padStart(2, '0')}-28`),
    )
    assert.equal(new Set(months).size, 12, tag)
  }
})

test('dates are written as in each country', () => {
  const day = (tag: string) => stringsFor(tag).day('2017-03-01')
  assert.equal(day('en'), '1 March 2017')
  assert.equal(day('en-US'), 'March 1, 2017')
  assert.equal(day('de'), '1. März 2017')
  assert.equal(day('fr'), '1er mars 2017')
  assert.equal(day('es'), '1 de marzo de 2017')
  assert.equal(day('ja'), '2017年3月1日')
  assert.equal(day('pl'), '1 marca 2017')
})

test('what is no day is left as it is', () => {
  for (const text of ['', '2017', '2017-13-01', 'yesterday']) assert.equal(en.day(text), text)
})

test('a tag finds its own words, else its language’s, else English', () => {
  for (const [tag, lang] of [
    ['de', 'de'],
    ['DE-at', 'de'],
    ['pt_BR', 'pt'],
    ['zh-Hans-CN', 'zh'],
    ['zh-TW', 'zh-Hant'],
    ['zh-Hant-HK', 'zh-Hant'],
    ['no', 'nb'],
    ['nn-NO', 'nb'],
    ['iw', 'he'],
    ['en-GB', 'en'],
    ['en-US', 'en-US'],
    ['tlh', 'en'],
    ['', 'en'],
    ['constructor', 'en'],
    ['__proto__', 'en'],
  ] as const)
    assert.equal(stringsFor(tag).lang, lang, tag)
})

test('the direction is the language’s or its script’s, with or without words for it', () => {
  for (const tag of ['ar', 'he-IL', 'fa', 'ur-PK', 'az-Arab', 'ff-Adlm'])
    assert.equal(directionOf(tag), 'rtl', tag)
  for (const tag of ['en', 'ja', 'ar-Latn', 'az', 'tr']) assert.equal(directionOf(tag), 'ltr', tag)
})

test('a call is named “Footnote n”, and a way back tells which place it leads to', () => {
  assert.equal(en.footnote(3), 'Footnote 3')
  assert.equal(en.backToText(3, 1, 1), 'Back to the text, note 3')
  assert.equal(en.backToText(3, 2, 4), 'Back to the text, note 3, place 2')
})

test('names are joined as they are spoken', () => {
  assert.equal(en.names([]), '')
  assert.equal(en.names(['A']), 'A')
  assert.equal(en.names(['A', 'B']), 'A and B')
  assert.equal(en.names(['A', 'B', 'C']), 'A, B and C')
})
