import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { guardPage } from '../../src/hast/guard.ts'
import { plainTextOf } from '../../src/hast/plain-text.ts'
import { parsedAgain, rendered } from './page-of.ts'

test('elements for text stay, with what they may have', () => {
  const html =
    'a <kbd>b</kbd> <abbr title="c">d</abbr> <span lang="de" class="u-x" dir="ltr">e</span>'
  assert.equal(
    rendered(html).html,
    '<p>a <kbd>b</kbd> <abbr title="c">d</abbr> <span lang="de" class="u-x" dir="ltr">e</span></p>',
  )
  assert.deepEqual(rendered(html).codes, [])
})

test('Markdown between tags of HTML is Markdown', () => {
  assert.equal(
    rendered('<details open>\n<summary>S</summary>\n\n*a*\n\n</details>').html,
    '<details open>\n<summary>S</summary>\n<p><em>a</em></p>\n</details>',
  )
})

test('what is removed is told where it stands', () => {
  const { html, diagnostics } = rendered(
    'a\n\nb <blink style="x" onclick="y">c</blink> <b style=x>d</b>',
  )
  assert.equal(html, '<p>a</p>\n<p>b c <b>d</b></p>')
  assert.deepEqual(
    diagnostics.map(({ code, place }) => [code, place?.start.line, place?.start.column]),
    [
      ['HT101', 3, 3],
      ['HT102', 3, 42],
    ],
  )
})

test('scripts and styles go with what they hold; comments go without a word', () => {
  assert.equal(
    rendered('<script>\nalert(1)\n</script>\n\n<style>\np {}\n</style>\n').html.trim(),
    '',
  )
  assert.deepEqual(rendered('a <!-- more --> b').codes, [])
  assert.equal(rendered('a <!-- more --> b').html, '<p>a  b</p>')
})

test('ids and names get a prefix, links to them follow, none comes twice', () => {
  const { html, codes } = rendered(
    '<a id="x" name="y">a</a> <b id="x">b</b> [c](#x) <a href="#y">d</a>',
  )
  assert.equal(
    html,
    '<p><a id="u-x" name="u-y">a</a> <b>b</b> <a href="#u-x">c</a> <a href="#u-y">d</a></p>',
  )
  assert.deepEqual(codes, ['HT108'])
  assert.deepEqual(rendered('<b id="a b">c</b>').codes, ['HT102'])
})

test('a link to a heading is not led to an id of the author’s', () => {
  assert.match(rendered('# x\n\n<b id="x">b</b> [c](#x)').html, /href="#x"/)
})

test('links and pictures of HTML are treated as Markdown’s are', () => {
  const image = (url: string) =>
    url === 'p.png' ? { src: '/p.png', width: 4, height: 3 } : undefined
  const resolveLink = (url: string) => url.replace(/\.md$/, '/')
  const render = (markdown: string) => rendered(`x ${markdown}`, { image, resolveLink })
  assert.match(render('<a href="a.md" target="_blank">b</a>').html, /<a href="a\/">b<\/a>/)
  assert.match(
    render('<a href="HTTPS://e.org">b</a>').html,
    /<a href="https:\/\/e.org" rel="noopener">/,
  )
  assert.match(
    render('<img src="p.png" alt="A">').html,
    /<img src="\/p.png" alt="A" width="4" height="3" loading="lazy" decoding="async">/,
  )
  const remote = render('<img src="https://e.org/p.png" alt="A">')
  assert.match(remote.html, /<a href="https:\/\/e.org\/p.png" rel="noopener">A<\/a>/)
  assert.deepEqual(remote.codes, ['IM103'])
  assert.deepEqual(render('<img src="p.png">').codes, ['IM102'])
  assert.deepEqual(render('<a href="&#x6A;avascript:x">b</a>').codes, ['HT103'])
})

test('an author cannot pass an element off as the engine’s', () => {
  const forged =
    '<section class="notes" role="doc-endnotes" data-owner="e0" id="notes-k7q2">x</section>'
  assert.equal(rendered(forged).html, '<section id="u-notes-k7q2">x</section>')
})

