import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Element } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { jsxDEV } from '../../src/jsx/jsx-dev-runtime.ts'
import { jsx } from '../../src/jsx/jsx-runtime.ts'
import { routePath } from '../../src/model/paths.ts'
import type { Route, Site } from '../../src/model/site.ts'
import { defineTheme, extendTheme, type Theme } from '../../src/theme/contract.ts'
import { type RenderInputs, renderPage } from '../../src/theme/render.ts'
import { ThemeFailure } from '../../src/theme/theme-failure.ts'
import { essay, exampleSite, post, trees } from '../themes/example-site.ts'

/** A theme that says which layout drew the page. */
const bare: Theme = defineTheme({
  name: 'bare',
  layouts: {
    home: ({ list }) => jsx('p', { children: `home ${list.number}` }),
    post: ({ trees: { body, notes } }) => [jsx('div', { children: body }), notes],
    page: ({ page }) => `page ${page.essay.slug}`,
    tags: () => 'tags',
    tag: ({ tag }) => `tag ${tag.slug}`,
    series: ({ series }) => `series ${series.id}`,
    archive: () => 'archive',
    notFound: () => 'not found',
    redirect: ({ to }) => `redirect ${to}`,
  },
})

const inputs: RenderInputs = { styles: ['assets/bare.1234.css'], trees: () => trees }

const drawn = (route: Route, site: Site, theme = bare, more: Partial<RenderInputs> = {}) =>
  toHtml(renderPage(route, site, theme, { ...inputs, ...more }))

const routeTo = (site: Site, path: string): Route => {
  const found = site.routes.find((route) => route.path === path)
  return found ?? assert.fail(`No route ${path}`)
}

/** The head of a page as sorted facts: what a browser or a crawler takes from it. */
function headOf(html: string): readonly string[] {
  return (
    /<head>(.*)<\/head>/s.exec(html)?.[1]?.match(/<(?:meta|link)[^>]*>|<title>[^<]*<\/title>/g) ??
    []
  )
}

test('every kind of route is drawn by its layout, in one whole document', () => {
  const site = exampleSite()
  const said: Record<string, string> = {
    '/': '<p>home 1</p>',
    '/page/2/': '<p>home 2</p>',
    '/about/': 'page about',
    '/tags/': 'tags',
    '/tags/wi-fi/': 'tag wi-fi',
    '/series/flaws/': 'series flaws',
    '/archive/': 'archive',
    '/404.html': 'not found',
    '/old/': 'redirect /posts/patching/',
  }
  for (const [path, words] of Object.entries(said)) {
    const html = drawn(routeTo(site, path), site)
    assert.match(html, /^<!doctype html><html lang="en" dir="ltr"><head>/)
    assert.ok(html.endsWith(`<body>${words}</body></html>`), path)
  }
})

test('every page declares its coding and its policy before anything else', () => {
  const site = exampleSite()
  for (const route of site.routes) {
    const [charset, policy] = headOf(drawn(route, site))
    assert.equal(charset, '<meta charset="utf-8">')
    assert.match(
      policy ?? '',
      /http-equiv="Content-Security-Policy" content="default-src &#x27;none&#x27;/,
    )
    assert.doesNotMatch(policy ?? '', /frame-ancestors|unsafe/)
  }
})

test('no page holds a script that runs or a style of its own', () => {
  const site = exampleSite()
  for (const route of site.routes)
    assert.doesNotMatch(
      drawn(route, site),
      /<script(?! type="application\/ld\+json">)|<style|\sstyle=|\son\w+=/i,
    )
})

test('a post’s head', () => {
  const site = exampleSite()
  const head = headOf(drawn(routeTo(site, '/posts/patching/'), site))
  for (const expected of [
    '<title>On patching – The Example</title>',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="description" content="What is to be said about patching.">',
    '<meta name="author" content="A. Writer">',
    '<link rel="canonical" href="https://example.org/posts/patching/">',
    '<link rel="alternate" href="/feed.xml" type="application/rss+xml" title="The Example">',
    '<link rel="alternate" href="/atom.xml" type="application/atom+xml" title="The Example (Atom)">',
    '<link rel="alternate" href="/feed.json" type="application/feed+json" title="The Example (JSON Feed)">',
    '<link rel="stylesheet" href="/assets/bare.1234.css" type="text/css">',
    '<meta property="og:type" content="article">',
    '<meta property="og:url" content="https://example.org/posts/patching/">',
    '<meta property="article:published_time" content="2017-10-17">',
    '<meta property="article:modified_time" content="2018-02-03">',
  ])
    assert.ok(head.includes(expected), expected)
  assert.ok(!head.some((line) => line.includes('robots')))
})

