import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { RenderedFiles } from '../site-from.ts'
import { codes, rendered } from '../site-from.ts'

interface PostFacts {
  readonly title: string
  readonly more?: string
  readonly date?: string
  readonly body?: string
}

const post = (id: string, { title, more = '', date = '2024-05-06', body = 'Words.' }: PostFacts) =>
  `---\nid: ${id}\ntitle: ${title}\ndate: ${date}\n${more}---\n\n${body}\n`
const settings = 'title: Example\nurl: https://example.org/blog/\nauthors: [A. Writer]\n'

const pageOf = (site: RenderedFiles, slug: string) =>
  site.site?.posts.find((each) => each.essay.slug === slug) ?? assert.fail(slug)
const relatedTo = (site: RenderedFiles, slug: string) =>
  pageOf(site, slug).related?.map((link) => link.title) ?? []

test('posts are related by tags and words, the nearest first, and never to themselves', async () => {
  const summaries: Record<string, PostFacts> = {
    a: {
      title: 'Certificates expire',
      more: 'tags: [TLS]\nsummary: Certificates and their days.\n',
    },
    b: { title: 'Renewing certificates', more: 'tags: [tls]\nsummary: How to renew.\n' },
    c: { title: 'Short certificates', more: 'summary: Days and certificates again, days.\n' },
    d: { title: 'On geese', more: 'summary: A watchman kept birds.\n' },
    e: { title: 'Zertifikate', more: 'lang: de\ntags: [TLS]\nsummary: Certificates.\n' },
    f: { title: 'Old TLS', more: 'tags: [TLS]\nstatus: { retracted: true }\n' },
  }
  const more = Object.fromEntries(
    Array.from({ length: 24 }, (_, i) => [
      `x${i}`,
      { title: `Other ${i}`, more: `summary: n${i}n.\n` },
    ]),
  )
  const site = await rendered(
    Object.fromEntries(
      Object.entries({ ...summaries, ...more }).map(([slug, facts], i) => [
        `content/posts/${slug}.md`,
        post(`related-${String(i).padStart(2, '0')}`, facts),
      ]),
    ),
  )
  assert.deepEqual(relatedTo(site, 'a'), ['Renewing certificates', 'Short certificates'])
  assert.deepEqual(relatedTo(site, 'd'), [])
  assert.deepEqual(relatedTo(site, 'e'), [], 'not in another language')
  const page = site.text('posts/a/index.html')
  assert.match(page, /<nav class="related"[\s\S]*<a href="\/posts\/b\/">Renewing certificates<\/a>/)
  assert.doesNotMatch(site.text('posts/d/index.html'), /class="related"/)
})

const several = {
  'content/site.yaml': settings,
  'content/posts/one.md': post('authors-1', { title: 'One', more: 'authors: [B. Other]\n' }),
  'content/posts/two.md': post('authors-2', {
    title: 'Two',
    more: 'authors: [b. other, { name: Żółć, url: "https://z.example/" }]\n',
  }),
  'content/posts/three.md': post('authors-3', { title: 'Three' }),
}

test('where several write, each has a page, and names lead there', async () => {
  const site = await rendered(several)
  assert.deepEqual(
    site.paths().filter((path) => path.startsWith('authors/')),
    [
      'authors/a-writer/index.html',
      'authors/b-other/index.html',
      'authors/index.html',
      'authors/żółć/index.html',
    ],
  )
  assert.match(
    site.text('authors/index.html'),
    /<a href="\/blog\/authors\/b-other\/">B. Other<\/a> <small>2 posts/,
  )
  const own = site.text('authors/b-other/index.html')
  assert.match(own, /<h1[^>]*>Posts by B. Other<\/h1>/)
  assert.match(own, /\/blog\/posts\/one\/[\s\S]*\/blog\/posts\/two\//)
  assert.doesNotMatch(own, /\/blog\/posts\/three\//)
  assert.match(
    site.text('posts/two/index.html'),
    /By <a class="p-author h-card" href="\/blog\/authors\/b-other\/" rel="author">b. other<\/a> and <a/,
  )
  assert.match(site.text('sitemap.xml'), /authors\/b-other\//)
})

test('who writes alone has no such pages; a page of the author’s own keeps its address', async () => {
  const alone = await rendered({
    'content/site.yaml': settings,
    'content/posts/a.md': several['content/posts/three.md'],
  })
  assert.ok(!alone.paths().some((path) => path.startsWith('authors/')))
  const own = await rendered({
    ...several,
    'content/pages/authors.md': '---\ntitle: Who we are\n---\n\nWe.\n',
  })
  assert.ok(own.finished, codes(own).join())
  assert.match(own.text('authors/index.html'), /Who we are/)
  assert.ok(own.has('authors/b-other/index.html'))
})

test('translations know each other, in the page and in its head', async () => {
  const site = await rendered({
    'content/site.yaml': settings,
    'content/posts/lock.md': post('original', { title: 'The lock' }),
    'content/posts/schloss.md': post('german-1', {
      title: 'Das Schloss',
      more: 'lang: de\ntranslationOf: original\n',
    }),
    'content/posts/serrure.md': post('french-1', {
      title: 'La serrure',
      more: 'lang: fr\ntranslationOf: schloss\n',
    }),
    'content/pages/about.md': '---\ntitle: About\n---\n\nUs.\n',
    'content/pages/ueber.md': '---\ntitle: Über uns\nlang: de\ntranslationOf: about\n---\n\nWir.\n',
  })
  const alternates = (path: string) =>
    [...site.text(path).matchAll(/<link rel="alternate" href="([^"]+)" hreflang="([^"]+)">/g)].map(
      ([, href, lang]) => `${lang} ${href}`,
    )
  const all = [
    'de https://example.org/blog/posts/schloss/',
    'en https://example.org/blog/posts/lock/',
    'fr https://example.org/blog/posts/serrure/',
  ]
  for (const slug of ['lock', 'schloss', 'serrure'])
    assert.deepEqual(alternates(`posts/${slug}/index.html`).sort(), all, slug)
  assert.match(
    site.text('posts/lock/index.html'),
    /In other languages: <a href="\/blog\/posts\/schloss\/" hreflang="de" lang="de" rel="alternate" title="Das Schloss">Deutsch<\/a>, <a/,
  )
  assert.equal(alternates('ueber/index.html').length, 2)
  assert.equal(alternates('index.html').length, 0)
})

test('a circle of translations is one group', async () => {
  const site = await rendered({
    'content/site.yaml': settings,
    'content/posts/a.md': post('circle-1', { title: 'A', more: 'lang: de\ntranslationOf: b\n' }),
    'content/posts/b.md': post('circle-2', { title: 'B', more: 'lang: fr\ntranslationOf: a\n' }),
  })
  assert.deepEqual(
    pageOf(site, 'a').translations?.map(({ lang }) => lang),
    ['fr'],
  )
  assert.deepEqual(
    pageOf(site, 'b').translations?.map(({ lang }) => lang),
    ['de'],
  )
})
