import assert from 'node:assert/strict'
import test from 'node:test'
import { robotsFile } from '../../src/feeds/robots.ts'
import { sitemapFiles } from '../../src/feeds/sitemap.ts'
import { routePath, sourcePath } from '../../src/model/paths.ts'
import type { Site } from '../../src/model/site.ts'
import { date, siteOf } from './fixture.ts'
import { samplePosts } from './sample-site.ts'
import { assertFollows } from './xmllint.ts'

function listed(site: Site, limit?: number): Map<string, (readonly [string, string])[]> {
  return new Map(
    sitemapFiles(site, limit).map((file) => {
      assert.equal(typeof file.body, 'string')
      assertFollows('sitemap.rng', String(file.body))
      const entries = String(file.body).matchAll(
        /<(?:url|sitemap)><loc>([^<]*)<\/loc>(?:<lastmod>([^<]*)<\/lastmod>)?/g,
      )
      return [file.path, [...entries].map(([, address = '', day = '']) => [address, day] as const)]
    }),
  )
}

test('every page that may be found is listed with the day of its last change', () => {
  const { site } = siteOf(samplePosts)
  assert.deepEqual(listed(site).get('sitemap.xml'), [
    ['https://example.org/', '2017-10-20'],
    ['https://example.org/posts/krack/', '2017-10-20'],
    ['https://example.org/posts/doors/', '2017-08-01'],
    ['https://example.org/posts/plain/', '2017-06-13'],
    ['https://example.org/tags/wifi/', '2017-10-20'],
    ['https://example.org/tags/security/', '2017-10-20'],
    ['https://example.org/series/patches/', '2017-10-20'],
    ['https://example.org/archive/', '2017-10-20'],
  ])
})

test('the page of feeds is listed without a day, since no post stands on it', () => {
  const { site } = siteOf(samplePosts)
  const route = { kind: 'feeds', path: routePath('/feeds/') } as const
  const entries = listed({ ...site, routes: [...site.routes, route] }).get('sitemap.xml')
  assert.deepEqual(entries?.at(-1), ['https://example.org/feeds/', ''])
})

test('drafts, redirects, copies and what robots shall not index are not listed', () => {
  const { site } = siteOf([
    { slug: 'draft', held: 'draft', date: '2030-01-01' },
    { slug: 'hidden', front: { robots: 'noarchive, NoIndex' } },
    { slug: 'none', front: { robots: 'none' } },
    { slug: 'copy', front: { canonical: 'https://elsewhere.example/x/' } },
    { slug: 'own', front: { canonical: 'https://example.org/posts/own/', robots: 'noarchive' } },
    { slug: 'dated', date: '2017-01-01', front: { updated: date('2018-01-01T12:00:00+02:00') } },
  ])
  const redirect = {
    kind: 'redirect',
    path: routePath('/old/'),
    to: routePath('/posts/own/'),
    title: 'Old',
    source: sourcePath('content/posts/own.md'),
  } as const
  const entries = listed({ ...site, routes: [...site.routes, redirect] }).get('sitemap.xml')
  assert.deepEqual(entries, [
    ['https://example.org/', '2018-01-01T10:00:00Z'],
    ['https://example.org/posts/own/', '2017-10-17'],
    ['https://example.org/posts/dated/', '2018-01-01T10:00:00Z'],
    ['https://example.org/archive/', '2018-01-01T10:00:00Z'],
  ])
})

test('a page without a date has no lastmod; addresses are percent-encoded', () => {
  const { site } = siteOf([{ slug: 'größe & mehr' }])
  const [post] = site.posts
  assert.ok(post)
  const essay = { ...post.essay, date: undefined }
  const route = { kind: 'page', path: post.route, page: { essay, route: post.route } } as const
  assert.deepEqual(listed({ ...site, routes: [route] }).get('sitemap.xml'), [
    ['https://example.org/posts/gr%C3%B6%C3%9Fe%20%26%20mehr/', ''],
  ])
})

test('a sitemap that would be too long is cut and indexed', () => {
  const { site } = siteOf(samplePosts, { url: 'https://example.org/blog/' })
  const files = listed(site, 3)
  assert.deepEqual(
    [...files.keys()],
    ['sitemap.xml', 'sitemap-1.xml', 'sitemap-2.xml', 'sitemap-3.xml'],
  )
  assert.deepEqual(files.get('sitemap.xml'), [
    ['https://example.org/blog/sitemap-1.xml', '2017-10-20'],
    ['https://example.org/blog/sitemap-2.xml', '2017-10-20'],
    ['https://example.org/blog/sitemap-3.xml', '2017-10-20'],
  ])
  assert.deepEqual(
    [...files.values()].slice(1).map((each) => each.length),
    [3, 3, 2],
  )
})

test('the schema that sitemaps are held against refuses what is none', () => {
  const of = (entry: string) =>
    `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"><url>${entry}</url></urlset>`
  const loc = '<loc>https://example.org/</loc>'
  assertFollows('sitemap.rng', of(`${loc}<lastmod>2017-10-20T10:00:00Z</lastmod>`))
  for (const entry of [
    '',
    '<loc>/posts/</loc>',
    `${loc}<lastmod>20 October</lastmod>`,
    `${loc}<lastmod>2017-10-20T10:00:00</lastmod>`,
    `${loc}<title>x</title>`,
    `${loc}${loc}`,
  ])
    assert.throws(() => assertFollows('sitemap.rng', of(entry)), entry)
})

test('robots.txt follows RFC 9309, section 2.2', () => {
  const { body } = robotsFile(siteOf([], { url: 'https://example.org/blog/' }).site)
  const rule = String.raw`(?:Allow|Disallow): (?:/[^\s#]*)?\n`
  const group = String.raw`User-agent: (?:\*|[A-Za-z_-]+)\n(?:${rule})*`
  assert.match(String(body), new RegExp(String.raw`^(?:${group}|Sitemap: https?://\S+\n|\n)+$`))
})

test('robots are told where the sitemap is', () => {
  const { body, path } = robotsFile(siteOf([], { url: 'https://example.org/blog/' }).site)
  assert.equal(path, 'robots.txt')
  assert.equal(body, 'User-agent: *\nAllow: /\n\nSitemap: https://example.org/blog/sitemap.xml\n')
})
