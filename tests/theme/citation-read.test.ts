// The judges here are not ours: the parser of Better BibTeX, and the schema of the Citation Style Language.
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { parse } from '@retorquere/bibtex-parser'
import { Ajv } from 'ajv'
import fc from 'fast-check'
import { citationOf } from '../../src/theme/citation.ts'
import { pageFacts } from '../../src/theme/page-facts.ts'
import { exampleSite, post } from '../themes/example-site.ts'

const isCsl = new Ajv({ strict: false, allErrors: true }).compile(
  JSON.parse(readFileSync(new URL('../data/csl/csl-data.json', import.meta.url), 'utf8')),
)
const { front } = post('x').essay

function cited(title: string, names: readonly string[]) {
  const authors = names.map((name) => ({ name }))
  const one = post('on-locks', { title, front: { ...front, authors } })
  const facts = pageFacts({ kind: 'post', path: one.route, post: one }, exampleSite({}))
  return citationOf(one, facts)
}

/** One entry as the parser understands it, with names as they are said. */
function understood(bibtex: string) {
  const { errors, entries } = parse(bibtex, { sentenceCase: false })
  assert.deepEqual(errors, [])
  assert.equal(entries.length, 1)
  const { type, fields } = entries[0] ?? assert.fail()
  const authors = fields.author?.map(({ name, firstName, lastName, prefix }) =>
    [name ?? firstName, prefix, lastName].filter((part) => part !== undefined).join(' '),
  )
  const text: Readonly<Record<string, unknown>> = fields
  return { type, author: authors, textOf: (name: string) => String(text[name]) }
}

/** Without the marks that the parser puts around words; what they stand around is in the text as it was. */
const unmarked = (text: string) => text.replace(/<\/?(?:span|pre|i|b)[^>]*>/g, '')

test('BibTeX is read as it was meant', () => {
  const names = ['A. Writer', 'Black and Decker, Inc.', 'Zoë Ångström', 'The Writers']
  const title = '50% of {a_b} & C# cost $3 \\ ~ ^ “so” – ‘what’'
  const { type, author, textOf } = understood(cited(title, names).bibtex)
  assert.deepEqual([type, author, unmarked(textOf('title'))], ['misc', names, title])
  assert.deepEqual(['year', 'month', 'day', 'url'].map(textOf), [
    ...['2017', '10', '17'],
    'https://example.org/posts/on-locks/',
  ])
})

const sign = fc.constantFrom(
  ...'abc ABC 019 éßŁ 東 {}\\$&%#_~^"\'`@,=–“”<>[]()|!?.;:*/+-'.split(''),
)
const words = fc
  .array(sign, { minLength: 1, maxLength: 24 })
  .map((signs) => signs.join('').trim().replace(/\s+/g, ' '))
  .filter((text) => /[a-z]/i.test(text))

test('no title ends the entry or breaks it', () => {
  fc.assert(
    fc.property(words, (title) => {
      const entry = understood(cited(title, ['A. Writer']).bibtex)
      assert.deepEqual([entry.textOf('year'), entry.author], ['2017', ['A. Writer']])
    }),
    { numRuns: 200 },
  )
})

test('CSL-JSON is what its schema says, whatever the title and the names', () => {
  fc.assert(
    fc.property(words, fc.array(words, { maxLength: 3 }), (title, names) => {
      const data: readonly { readonly title?: string }[] = JSON.parse(cited(title, names).cslJson)
      assert.ok(isCsl([...data]), JSON.stringify(isCsl.errors))
      assert.equal(data[0]?.title, title)
    }),
    { numRuns: 200 },
  )
})