test('raw HTML of a note stays in its note', () => {
  const { html } = rendered('a[^1]\n\n[^1]: n </p></li></ol></section><b>x\n')
  assert.match(html, /<li id="fn-k7q2-1" value="1"><p>n <b>x<\/b> <a href="#fnref/)
})

test('an end tag that ends nothing of the author’s is left out', () => {
  const { html, codes } = rendered('a </p> b\n\n> c </blockquote> d\n\n<div>e</div>')
  assert.equal(html, '<p>a  b</p>\n<blockquote>\n<p>c  d</p>\n</blockquote>\n<div>e</div>')
  assert.deepEqual(codes, ['HT101', 'HT101'])
})

test('a tag or comment that never ends is printed', () => {
  const tag = rendered('<div\n\nword')
  assert.match(tag.html, /&lt;div/)
  assert.match(tag.html, /<p>word<\/p>/)
  assert.deepEqual(tag.codes, ['HT104'])
  assert.match(rendered('<!-- a\n\nword').html, /&lt;!-- a\n\nword/)
})

test('parts of a table without their table lose no word', () => {
  assert.equal(
    rendered('<col>\n<tr><td>word</td></tr>\n\nmore').html.replace(/\n/g, ''),
    'word<p>more</p>',
  )
})

test('HTML that would cut a Markdown table in two is left out with its words kept', () => {
  const { html, codes } = rendered('<table>\n\n| a |\n| - |\n| b </table> |\n| c |\n')
  assert.deepEqual(codes, ['HT104'])
  for (const word of ['a', 'b', 'c']) assert.match(html, new RegExp(`>${word} ?</t[hd]>`))
})

test('HTML nested too deep is left out with its words kept', () => {
  for (const name of ['div', 'b', 'span', 'ul><li', 'table><tr><td', 'ruby><rt']) {
    const { html, codes } = rendered(`${`<${name}>`.repeat(3000)}word &amp; word`)
    assert.deepEqual(codes, ['HT107'], name)
    assert.match(html, /word &amp; word/)
  }
})

test('switched off, HTML goes and words between tags stay', () => {
  const { html, codes } = rendered('a <b>c</b>\n\n<div>\n\nd\n\n</div>\n\n<!-- e -->', {
    html: 'drop',
  })
  assert.equal(html.replace(/\n+/g, '\n'), '<p>a c</p>\n<p>d</p>')
  assert.deepEqual(codes, ['HT105', 'HT105', 'HT105', 'HT105'])
})

test('characters that no page may hold are left out', () => {
  const { html, codes } = rendered('a\u0001b <i title="c&#2;d">e\u0085\uFFFE\uD800</i>')
  assert.equal(html, '<p>ab <i title="cd">e</i></p>')
  assert.deepEqual(codes, ['HT106'])
})

test('whatever HTML is in a post, the page is safe, means what it prints, and loses no paragraph', () => {
  const tags =
    '<b> </b> <i> <table> </table> <tr> <td> <col> <caption> <select> <option> <template> </template> <svg> <math> <plaintext> <textarea> <title> <form> </form> <br> </br> <p> </p> <li> </li> <ul> <h2> <a> </a> <button> <ruby> <rt> <details> <summary> <object> <frameset> <body> <div </ < & &# <x= " > * ** ` [^1] - > :pull[ ] <pre> <code> </code> <img> <div> </div>'.split(
      ' ',
    )
  const line = fc.array(fc.constantFrom(...tags), { maxLength: 6 })
  fc.assert(
    fc.property(fc.array(line, { maxLength: 7 }), (lines) => {
      const markdown = lines.map((each, i) => `${each.join('')}\n\nword${i} *em*\n\n`).join('')
      const { page, html } = rendered(`${markdown}\n\n[^1]: note <b>x\n`)
      assert.deepEqual(guardPage(page), [])
      assert.equal(plainTextOf(parsedAgain(html)), plainTextOf(page))
      // A quotation mark may take words into the attribute that it opens.
      if (!markdown.includes('"') && !markdown.includes('<div') && !markdown.includes('<x='))
        for (let i = 0; i < lines.length; i++) assert.ok(html.includes(`word${i}`), html)
    }),
    { numRuns: 500 },
  )
})
