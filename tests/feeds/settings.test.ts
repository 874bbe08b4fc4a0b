import assert from 'node:assert/strict'
import test from 'node:test'
import { call, outputOf, type Spec } from './fixture.ts'
import { atomEntries, attributeOf, jsonItems, rssItems } from './read-feed.ts'

const hub = 'https://hub.example/push'
const posts: readonly Spec[] = [
  { slug: 'a', tags: ['wifi'], series: 'locks', date: '2018-01-01' },
  { slug: 'b', date: '2017-01-01' },
]

test('the main feeds name the hub, those of tags, series and years do not', () => {
  const output = outputOf(posts, { items: 1, settings: { feeds: { items: 1, hub } } })
  assert.equal(attributeOf(output.text('feed.xml'), /<atom:link rel="hub"[^>]*>/, 'href'), hub)
  assert.equal(attributeOf(output.text('atom.xml'), /<link rel="hub"[^>]*>/, 'href'), hub)
  assert.deepEqual(JSON.parse(output.text('feed.json')).hubs, [{ type: 'WebSub', url: hub }])
  for (const path of ['tags/wifi/feed.xml', 'series/locks/feed.xml', 'feeds/2017.xml'])
    assert.doesNotMatch(output.text(path), /rel="hub"/, path)
})

test('without a hub, no feed speaks of one', () => {
  const output = outputOf(posts)
  for (const path of ['feed.xml', 'atom.xml', 'feed.json'])
    assert.doesNotMatch(output.text(path), /hub/, path)
})

const long: Spec = {
  slug: 'long',
  title: 'Long & <good>',
  summary: 'What it is about, 1 < 2.',
  key: 'k7q2',
  html: `<p>WholeBody${call('k7q2', 1)}</p>`,
  notes: ['<p>TheNote</p>'],
  front: { feed: 'summary' },
}

test('a post may give feeds its summary and a link, in every format alike', () => {
  const output = outputOf([long, { slug: 'b', front: { feed: 'full' }, html: '<p>Other</p>' }])
  assert.deepEqual(output.diagnostics, [])
  for (const items of [
    rssItems(output.text('feed.xml')),
    atomEntries(output.text('atom.xml')),
    jsonItems(output.text('feed.json')),
  ]) {
    assert.equal(
      items[0]?.html,
      '<p>What it is about, 1 &lt; 2.</p><p><a href="https://example.org/posts/long/">Long &amp; &lt;good></a></p>',
    )
    assert.match(items[1]?.html ?? '', /Other/)
  }
  for (const path of output.paths) assert.doesNotMatch(output.text(path), /WholeBody|TheNote/)
})

test('a summary still says that its post no longer holds', () => {
  const spec: Spec = { ...long, front: { feed: 'summary', status: { kind: 'retracted' } } }
  const [item] = rssItems(outputOf([spec]).text('feed.xml'))
  assert.match(item?.html ?? '', /^<p><strong>This post has been retracted\.<\/strong><\/p><p>What/)
})

test('an author who is found on this site is found from a feed reader too', () => {
  const authors = [
    { name: 'Ada', url: '/about/ada/' },
    { name: 'Ben', url: 'mailto:ben@example.org' },
  ]
  const output = outputOf(posts, { url: 'https://example.org/blog/', settings: { authors } })
  const people = [{ name: 'Ada', url: 'https://example.org/blog/about/ada/' }, { name: 'Ben' }]
  const json = JSON.parse(output.text('feed.json'))
  assert.deepEqual([json.authors, json.items[0].authors], [people, people])
  assert.match(
    output.text('atom.xml'),
    /<author><name>Ada<\/name><uri>https:\/\/example\.org\/blog\/about\/ada\/<\/uri><\/author>/,
  )
})