test('a base path stands before every address of the site', () => {
  const site = exampleSite({ url: 'https://example.org/blog/' }, '/blog/')
  const head = headOf(drawn(routeTo(site, '/page/2/'), site))
  for (const expected of [
    '<link rel="canonical" href="https://example.org/blog/page/2/">',
    '<link rel="prev" href="/blog/">',
    '<link rel="alternate" href="/blog/feed.xml" type="application/rss+xml" title="The Example">',
    '<link rel="stylesheet" href="/blog/assets/bare.1234.css" type="text/css">',
  ])
    assert.ok(head.includes(expected), expected)
})

test('a tag’s own feed comes first', () => {
  const site = exampleSite()
  const feeds = headOf(drawn(routeTo(site, '/tags/wi-fi/'), site)).filter((line) =>
    line.includes('alternate'),
  )
  assert.match(feeds[0] ?? '', /href="\/tags\/wi-fi\/feed\.xml"/)
  assert.equal(feeds.length, 4)
})

test('a series’ own feed comes first, and no other page has one of its own', () => {
  const site = exampleSite()
  for (const route of site.routes) {
    const feeds = headOf(drawn(route, site)).filter((line) => line.includes('alternate'))
    const own = route.kind === 'tag' || route.kind === 'series'
    assert.equal(feeds.length, own ? 4 : 3, route.path)
    for (const feed of feeds) assert.match(feed, / title="[^"]+"/)
  }
  const [first] = headOf(drawn(routeTo(site, '/series/flaws/'), site)).filter((line) =>
    line.includes('alternate'),
  )
  assert.match(
    first ?? '',
    /href="\/series\/flaws\/feed\.xml" type="application\/rss\+xml" title="Series: Flaws and faults – The Example"/,
  )
})

test('a page that leads nowhere has no address of its own and stays out of indexes', () => {
  const site = exampleSite()
  const html = headOf(drawn(routeTo(site, '/404.html'), site)).join('')
  assert.doesNotMatch(html, /canonical|og:/)
  assert.match(html, /name="robots" content="noindex"/)
})

test('a redirect takes the reader along and names the new address as the true one', () => {
  const site = exampleSite({ url: 'https://example.org/blog/' }, '/blog/')
  const html = headOf(drawn(routeTo(site, '/old/'), site)).join('')
  assert.match(html, /http-equiv="refresh" content="0; url=\/blog\/posts\/patching\/"/)
  assert.match(html, /rel="canonical" href="https:\/\/example\.org\/blog\/posts\/patching\/"/)
})

test('a post that is held back stays out of indexes; the front matter speaks for others', () => {
  const site = exampleSite()
  const route = (changes: object, place = {}): Route => {
    const shown = post('x', changes, place)
    return { kind: 'post', path: shown.route, post: shown }
  }
  assert.match(
    drawn(route({}, { held: 'draft' }), site),
    /name="robots" content="noindex, nofollow"/,
  )
  const front = {
    ...essay('x').front,
    robots: 'noarchive',
    canonical: 'https://elsewhere.example/x',
  }
  const html = drawn(route({ front }), site)
  assert.match(html, /name="robots" content="noarchive"/)
  assert.match(html, /rel="canonical" href="https:\/\/elsewhere\.example\/x"/)
})

test('an essay in another language brings its language, direction and words', () => {
  const site = exampleSite()
  const shown = post('x', { lang: 'ar', title: 'عن' })
  const theme = extendTheme(bare, {
    name: 'x',
    layouts: { post: ({ strings }) => strings.archive },
  })
  const html = drawn({ kind: 'post', path: shown.route, post: shown }, site, theme)
  assert.match(html, /<html lang="ar" dir="rtl">/)
  assert.match(html, /<body>الأرشيف<\/body>/)
})

