import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { toHtml } from 'hast-util-to-html'
import { HtmlValidate } from 'html-validate'
import type { Route, Site } from '../../src/model/site.ts'
import { renderPage } from '../../src/theme/render.ts'
import { exampleSite, trees } from './example-site.ts'
import { specimenPages, specimenSite, themeForTests } from './specimen.ts'

const root = resolve(import.meta.dirname, '..', '..')
const { theme, styles, assets } = await themeForTests(root, 'plain')

const drawn = (site: Site, path: string): string => {
  const route = site.routes.find((each) => each.path === path) ?? assert.fail(path)
  return draw(site, route)
}
const draw = (site: Site, route: Route) =>
  toHtml(renderPage(route, site, theme, { styles, trees: () => trees }))

/** What stands between a page's `<main>` tags. */
const mainOf = (html: string) =>
  /<main[^>]*>(.*)<\/main>/s.exec(html)?.[1] ?? assert.fail('No main.')

test('every page is valid HTML and has one heading of the first level', async () => {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: { 'doctype-style': 'off', 'long-title': 'off' },
  })
  for (const [path, html] of await specimenPages(root, 'plain')) {
    if (typeof html !== 'string') continue
    const report = await validator.validateString(html)
    const problems = report.results.flatMap(({ messages }) =>
      messages.map(
        ({ ruleId, message, column }) =>
          `${path} ${ruleId}: ${message} at ${html.slice(Math.max(0, column - 60), column + 40)}`,
      ),
    )
    assert.deepEqual(problems, [])
    assert.equal(html.match(/<h1[ >]/g)?.length, 1, path)
  }
})

test('the essay’s title, standfirst, text and notes are the article’s own children', () => {
  const main = mainOf(drawn(exampleSite(), '/posts/patching/'))
  assert.match(
    main,
    /^<article class="e-content"><h1 class="p-name">On patching<\/h1><figure class="pull-quote standfirst"><blockquote><p>Mind the step\. Hold the rail\.<\/p><\/blockquote><\/figure><p class="byline">/,
  )
  assert.match(main, /<\/nav><p>The British government<sup class="note-ref">/)
  assert.match(main, /<p>There are none\.<\/p><section class="notes" role="doc-endnotes"/)
})

test('no class drives an essay’s parts out of reader modes', () => {
  for (const route of specimenSite().routes) {
    const article = /<article[^>]*>(.*)<\/article>/s.exec(draw(specimenSite(), route))?.[1] ?? ''
    assert.doesNotMatch(
      article,
      /<aside|class="[^"]*(?:remark|comment|extra|sidebar|header|related|supplemental)/,
    )
  }
})

test('a byline tells who, when, when changed and how long, apart even without a style sheet', () => {
  const main = mainOf(drawn(exampleSite(), '/posts/patching/'))
  const words = /<p class="byline">(.*?)<\/p>/.exec(main)?.[1]?.replace(/<[^>]*>/g, '')
  assert.equal(
    words,
    'By A. Writer · 17 October 2017 · Updated 3 February 2018 · 5 min read (7 with notes)',
  )
})

test('contents have two levels, and lead to the headings', () => {
  const main = mainOf(drawn(exampleSite(), '/posts/patching/'))
  assert.match(
    main,
    /<nav class="contents" aria-label="Contents"><details><summary>Contents<\/summary><ol><li><a href="#causes">Causes<\/a><ol><li><a href="#first">The first<\/a>/,
  )
  assert.doesNotMatch(mainOf(drawn(exampleSite(), '/posts/keys/')), /class="contents"/)
})

test('corrections are listed, latest first, where the byline leads', () => {
  const main = mainOf(drawn(exampleSite(), '/posts/patching/'))
  assert.match(main, /<a href="#Corrections-k7q2">Updated<\/a>/)
  assert.match(
    main,
    /<h2 id="Corrections-k7q2">Corrections<\/h2>.*Added the second flaw.*Named the right vendor/,
  )
})

