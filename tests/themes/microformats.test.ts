// What programs that follow microformats.org find on a page, by the parser of the IndieWeb's own tools.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mf2 } from 'microformats-parser'
import { rendered } from '../site-from.ts'

const files = {
  'content/site.yaml':
    'title: The Example\nurl: https://example.org/\ndescription: Essays\nauthors:\n  - name: A. Writer\n    url: https://writer.example/\n',
  'content/posts/locks.md':
    '---\nid: locks111\ntitle: On locks\ndate: 2024-05-06\nupdated: 2024-06-07\nsummary: What a lock is.\ntags: [keys, doors]\n---\n\nA lock* is a promise.\n\n*Greer said so.\n',
  'content/pages/about.md': '---\nid: about111\ntitle: About\n---\n\nWho writes here.\n',
}

/** The first item of a page, with its properties. */
function entryOf(html: string, path: string) {
  const { items } = mf2(html, { baseUrl: `https://example.org${path}` })
  assert.equal(items.length, 1, JSON.stringify(items))
  return items[0] ?? assert.fail()
}

for (const theme of ['marginalia', 'bulletin', 'plain']) {
  test(`a post is one h-entry: ${theme}`, async () => {
    const site = await rendered(files, { theme })
    const { type, properties } = entryOf(site.text('posts/locks/index.html'), '/posts/locks/')
    assert.deepEqual(type, ['h-entry'])
    const { name, url, published, updated, category, author, content } = properties
    assert.deepEqual(
      [name, url, published, updated, category],
      [
        ['On locks'],
        ['https://example.org/posts/locks/'],
        ['2024-05-06'],
        ['2024-06-07'],
        ['keys', 'doors'],
      ],
    )
    const [writer] = author ?? []
    assert.ok(typeof writer === 'object' && 'properties' in writer)
    assert.deepEqual(writer.type, ['h-card'])
    assert.deepEqual(
      [writer.properties.name, writer.properties.url],
      [['A. Writer'], ['https://writer.example/']],
    )
    const [text] = content ?? []
    assert.ok(typeof text === 'object' && 'html' in text)
    assert.match(text.value, /A lock.* is a promise\.[\s\S]*Greer said so\./)
  })

  test(`the home page is an h-feed of its posts, and a page an h-entry: ${theme}`, async () => {
    const site = await rendered(files, { theme })
    const feed = entryOf(site.text('index.html'), '/')
    assert.deepEqual(feed.type, ['h-feed'])
    const [post] = feed.children ?? []
    assert.deepEqual(post?.type, ['h-entry'])
    assert.deepEqual(
      [post?.properties.name, post?.properties.url, post?.properties.summary],
      [['On locks'], ['https://example.org/posts/locks/'], ['What a lock is.']],
    )
    const page = entryOf(site.text('about/index.html'), '/about/')
    assert.deepEqual(
      [page.type, page.properties.name, page.properties.url],
      [['h-entry'], ['About'], ['https://example.org/about/']],
    )
  })
}
