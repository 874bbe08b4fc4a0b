import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rendered } from '../site-from.ts'
import { hardPosts, longTitle } from './hard-posts.ts'

const settings =
  'title: The Example\nurl: https://example.org/\ndescription: Essays.\nauthors: [A. Writer]\ntheme: plain\n'

/** A site of the hard posts and one more. */
const siteWith = (slug: string, text: string, theme = settings) =>
  rendered({ 'content/site.yaml': theme, [`content/posts/${slug}.md`]: text })

const hard = await rendered({
  'content/site.yaml': settings,
  ...Object.fromEntries(
    Object.entries(hardPosts).map(([slug, text]) => [`content/posts/${slug}.md`, text]),
  ),
})
const page = (slug: string) => hard.text(`posts/${slug}/index.html`)

test('what is hard to set stops nothing', () => {
  const errors = hard.diagnostics.filter(({ severity }) => severity === 'error')
  assert.deepEqual(errors, [])
  assert.ok(hard.finished)
})

test('a title of 400 characters is shown whole, smaller than others, and whole in lists and feeds', () => {
  assert.equal(longTitle.length, 400)
  assert.ok(page('long-title').includes(`<h1 class="p-name long">${longTitle}</h1>`))
  assert.ok(hard.text('archive/index.html').includes(`>${longTitle}</a>`))
  assert.ok(hard.text('feed.xml').includes(`<title>${longTitle}</title>`))
  assert.match(page('no-words'), /<h1 class="p-name">Nothing<\/h1>/)
})

test('a post without words is a page, and stands in lists and feeds', () => {
  assert.match(
    page('no-words'),
    /<article class="e-content"><h1[^>]*>Nothing<\/h1><p class="byline">/,
  )
  assert.doesNotMatch(page('no-words'), /class="notes"|class="contents"|<p><\/p>/)
  assert.match(hard.text('archive/index.html'), /href="\/posts\/no-words\/"/)
  assert.match(hard.text('feed.xml'), /<title>Nothing<\/title>/)
})

test('a table of 200 rows is one table that scrolls, with every row and the note in it', () => {
  const html = page('many-rows')
  assert.equal(html.match(/<tr>/g)?.length, 201)
  assert.match(html, /<div class="table-scroll" role="region"[^>]*tabindex="0"><table>/)
  assert.match(html, /<td>row 100<sup class="note-ref">/)
  assert.match(html, /<td class="align-right">40000<\/td>\s*<td>row 200<\/td>/)
})

test('two hundred notes are each called once and shown once, in order', () => {
  const calls = [...page('many-notes').matchAll(/data-note="(\d+)"/g)].map(([, n]) => Number(n))
  const notes = [...page('many-notes').matchAll(/<li id="fn-[^"]*" value="(\d+)"/g)].map(([, n]) =>
    Number(n),
  )
  assert.deepEqual(
    calls,
    Array.from({ length: 200 }, (_, i) => i + 1),
  )
  assert.deepEqual(notes, calls)
})

test('a language that runs from right to left says so, and code in it does not', () => {
  assert.match(
    page('right'),
    /<html[^>]* lang="ar"[^>]* dir="rtl"|<html[^>]* dir="rtl"[^>]* lang="ar"/,
  )
  assert.match(page('right'), /<h2 id="notes-\w+">الحواشي<\/h2>/)
  assert.match(hard.text('archive/index.html'), /<a href="\/posts\/right\/" lang="ar">عن الأقفال/)
})

test('a language without spaces has its own words around it', () => {
  assert.match(page('no-spaces'), /<html[^>]* lang="ja"/)
  assert.match(
    page('no-spaces'),
    /<blockquote><p>誰も受けない挑戦は試験ではない。<\/p><\/blockquote>/,
  )
  assert.match(page('no-spaces'), /aria-label="脚注 ?1"|aria-label="注 ?1"/)
})

test('a drawing with a script in it is taken out, and the author is told', () => {
  const article = /<article.*<\/article>/s.exec(page('picture'))?.[0] ?? ''
  assert.doesNotMatch(article, /<svg|<script|onload/)
  assert.match(article, /<p>Before\. .* After\.<\/p>/)
  const told = hard.diagnostics.filter(({ file }) => file === 'content/posts/picture.md')
  assert.deepEqual(told.map(({ code }) => code).sort(), ['HT101', 'HT101', 'HT101'])
  for (const { message, hint } of told) {
    assert.match(message, /^<(?:svg|script|text)> was removed/)
    assert.ok(hint)
  }
})

test('an unknown part is told with the one that was meant, and its words are printed', async () => {
  const site = await siteWith(
    'a',
    '---\nid: a0k7q2\ntitle: A\ndate: 2020-01-01\n---\n\n:::key-fact[Facts]\n- one\n:::\n',
  )
  const [found] = site.diagnostics.filter(({ code }) => /^HT20/.test(code))
  assert.equal(found?.severity, 'error')
  assert.match(`${found?.message} ${found?.hint}`, /key-facts/)
  assert.match(site.text('posts/a/index.html'), /Facts[\s\S]*<li>one<\/li>/)
})

test('an unknown theme is told with those there are', async () => {
  const site = await siteWith(
    'a',
    '---\nid: a0k7q2\n---\n',
    `${settings}theme: margnalia\n`.replace('theme: plain\n', ''),
  )
  const [found] = site.diagnostics.filter(({ code }) => code === 'TH101')
  assert.match(`${found?.message} ${found?.hint}`, /margnalia[\s\S]*marginalia/)
  assert.equal(site.finished, false)
})
