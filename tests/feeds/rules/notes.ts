import assert from 'node:assert/strict'
import { attributes, parsedHtml, words } from '../read-feed.ts'
import { type Checks, contents, feeds } from './sample.ts'

const callsOf = ({ elements }: { elements: (typeof contents)[number]['elements'] }) =>
  elements.filter((element) => attributes(element).rel === 'footnote')
/** Notes in the HTML of the items. */
export const notesChecks: Checks = {
  'own-fn-abs': () => {
    assert.ok(contents.some((content) => callsOf(content).length > 0))
    for (const content of contents)
      for (const element of callsOf(content)) {
        const { href = '' } = attributes(element)
        assert.equal(href.slice(0, href.indexOf('#')), content.item.link)
        assert.match(href, /#fn-/)
      }
  },
  'own-fn-target': () => {
    for (const content of contents) {
      const targets = content.elements
        .filter((each) => each.tagName === 'li')
        .map((each) => attributes(each).id)
      for (const element of callsOf(content)) {
        const { href = '' } = attributes(element)
        assert.ok(targets.includes(href.slice(href.indexOf('#') + 1)), href)
      }
    }
  },
  'own-fn-prefix': () => {
    for (const list of Object.values(feeds)) {
      const ids = list.flatMap(({ html }) =>
        parsedHtml(html).elements.flatMap((each) => attributes(each).id ?? []),
      )
      assert.equal(new Set(ids).size, ids.length)
      assert.ok(ids.length > 0)
      for (const id of ids) assert.match(id, /^(?:fn|fnref)-[a-z][0-9][a-z][0-9]-/)
    }
  },
  'own-fn-sup': () => {
    for (const { item } of contents) assert.doesNotMatch(item.html, /<a[^>]*><sup/)
    const [first] = contents
    for (const element of first ? callsOf(first) : [])
      assert.equal((element.parentNode as { tagName?: string }).tagName, 'sup')
  },
  'own-fn-text': () => {
    for (const content of contents) {
      const marks = new Map(
        callsOf(content).map((each) => [attributes(each).href?.replace(/.*#/, ''), words(each)]),
      )
      for (const note of content.elements.filter((each) => attributes(each).id?.startsWith('fn-')))
        assert.ok(words(note).startsWith(marks.get(attributes(note).id) ?? 'missing'), words(note))
    }
  },
}
