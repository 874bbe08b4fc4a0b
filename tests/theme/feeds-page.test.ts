import assert from 'node:assert/strict'
import { test } from 'node:test'
import { toHtml } from 'hast-util-to-html'
import { jsx } from '../../src/jsx/jsx-runtime.ts'
import type { Route } from '../../src/model/site.ts'
import { extendTheme, type Theme } from '../../src/theme/contract.ts'
import { feedDirectory } from '../../src/theme/feed-directory.ts'
import { pageFacts } from '../../src/theme/page-facts.ts'
import { renderPage } from '../../src/theme/render.ts'
import { exampleSite, trees } from '../themes/example-site.ts'

const nothing = () => null
/** A theme without a layout for the feeds. */
const bare: Theme = {
  name: 'bare',
  layouts: {
    home: nothing,
    post: nothing,
    page: ({ page, trees: { body, notes } }) =>
      jsx('article', { children: [jsx('h1', { children: page.essay.title }), body, notes] }),
    tags: nothing,
    tag: nothing,
    series: nothing,
    archive: nothing,
    notFound: nothing,
    redirect: nothing,
  },
}

function feedsOf(changes: Parameters<typeof exampleSite>[0] = {}, base = '/') {
  const site = exampleSite(changes, base)
  const route = site.routes.find(({ kind }) => kind === 'feeds')
  return { site, route: route ?? (assert.fail('no route') as Route) }
}

function drawn(theme: Theme, ...[changes, base]: Parameters<typeof feedsOf>): string {
  const { site, route } = feedsOf(changes, base)
  return toHtml(renderPage(route, site, theme, { styles: [], trees: () => trees }))
}

/** An address that may be broken where its parts meet, and nowhere else. */
const inPieces = (address: string): string => address.replace(/(?<=[^/]\/)(?=[^/])/g, '<wbr>')

test('every feed is listed with its address to copy: the site’s, each tag’s, each series’', () => {
  const html = drawn(bare)
  for (const [path, name] of [
    ['/feed.xml', 'RSS'],
    ['/atom.xml', 'Atom'],
    ['/feed.json', 'JSON Feed'],
    ['/tags/wi-fi/feed.xml', 'Wi-Fi'],
    ['/series/flaws/feed.xml', 'Flaws and faults'],
  ])
    assert.match(
      html,
      new RegExp(
        `<li><a href="${path}" type="application/[a-z]+\\+(?:xml|json)">${name}</a> <code class="feed-address">${inPieces(`https://example\\.org${path}`)}</code>`,
      ),
    )
  assert.match(html, /<h2>Tags<\/h2>.*<h2>Series<\/h2>/s)
})

test('a theme without the layout draws the list as a page, with the page’s title', () => {
  assert.match(drawn(bare), /<article><h1>Feeds<\/h1><p>Give one of these addresses/)
  assert.match(drawn(bare), /<title>Feeds – The Example<\/title>/)
})

test('a theme’s own layout gets the list ready to be placed', () => {
  const own = extendTheme(bare, {
    name: 'own',
    layouts: { feeds: ({ title, trees: { body } }) => jsx('main', { children: [title, body] }) },
  })
  assert.match(drawn(own), /<body><main>Feeds<p>Give one/)
})

test('addresses carry the base path, and the page is in the site’s language', () => {
  const html = drawn(bare, { url: 'https://example.org/blog/', lang: 'de' }, '/blog/')
  assert.match(html, /<a href="\/blog\/feed\.xml"[^>]*>RSS<\/a>/)
  assert.match(
    html,
    /<code class="feed-address">https:\/\/example\.org\/<wbr>blog\/<wbr>feed\.xml<\/code>/,
  )
  assert.match(html, /<h2>Schlagwörter<\/h2>/)
})

test('kinds that a site has none of are not there', () => {
  const { site, route } = feedsOf()
  const groups = feedDirectory(pageFacts(route, { ...site, tags: [], series: [] }))
  assert.deepEqual(
    groups.map(({ heading, feeds }) => [heading, feeds.length]),
    [[undefined, 3]],
  )
})