test('series, tags, discussion, licence and neighbours are linked', () => {
  const main = mainOf(drawn(exampleSite({}, '/blog/'), '/posts/patching/'))
  assert.match(
    main,
    /<a href="\/blog\/series\/flaws\/">Series: Flaws and faults<\/a> · Part 2 of 2/,
  )
  assert.match(main, /<a class="p-category" href="\/blog\/tags\/wi-fi\/" rel="tag">Wi-Fi<\/a>/)
  assert.match(main, /<a href="https:\/\/lobste\.rs\/s\/abc">Lobsters<\/a>/)
  assert.match(
    main,
    /<a href="https:\/\/creativecommons\.org\/licenses\/by\/4\.0\/" rel="license">CC BY 4\.0<\/a>/,
  )
  assert.match(
    main,
    /<nav class="neighbours" aria-label="More posts"><a class="older" href="\/blog\/posts\/keys\/" rel="prev">/,
  )
})

test('a superseded draft by guests says all of that', () => {
  const main = mainOf(drawn(specimenSite(), '/posts/retracted/'))
  assert.match(
    main,
    /<strong class="held">Draft<\/strong> <span class="part">Guest post<\/span><span class="part"><span class="between"> · <\/span>By <a class="p-author h-card" href="https:\/\/example\.org\/ada" rel="author">Ada<\/a> and <span class="p-author">Grace<\/span>/,
  )
  assert.match(
    main,
    /<strong>This post has been superseded\.<\/strong> Read instead: <a href="\/posts\/patching\/">On patching<\/a>/,
  )
  assert.match(main, /<p class="subtitle">A second line/)
  assert.match(
    main,
    /<dl class="advisory severe"><div><dt>CVE<\/dt> <dd>CVE-2017-13077<\/dd> <dd>CVE-2017-13078<\/dd><\/div>/,
  )
})

test('the home page lists posts with their first words, and turns its pages', () => {
  const html = drawn(exampleSite({}, '/blog/'), '/')
  assert.match(
    html,
    /<h1>The Example<\/h1><p class="subtitle">Essays on nothing in particular\.<\/p>/,
  )
  assert.match(
    html,
    /<a class="u-url" href="\/blog\/posts\/patching\/">On patching<\/a><\/h2><p class="p-summary">Mind the step\. Hold the rail\.<\/p>/,
  )
  assert.match(html, /<a href="\/blog\/page\/2\/" rel="next">Older<\/a>/)
  assert.match(
    drawn(exampleSite(), '/page/2/'),
    /<a class="site-name" href="\/" rel="home">The Example<\/a>.*<a href="\/" rel="prev">Newer<\/a>/,
  )
})

test('the archive is by year', () => {
  const main = mainOf(drawn(exampleSite(), '/archive/'))
  assert.match(main, /<h2>2017<\/h2>.*On patching.*<h2>2016<\/h2>.*On keys.*On locks/)
})

test('a series runs from its first part on', () => {
  assert.match(mainOf(drawn(exampleSite(), '/series/flaws/')), /On keys.*On patching/)
})

test('an empty site has pages all the same', () => {
  const site: Site = { ...exampleSite(), posts: [], tags: [], series: [], pages: [] }
  const list = { posts: [], number: 1, count: 1 }
  const [home] = site.routes
  assert.ok(home)
  assert.match(
    draw(site, { kind: 'home', path: home.path, list }),
    /Nothing has been published here yet\./,
  )
  assert.match(drawn(site, '/archive/'), /Nothing has been published here yet\./)
  assert.match(drawn(site, '/tags/'), /Nothing has been published here yet\./)
})

test('the skip link leads to the main part, by a name that no heading can have', () => {
  const html = drawn(exampleSite(), '/posts/patching/')
  assert.match(html, /<body><div><a class="skip" href="#Content">Skip to content<\/a><\/div>/)
  assert.match(html, /<main id="Content"/)
})

test('a page and its style sheet fit into the first flight of packets', async () => {
  const pages = await specimenPages(root, 'plain')
  const css = gzipSync(assets.find(({ path }) => path === styles[0])?.bytes ?? '').length
  const html = gzipSync(pages.get('/posts/patching/') ?? '').length
  assert.ok(css > 0 && css + html <= 14 * 1024, `${css} + ${html}`)
  assert.equal(assets.length, 1, 'no fonts, no pictures, no script')
})
