import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { OutlineEntry } from '../../src/model/essay.ts'
import type { PageProps } from '../../src/theme/contract.ts'
import { findPost, placeInSeries } from '../../src/theme/find-post.ts'
import { licenseLink } from '../../src/theme/license-link.ts'
import { navigationOf } from '../../src/theme/navigation.ts'
import { type OutlineBranch, outlineTree, showsContents } from '../../src/theme/outline-tree.ts'
import { pageFacts } from '../../src/theme/page-facts.ts'
import { postsByYear } from '../../src/theme/posts-by-year.ts'
import { readingMinutes } from '../../src/theme/reading-time.ts'
import { exampleSite, outline, post } from '../themes/example-site.ts'

const shape = (branches: readonly OutlineBranch[]): unknown =>
  branches.map(({ entry, children }) =>
    children.length > 0 ? [entry.id, shape(children)] : entry.id,
  )

const entries = (...depths: number[]): OutlineEntry[] =>
  depths.map((depth, i) => ({
    depth: depth as OutlineEntry['depth'],
    id: `${i}`,
    text: `Heading ${i}`,
    place: undefined,
  }))

test('headings become a tree, and a skipped level makes no empty branch', () => {
  assert.deepEqual(shape(outlineTree(entries(2, 3, 3, 2))), [['0', ['1', '2']], '3'])
  assert.deepEqual(shape(outlineTree(entries(2, 4, 3, 2))), [['0', ['1', '2']], '3'])
  assert.deepEqual(shape(outlineTree(entries(4, 2))), ['0', '1'])
  assert.deepEqual(outlineTree([]), [])
})

test('the tree keeps every heading, in order', () => {
  const flat = (branches: readonly OutlineBranch[]): OutlineEntry[] =>
    branches.flatMap(({ entry, children }) => [entry, ...flat(children)])
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 6 })), (depths) => {
      const made = entries(...depths)
      assert.deepEqual(flat(outlineTree(made)), made)
    }),
  )
})

test('contents are shown from three headings on, and as the front matter says', () => {
  const shown = (count: number, toc?: boolean) =>
    showsContents({ outline: entries(...Array(count).fill(2)), front: { toc } })
  assert.deepEqual(
    [shown(2), shown(3), shown(3, false), shown(1, true), shown(0, true)],
    [false, true, false, true, false],
  )
  assert.equal(outline.length, 3)
})

test('reading time is at least a minute, and counts the notes apart', () => {
  assert.deepEqual(readingMinutes({ body: 0, notes: 0 }), { body: 1, withNotes: 1 })
  assert.deepEqual(readingMinutes({ body: 2380, notes: 476 }), { body: 10, withNotes: 12 })
})

test('posts are grouped by the year they bear; those without a date come last', () => {
  const site = exampleSite()
  assert.deepEqual(
    postsByYear(site.posts).map(({ year, posts }) => [year, posts.length]),
    [
      ['2017', 1],
      ['2016', 1],
      ['', 1],
    ],
  )
})

for (const [license, name, href] of [
  ['CC-BY-4.0', 'CC BY 4.0', 'https://creativecommons.org/licenses/by/4.0/'],
  ['CC BY-NC-SA 3.0', 'CC BY-NC-SA 3.0', 'https://creativecommons.org/licenses/by-nc-sa/3.0/'],
  ['cc0', 'CC0 1.0', 'https://creativecommons.org/publicdomain/zero/1.0/'],
  [
    'https://creativecommons.org/licenses/by-sa/4.0/',
    'CC BY-SA 4.0',
    'https://creativecommons.org/licenses/by-sa/4.0/',
  ],
  ['https://example.org/terms/', 'example.org/terms', 'https://example.org/terms/'],
  ['All rights reserved', 'All rights reserved', undefined],
  ['javascript:alert(1)', 'javascript:alert(1)', undefined],
] as const)
  test(`the licence “${license}”`, () => {
    assert.deepEqual(licenseLink(license), { name, href })
  })

test('a post is found by its id before its slug, and by its address', () => {
  const base = post('a').essay.front
  const posts = [post('b'), post('a', { front: { ...base, id: 'b' } })]
  assert.equal(findPost({ posts }, 'b')?.essay.slug, 'a')
  assert.equal(findPost({ posts }, '/posts/b/')?.essay.slug, 'b')
  assert.equal(findPost({ posts }, 'c'), undefined)
})

test('a post knows its part of a series', () => {
  const site = exampleSite()
  const [newest, , oldest] = site.posts
  assert.ok(newest && oldest)
  assert.equal(placeInSeries(site, newest)?.part, 2)
  assert.equal(placeInSeries(site, oldest), undefined)
})

const navigation = (
  nav: { title: string; href: string }[],
  path = '/archive/',
  base = '/blog/',
): ReturnType<typeof navigationOf> => {
  const site = exampleSite({ nav }, base)
  const route = site.routes.find((each) => each.path === path)
  assert.ok(route)
  return navigationOf(pageFacts(route, site) satisfies PageProps)
}

test('the navigation marks the page it stands on', () => {
  assert.deepEqual(navigation([]), [
    { title: 'Archive', href: '/blog/archive/', current: true },
    { title: 'Tags', href: '/blog/tags/', current: false },
    { title: 'Search', href: '/blog/search/', current: false },
    { title: 'About', href: '/blog/about/', current: false },
  ])
})

test('a site’s own navigation may lead anywhere', () => {
  const hrefs = [
    '/about/',
    '/about/#me',
    '/search/?q=a',
    'https://example.net/',
    '//example.net/',
    '/caf%C3%A9/',
    '/café/',
    '/a//b/',
    'mailto:a@b.example',
  ]
  assert.deepEqual(
    navigation(hrefs.map((href) => ({ title: 'x', href }))).map(({ href }) => href),
    [
      '/blog/about/',
      '/blog/about/#me',
      '/blog/search/?q=a',
      'https://example.net/',
      '//example.net/',
      '/blog/caf%C3%A9/',
      '/blog/caf%C3%A9/',
      '/a//b/',
      'mailto:a@b.example',
    ],
  )
})
