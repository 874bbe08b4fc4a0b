import assert from 'node:assert/strict'
import { attributes } from '../read-feed.ts'
import { type Checks, contents, feeds, itemsOf } from './sample.ts'

/** The HTML of the items. */
export const contentChecks: Checks = {
  'content-html': () => {
    for (const { errors, elements } of contents) {
      assert.deepEqual(errors, [])
      assert.deepEqual(
        elements.filter((each) => /^(?:math|svg|input|label|section|article)$/.test(each.tagName)),
        [],
      )
    }
  },
  'content-safe': () => {
    const hostile =
      '<p onclick="x()">a<bdo dir="rtl">b</bdo><a href="javascript:x()">c</a></p><iframe src="/x"></iframe><object></object><embed><script>x()</script><style>p{}</style><svg><script>y</script></svg>'
    for (const { html } of itemsOf([{ slug: 'a', html: hostile }]))
      assert.equal(html, '<p>a<span dir="rtl">b</span>c</p>')
  },
  'content-style': () => {
    for (const { elements } of contents)
      for (const element of elements)
        assert.equal('style' in attributes(element) || 'class' in attributes(element), false)
  },
  'content-abs': () => checkAddresses(),
  'own-abs-all': () => checkAddresses(),
  'own-no-hidden': () => {
    for (const { elements } of contents)
      for (const element of elements) {
        assert.doesNotMatch(element.tagName, /^(?:button|details|dialog|input)$/)
        for (const name of Object.keys(attributes(element)))
          assert.doesNotMatch(name, /^(?:hidden|popover.*|aria-.*|role|tabindex|style|class)$/)
      }
  },
  'own-no-dup': () => {
    const html = feeds.rss[0]?.html ?? ''
    assert.equal(html.match(/Normal service/g)?.length, 1)
    assert.match(html, /<blockquote><p>It stands alone<\/p><\/blockquote>/)
  },
}

function checkAddresses(): void {
  let seen = 0
  for (const { elements } of contents)
    for (const element of elements) {
      const found = attributes(element)
      assert.equal('srcset' in found, false)
      for (const name of ['href', 'src', 'cite', 'poster']) {
        const value = found[name]
        if (value === undefined) continue
        seen += 1
        assert.match(value, /^(?:https:\/\/example\.org\/|mailto:)/)
      }
    }
  assert.ok(seen > 10)
}
