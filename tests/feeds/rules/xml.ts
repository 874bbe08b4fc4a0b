import assert from 'node:assert/strict'
import { outputOf } from '../fixture.ts'
import { attributeOf, parsedHtml, type ReadItem, rssItems, words } from '../read-feed.ts'
import { samplePosts } from '../sample-site.ts'
import { assertWellFormed } from '../xmllint.ts'
import {
  type Checks,
  contents,
  feeds,
  items,
  itemsOf,
  json,
  rfc3339,
  sample,
  xmlFiles,
} from './sample.ts'

/** What all formats have in common. */
export const xmlChecks: Checks = {
  'xml-wellformed': () => {
    for (const path of xmlFiles) assertWellFormed(sample.text(path))
  },
  'no-c1': () => {
    const dirty = 'a\u0085b\u0092c\uFFFDd\u0000e\u001Bf\uFFFE'
    const output = outputOf([
      { slug: 'a', title: dirty, summary: dirty, html: `<p>a&#x85;${dirty}</p>`, tags: ['t'] },
    ])
    for (const path of output.paths)
      assert.doesNotMatch(output.text(path), /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uFFFD\uFFFE]/)
    const [item] = rssItems(output.text('feed.xml'))
    assert.equal(item?.title, 'a bcdef')
    assert.match(item?.html ?? '', /&#xFFFD;/)
  },
  'own-cdata': () => {
    for (const path of xmlFiles) assert.doesNotMatch(sample.text(path), /<!\[CDATA\[|\]\]>/)
    assert.match(feeds.rss[0]?.html ?? '', /"\]\]>"/)
  },
  'own-no-xslt': () => {
    for (const path of xmlFiles) {
      assert.doesNotMatch(sample.text(path), /xsl/)
      const sheet = attributeOf(sample.text(path), /<\?xml-stylesheet [^>]*>/, 'href')
      if (!path.startsWith('sitemap')) assert.ok(sample.paths.includes(sheet.slice(1)), sheet)
    }
  },
  'own-emoji': () => {
    for (const list of Object.values(feeds)) assert.match(list[0]?.title ?? '', /⁂ 👩‍👩‍👧 שלום$/)
    const halves = itemsOf([
      { slug: 'a', title: 'x\uD83Dy\uDC00z', summary: '\uDC00', html: '<p>😀</p>' },
    ])
    for (const item of halves) {
      assert.equal(item.title, 'xyz')
      assert.equal(item.summary, '')
      assert.equal(item.html, '<p>😀</p>')
      assert.ok(item.source.isWellFormed())
    }
  },
  'own-json': () => {
    const feed = JSON.parse(json) as Record<string, unknown>
    assert.equal(feed.version, 'https://jsonfeed.org/version/1.1')
    assert.equal(feed.feed_url, 'https://example.org/feed.json')
    assert.equal(feed.home_page_url, 'https://example.org/')
    for (const [index, item] of feeds.json.entries()) {
      assert.equal(typeof item.id, 'string')
      assert.equal(item.html, feeds.rss[index]?.html)
      assert.equal(item.title, samplePosts[index]?.title ?? 'Post plain')
      assert.match(item.published, rfc3339)
    }
  },
  'own-same': () => {
    const same = ({ id, link, title, html }: ReadItem): string[] => [id, link, title, html]
    assert.deepEqual(feeds.atom.map(same), feeds.rss.map(same))
    assert.deepEqual(feeds.json.map(same), feeds.rss.map(same))
    const dates = ({ published, updated }: ReadItem): string[] => [published, updated]
    assert.deepEqual(feeds.json.map(dates), feeds.atom.map(dates))
    assert.deepEqual(
      feeds.rss.map(({ published }) => Date.parse(published)),
      feeds.atom.map(({ published }) => Date.parse(published)),
    )
  },
  'own-summary': () => {
    for (const { summary } of [...feeds.atom, ...feeds.json])
      assert.doesNotMatch(summary, /↩|\[\^|<(?!b>|\s)/)
    assert.equal(feeds.atom[0]?.summary, samplePosts[0]?.summary)
    // RSS readers take a description for HTML.
    const [item] = contents
    const shown = parsedHtml(`<p>${feeds.rss[0]?.summary}</p>`)
    assert.equal(shown.elements.map(words).join(''), item && samplePosts[0]?.summary)
  },
  'own-xmlbase': () => {
    for (const { base, link } of items) assert.equal(base, link)
  },
}
