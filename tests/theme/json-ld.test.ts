import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guardPage } from '../../src/hast/guard.ts'
import { printFragment } from '../../src/hast/print.ts'
import type { Essay } from '../../src/model/essay.ts'
import type { FrontMatter } from '../../src/model/front-matter.ts'
import { jsonLd } from '../../src/theme/json-ld.ts'
import { pageFacts } from '../../src/theme/page-facts.ts'
import { date, exampleSite, post } from '../themes/example-site.ts'

function printed(
  changes: Partial<Essay>,
  front: Partial<FrontMatter> = {},
  image?: string,
): string {
  const own = post('patching', { ...changes, front: front as FrontMatter })
  const site = exampleSite()
  const page = pageFacts({ kind: 'post', path: own.route, post: own }, site)
  const root = { type: 'root' as const, children: [jsonLd(own, page, image)] }
  assert.deepEqual(guardPage(root), [])
  return printFragment(root)
}

function data(...given: Parameters<typeof printed>): Record<string, unknown> {
  const html = printed(...given)
  const json = /^<script type="application\/ld\+json">(.*)<\/script>$/s.exec(html)?.[1]
  return JSON.parse(json ?? '')
}

test('a post is a BlogPosting with what its page says', () => {
  const { author, isPartOf, ...rest } = data({}, { subtitle: 'Sub' }, 'https://example.org/i.png')
  assert.deepEqual(rest, {
    '@context': 'https://schema.org',
    '@type': 'BlogPosting',
    headline: 'On patching',
    alternativeHeadline: 'Sub',
    description: 'What is to be said about patching.',
    url: 'https://example.org/posts/patching/',
    mainEntityOfPage: 'https://example.org/posts/patching/',
    inLanguage: 'en',
    datePublished: '2017-10-17',
    dateModified: '2017-10-17',
    image: 'https://example.org/i.png',
    wordCount: 1600,
    license: 'https://creativecommons.org/licenses/by/4.0/',
  })
  assert.deepEqual((author as unknown[])[0], { '@type': 'Person', name: 'A. Writer' })
  assert.deepEqual(isPartOf, { '@type': 'Blog', name: 'The Example', url: 'https://example.org/' })
})

test('where an author is found is told in full, also where it is a path of this site', () => {
  const urls = [
    '/about/ada/',
    'about/ada/',
    'javascript/ada',
    'https://ada.example/',
    'mailto:a@b.example',
  ]
  const { author } = data({}, { authors: urls.map((url) => ({ name: 'Ada', url })) })
  assert.deepEqual(
    (author as { url: string }[]).map(({ url }) => url),
    [
      'https://example.org/about/ada/',
      'https://example.org/about/ada/',
      'https://example.org/javascript/ada',
      ...urls.slice(3),
    ],
  )
})

test('corrections, the newest of them, status and licence', () => {
  const found = data(
    {},
    {
      updated: date('2017-10-20'),
      updates: [
        { date: date('2017-10-19'), note: 'One.' },
        { date: date('2017-11-02'), note: 'Two.' },
      ],
      status: { kind: 'superseded' },
      license: 'Ask first',
      canonical: 'https://elsewhere.example/x/',
    },
  )
  assert.equal(found.dateModified, '2017-11-02')
  assert.deepEqual((found.correction as unknown[])[1], {
    '@type': 'CorrectionComment',
    datePublished: '2017-11-02',
    text: 'Two.',
  })
  assert.equal(found.creativeWorkStatus, 'Superseded')
  assert.equal(found.license, 'Ask first')
  assert.equal(found.url, 'https://elsewhere.example/x/')
})

test('an advisory is what the post is about', () => {
  const advisory = {
    cve: ['CVE-2024-3094'],
    severity: 'critical',
    affected: ['xz 5.6.0', 'xz 5.6.1'],
    fixed: ['xz 5.6.2'],
  }
  const { about } = data({}, { advisory }) as { about: Record<string, unknown> }
  assert.equal(about.name, 'CVE-2024-3094')
  assert.deepEqual(about.sameAs, ['https://www.cve.org/CVERecord?id=CVE-2024-3094'])
  assert.deepEqual(
    (about.additionalProperty as { name: string; value: string }[]).map(({ name, value }) => [
      name,
      value,
    ]),
    [
      ['severity', 'critical'],
      ['affected', 'xz 5.6.0'],
      ['affected', 'xz 5.6.1'],
      ['fixed', 'xz 5.6.2'],
    ],
  )
})

test('no words end the script or bring in what no page may hold', () => {
  const title = '</script><!--<script>\u2028\u0085\uffff\u{1fffe}'
  assert.equal(data({ title }).headline, title)
  assert.doesNotMatch(printed({ title }), /<(?!script type|\/script>$)|[\u0085\u2028\uffff]/)
})