test('pictures of other hosts are allowed only where the settings name the host', () => {
  const site = exampleSite({ images: { remote: ['img.example.net', "x'; script-src *"] } })
  const html = drawn(routeTo(site, '/'), site)
  assert.match(html, /img-src &#x27;self&#x27; https:\/\/img\.example\.net;/)
  assert.doesNotMatch(html, /script-src/)
})

test('a preview may state another policy, or none', () => {
  const site = exampleSite()
  assert.doesNotMatch(
    drawn(routeTo(site, '/'), site, bare, { policy: '' }),
    /Content-Security-Policy/,
  )
  assert.match(drawn(routeTo(site, '/'), site, bare, { policy: 'a b' }), /content="a b"/)
})

test('a theme may add links to the head, and nothing that would end it early', () => {
  const site = exampleSite()
  const theme = extendTheme(bare, {
    name: 'x',
    head: ({ href }) => [
      jsx('link', { rel: 'preload', href: href(routePath('/assets/a.woff2')), as: 'font' }),
      jsx('p', { children: 'no' }),
    ],
  })
  const html = drawn(routeTo(site, '/'), site, theme)
  assert.match(html, /<link rel="preload" href="\/assets\/a\.woff2" as="font"><\/head>/)
})

test('a layout may bring its own body', () => {
  const site = exampleSite()
  const theme = extendTheme(bare, {
    name: 'x',
    layouts: { tags: () => jsx('body', { class: 'a', children: 'b' }) },
  })
  assert.ok(drawn(routeTo(site, '/tags/'), site, theme).endsWith('<body class="a">b</body></html>'))
})

test('titles are text: markup in them is escaped', () => {
  const site = exampleSite({ title: '<b>&' })
  assert.match(drawn(routeTo(site, '/archive/'), site), /<title>Archive – &#x3C;b>&#x26;<\/title>/)
})

test('the trees of an essay are placed unchanged and drawn twice alike', () => {
  const site = exampleSite()
  const before = structuredClone(trees)
  const route = routeTo(site, '/posts/patching/')
  assert.equal(drawn(route, site), drawn(route, site))
  assert.deepEqual(trees, before)
})

/** The finding that a theme's failure carries. */
function failure(theme: Theme, locate?: RenderInputs['locate']) {
  const site = exampleSite()
  try {
    renderPage(routeTo(site, '/archive/'), site, theme, { ...inputs, locate })
  } catch (error) {
    assert.ok(error instanceof ThemeFailure)
    return error.diagnostic
  }
  return assert.fail('Nothing was thrown.')
}

test('a theme that throws is named with the page, its words and its line, without a stack', () => {
  const Broken = (): never => {
    throw new TypeError('posts is not iterable')
  }
  const at = { fileName: 'themes/mine/archive.tsx', lineNumber: 7, columnNumber: 3 }
  const theme = extendTheme(bare, {
    name: 'mine',
    layouts: { archive: () => jsxDEV(Broken, {}, undefined, false, at) },
  })
  const found = failure(theme)
  assert.equal(found.code, 'TH107')
  assert.equal(found.file, 'themes/mine/archive.tsx')
  assert.deepEqual(found.place?.start, { line: 7, column: 3 })
  assert.equal(
    found.message,
    'The theme “mine” could not draw /archive/. It threw TypeError: posts is not iterable',
  )
  assert.equal(failure(theme, () => 'themes/mine/broken.tsx:2:9').file, 'themes/mine/broken.tsx')
})

for (const [what, node, code] of [
  ['an unknown component', () => jsx(undefined, {}), 'TH106'],
  ['what is no content', () => jsx('p', { children: {} }), 'TH108'],
  ['a forbidden attribute', () => jsx('p', { onclick: 'x' }), 'TH109'],
  ['a bad attribute', () => jsx('p', { title: {} }), 'TH110'],
  ['an object for a page', () => ({}) as Element, 'TH108'],
] as const)
  test(`${what} is ${code}`, () => {
    const found = failure(extendTheme(bare, { name: 'x', layouts: { archive: node } }))
    assert.equal(found.code, code)
    assert.ok(found.hint)
  })

test('even a thrown string becomes a finding', () => {
  const theme = extendTheme(bare, {
    name: 'x',
    layouts: {
      archive: () => {
        throw 'nonsense'
      },
    },
  })
  assert.match(failure(theme).message, /It threw nonsense/)
})
