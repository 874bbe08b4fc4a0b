import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Essay } from '../../src/model/essay.ts'
import { citationOf } from '../../src/theme/citation.ts'
import { pageFacts } from '../../src/theme/page-facts.ts'
import { exampleSite, post } from '../themes/example-site.ts'

function cited(slug: string, changes: Partial<Essay> = {}, title?: string) {
  const site = exampleSite(title === undefined ? {} : { title })
  const one = post(slug, changes)
  return citationOf(one, pageFacts({ kind: 'post', path: one.route, post: one }, site))
}
const front = post('x').essay.front

test('a post is cited with its author, title, site, day and address', () => {
  const { plain, bibtex, cslJson } = cited('patching')
  assert.equal(
    plain,
    'A. Writer. “On patching.” The Example, 17 October 2017. https://example.org/posts/patching/',
  )
  assert.equal(
    bibtex,
    `@misc{writer2017patching,
  author = {A. Writer},
  title = {{On patching}},
  howpublished = {The Example},
  year = {2017},
  month = oct,
  day = {17},
  url = {https://example.org/posts/patching/}
}`,
  )
  assert.deepEqual(JSON.parse(cslJson), [
    {
      id: 'writer2017patching',
      type: 'post-weblog',
      title: 'On patching',
      author: [{ literal: 'A. Writer' }],
      'container-title': 'The Example',
      issued: { 'date-parts': [[2017, 10, 17]] },
      URL: 'https://example.org/posts/patching/',
      language: 'en',
    },
  ])
})

test('signs that LaTeX reads are escaped, and names that BibTeX would split are kept whole', () => {
  const authors = [
    { name: 'Black and Decker, Inc.' },
    { name: 'Zoë Ångström' },
    { name: 'The Writers' },
  ]
  const { bibtex } = cited('x', { title: '50% of {a_b} & C# \\ ~', front: { ...front, authors } })
  assert.match(
    bibtex,
    /author = \{\{Black and Decker, Inc\.\} and Zoë Ångström and \{The Writers\}\}/,
  )
  assert.ok(
    bibtex.includes(
      'title = {{50\\% of \\{a\\_b\\} \\& C\\# \\textbackslash{} \\textasciitilde{}}}',
    ),
  )
  assert.match(bibtex, /^@misc\{inc2017x,/)
})

test('what is not known is left out', () => {
  const { plain, bibtex, cslJson } = cited('geese', { date: undefined, title: 'Why geese?' }, '')
  assert.equal(plain, 'A. Writer. “Why geese?” https://example.org/posts/geese/')
  assert.doesNotMatch(bibtex, /year|howpublished/)
  assert.doesNotMatch(cslJson, /issued|container/)
})

test('names and days stand in the language of the post', () => {
  const authors = [{ name: 'Anna Amsel' }, { name: 'Bert Bach' }]
  assert.match(
    cited('schloss', { lang: 'de', front: { ...front, authors } }).plain,
    /^Anna Amsel und Bert Bach\. .* 17\. Oktober 2017\./,
  )
})
