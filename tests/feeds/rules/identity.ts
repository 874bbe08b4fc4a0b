import assert from 'node:assert/strict'
import { type Output, outputOf, type Spec } from '../fixture.ts'
import { atomEntries, jsonItems, rssItems, textOf } from '../read-feed.ts'
import { samplePosts } from '../sample-site.ts'
import { atom, type Checks, feeds, idsOf, items, itemsOf, rss, sample } from './sample.ts'

/** What stays when something else changes. */
export const identityChecks: Checks = {
  'own-tag-id': () => {
    const ids = idsOf(feeds.rss)
    assert.deepEqual(idsOf(feeds.atom), ids)
    assert.deepEqual(idsOf(feeds.json), ids)
  },
  'own-stable': () => {
    assertSame(outputOf(samplePosts), sample)
    const newer: Spec = { slug: 'newer', date: '2018-01-01', tags: ['security'] }
    const grown = outputOf([newer, ...samplePosts])
    const sources = (output: Output): Record<string, string[]> => ({
      rss: rssItems(output.text('feed.xml')).map((item) => item.source),
      atom: atomEntries(output.text('atom.xml')).map((item) => item.source),
      json: jsonItems(output.text('feed.json')).map((item) => item.source),
      tag: rssItems(output.text('tags/security/feed.xml')).map((item) => item.source),
    })
    const before = sources(sample)
    for (const [name, after] of Object.entries(sources(grown)))
      assert.deepEqual(after.slice(1), before[name], name)
  },
  'own-no-buildtime': () => {
    assert.equal(textOf(rss, 'lastBuildDate'), 'Fri, 20 Oct 2017 00:00:00 GMT')
    assert.equal(textOf(atom.slice(0, atom.indexOf('<entry ')), 'updated'), '2017-10-20T00:00:00Z')
  },
  'own-edit': () => {
    const [first, ...rest] = samplePosts as [Spec, ...Spec[]]
    const updates = [
      { date: { text: '2018-02-03', day: '2018-02-03', instant: Date.UTC(2018, 1, 3) }, note: 'x' },
    ]
    const edited = itemsOf([
      { ...first, html: '<p>Other.</p>', front: { ...first.front, updates } },
      ...rest,
    ])
    assert.deepEqual(
      edited.map(({ id, link, published }) => [id, link, published]),
      items.map(({ id, link, published }) => [id, link, published]),
    )
    assert.equal(edited[3]?.updated, '2018-02-03T00:00:00Z')
    assert.equal(edited[6]?.updated, '2018-02-03T00:00:00Z')
  },
  'own-rename': () => {
    const renamed = samplePosts.map((spec) => ({
      ...spec,
      slug: `new-${spec.slug}`,
      title: 'New',
      tags: [],
    }))
    const options = {
      url: 'https://other.example/base/',
      settings: { theme: 'bulletin', title: 'New' },
    }
    assert.deepEqual(idsOf(itemsOf(renamed, options)), idsOf(items))
    const id = (text: string): string => textOf(text.slice(0, text.indexOf('<entry ')), 'id')
    assert.equal(id(outputOf(renamed, options).text('atom.xml')), id(atom))
  },
}

function assertSame(one: Output, other: Output): void {
  assert.deepEqual(one.paths, other.paths)
  for (const path of one.paths) assert.equal(one.text(path), other.text(path))
}
