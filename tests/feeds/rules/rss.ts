import assert from 'node:assert/strict'
import { outputOf } from '../fixture.ts'
import { attributeOf, rssItems, textOf } from '../read-feed.ts'
import { samplePosts } from '../sample-site.ts'
import { type Checks, feeds, idsOf, itemsOf, rfc822, rss, sample } from './sample.ts'

/** RSS 2.0. */
export const rssChecks: Checks = {
  'rss-channel-min': () => {
    const channel = rss.slice(0, rss.indexOf('<item '))
    assert.equal(textOf(channel, 'title'), 'Margins')
    assert.equal(textOf(channel, 'link'), 'https://example.org/')
    assert.equal(textOf(channel, 'description'), 'Essays & notes.')
    assert.equal(textOf(channel, 'language'), 'en-GB')
    const bare = outputOf([], { settings: { title: '', description: '' } }).text('feed.xml')
    assert.equal(textOf(bare, 'title'), 'example.org')
    assert.equal(textOf(bare, 'description'), 'example.org')
  },
  'rss-self': () => {
    const under = outputOf(samplePosts, { url: 'https://example.org/blog/' })
    for (const path of under.paths.filter((each) => /feed\.xml$|atom\.xml$/.test(each))) {
      const self = /<(?:atom:)?link rel="self"[^>]*>/
      assert.equal(attributeOf(under.text(path), self, 'href'), `https://example.org/blog/${path}`)
      const type = path === 'atom.xml' ? 'application/atom+xml' : 'application/rss+xml'
      assert.equal(attributeOf(under.text(path), self, 'type'), type)
    }
  },
  'rss-date': () => {
    assert.deepEqual(
      feeds.rss.map((item) => item.published),
      [
        'Tue, 17 Oct 2017 07:30:00 GMT',
        'Tue, 04 Jul 2017 00:00:00 GMT',
        'Tue, 13 Jun 2017 00:00:00 GMT',
      ],
    )
  },
  'rss-date-style': () => {
    for (const { published } of feeds.rss) assert.match(published, rfc822)
    assert.match(textOf(rss, 'lastBuildDate'), rfc822)
  },
  'rss-guid': () => {
    const ids = idsOf(feeds.rss)
    assert.equal(new Set(ids).size, samplePosts.length)
    assert.equal(rss.match(/<guid isPermaLink="false">/g)?.length, samplePosts.length)
  },
  'rss-link': () => {
    const [item] = rssItems(outputOf([{ slug: 'größe und mehr' }]).text('feed.xml'))
    assert.equal(item?.link, 'https://example.org/posts/gr%C3%B6%C3%9Fe%20und%20mehr/')
  },
  'rss-title': () => {
    assert.equal(feeds.rss[0]?.title, samplePosts[0]?.title)
    assert.match(rss, /<title>Mind the step &amp; start &lt;patching&gt;/)
    const untitled = itemsOf([{ slug: 'no-name', title: ' \u0000 ' }])
    assert.deepEqual(
      untitled.map((item) => item.title),
      ['no-name', 'no-name', 'no-name'],
    )
  },
  'rss-author': () => {
    assert.doesNotMatch(rss, /<author>|<managingEditor>/)
    assert.deepEqual(
      feeds.rss.map((item) => textOf(item.source, 'dc:creator')),
      ['Ada Author', 'B. Guest', 'Ada Author'],
    )
  },
  'content-after-desc': () => {
    for (const { source } of feeds.rss)
      assert.ok(source.indexOf('<description>') < source.indexOf('<content:encoded>'))
  },
  'own-tags': () => {
    const tag = sample.text('tags/security/feed.xml')
    assert.equal(textOf(tag, 'title'), 'Tagged “security” – Margins')
    assert.equal(textOf(tag, 'link'), 'https://example.org/tags/security/')
    assert.deepEqual(
      rssItems(tag).map((item) => item.source),
      feeds.rss.slice(0, 2).map((item) => item.source),
    )
    const series = sample.text('series/patches/feed.xml')
    assert.deepEqual(idsOf(rssItems(series)), idsOf(feeds.rss).slice(0, 2))
  },
  'own-size': () => {
    const many = Array.from({ length: 45 }, (_, index) => ({
      slug: `p${index}`,
      date: `${2017 - Math.floor(index / 15)}-05-${String(28 - (index % 15)).padStart(2, '0')}`,
    }))
    const output = outputOf(many)
    assert.equal(rssItems(output.text('feed.xml')).length, 20)
    assert.match(
      output.text('feed.xml'),
      /rel="prev-archive"[^>]*href="https:\/\/example\.org\/feeds\/2016\.xml"/,
    )
    const heavy = outputOf(many.map((spec) => ({ ...spec, html: `<p>${'x'.repeat(60_000)}</p>` })))
    for (const path of heavy.paths)
      assert.ok(Buffer.byteLength(heavy.text(path)) <= 512 * 1024, path)
  },
}
