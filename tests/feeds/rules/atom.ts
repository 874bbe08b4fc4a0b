import assert from 'node:assert/strict'
import { outputOf } from '../fixture.ts'
import { textOf } from '../read-feed.ts'
import { samplePosts } from '../sample-site.ts'
import { atom, type Checks, feeds, idsOf, rfc3339 } from './sample.ts'

/** Atom. */
export const atomChecks: Checks = {
  'atom-min': () => {
    const head = atom.slice(0, atom.indexOf('<entry '))
    assert.match(textOf(head, 'id'), /^urn:uuid:/)
    assert.equal(textOf(head, 'title'), 'Margins')
    assert.match(textOf(head, 'updated'), rfc3339)
    assert.match(head, /<author><name>Ada Author<\/name><uri>https:\/\/ada\.example\/<\/uri>/)
    for (const entry of feeds.atom) {
      assert.match(entry.id, /^urn:uuid:/)
      assert.notEqual(entry.title, '')
      assert.match(entry.updated, rfc3339)
      assert.match(entry.published, rfc3339)
    }
    const nobody = outputOf([{ slug: 'a' }], { settings: { authors: [] } }).text('atom.xml')
    assert.match(nobody, /<author><name>Margins<\/name><\/author>/)
  },
  'atom-id': () => assert.equal(new Set(idsOf(feeds.atom)).size, samplePosts.length),
  'atom-updated': () => {
    // Two posts that their author dates alike are the author's to tell apart; no time is made up.
    const updated = feeds.atom.map((entry) => entry.updated)
    assert.equal(new Set(updated).size, samplePosts.length)
  },
  'atom-content': () => {
    assert.equal(atom.match(/<content type="html">/g)?.length, samplePosts.length)
    for (const entry of feeds.atom) assert.match(entry.link, /^https:\/\/example\.org\/posts\//)
  },
  'atom-text': () => {
    for (const { source } of feeds.atom) {
      assert.match(source, /<title type="text">/)
      assert.match(source, /<summary type="text">/)
    }
  },
  'atom-link': () => {
    for (const { source } of feeds.atom)
      assert.equal(source.match(/<link rel="alternate"/g)?.length, 1)
  },
  'atom-lang': () => {
    assert.match(atom, /<feed [^>]*xml:lang="en-GB"/)
    assert.match(feeds.atom[1]?.source ?? '', /^<entry [^>]*xml:lang="ar"/)
  },
}
