import assert from 'node:assert/strict'
import { test } from 'node:test'
import { essayTrees } from '../../src/hast/essay-trees.ts'
import { printFragment } from '../../src/hast/print.ts'
import { contextWith, essayFrom } from '../essay-fixture.ts'
import { rendered } from './page-of.ts'

test('headings carry the ids that they were given', () => {
  assert.equal(rendered('## One *two*').html, '<h2 id="one-two">One <em>two</em></h2>')
})

test('pull quotes: one that stands by itself, and a copy that programs skip', () => {
  assert.equal(
    rendered(':::pull-quote\nWords\n:::').html,
    '<figure class="pull-quote"><blockquote>\n<p>Words</p>\n</blockquote></figure>',
  )
  assert.equal(
    rendered('A :pull[[b](c)].').html,
    '<figure class="pull-quote" aria-hidden="true"><blockquote>\n<p>b</p>\n</blockquote></figure>\n' +
      '<p>A <a href="c">b</a>.</p>',
  )
})

test('key facts are a section under their own heading', () => {
  assert.equal(
    rendered('# H\n\nSome key facts:\n\n- a\n').html,
    '<h2 id="h">H</h2>\n<section class="key-facts" aria-labelledby="some-key-facts">\n' +
      '<h3 id="some-key-facts">Some key facts</h3>\n<ul>\n<li>a</li>\n</ul>\n</section>',
  )
  assert.match(rendered(':::key-facts\n- a\n:::').html, /<h2 id="key-facts">Key facts<\/h2>/)
})

test('a table scrolls in a box that is named by its columns; two of a name are told apart', () => {
  const table = '| A | |\n|:-|-:|\n| x | y |\n'
  const { html } = rendered(`${table}\ntext\n\n${table}`)
  assert.match(html, /^<div class="table-scroll" role="region" aria-label="A" tabindex="0"><table>/)
  assert.match(html, /aria-label="A \(2\)"/)
  assert.match(
    html,
    /<th scope="col" class="align-left">A<\/th>\n<th scope="col" class="align-right">/,
  )
  assert.match(html, /<td class="align-right">y<\/td>/)
})

test('code has its language as a class, and spans where it is highlighted', () => {
  assert.equal(
    rendered('```js\na < b\n```').html,
    '<pre tabindex="0"><code class="language-js">a &lt; b\n</code></pre>',
  )
  assert.equal(rendered('    x').html, '<pre tabindex="0"><code>x\n</code></pre>')
  const highlight = (code: string, language: string) => [
    { type: 'text' as const, value: `${language}:${code}` },
  ]
  assert.match(rendered('```js\na\n```', { highlight }).html, /js:a\n<\/code>/)
})

test('links: resolved from their file, other sites without an opener', () => {
  const resolveLink = (url: string, from: string) => (url === 'a.md#b' ? `/a/#b?${from}` : url)
  const { html } = rendered('[x](a.md#b) [y](https://e.org/ö "t") [z](//e.org) [m](mailto:a@b)', {
    resolveLink,
  })
  assert.equal(
    html,
    '<p><a href="/a/#b?content/posts/essay.md">x</a> ' +
      '<a href="https://e.org/%C3%B6" title="t" rel="noopener">y</a> ' +
      '<a href="//e.org" rel="noopener">z</a> <a href="mailto:a@b">m</a></p>',
  )
})

test('an address that is refused leaves the words and is told, a resolver’s answer too', () => {
  const { html, diagnostics } = rendered('a [*x*](javascript:alert(1))')
  assert.equal(html, '<p>a <em>x</em></p>')
  assert.equal(diagnostics[0]?.code, 'HT103')
  assert.equal(diagnostics[0]?.place?.start.column, 3)
  assert.equal(rendered('[x](y)', { resolveLink: () => 'data:x' }).html, '<p>x</p>')
})

test('pictures: sizes from the site, a figure where one stands alone', () => {
  const image = (url: string) =>
    url === 'p.png' ? { src: '/m/p.png', width: 4, height: 3 } : undefined
  const size = 'width="4" height="3" loading="lazy" decoding="async"'
  const picture = `<img src="/m/p.png" alt="A" ${size}>`
  assert.equal(rendered('![A](p.png)', { image }).html, `<figure>${picture}</figure>`)
  assert.equal(
    rendered('![A](p.png "Cap")', { image }).html,
    `<figure>${picture}<figcaption>Cap</figcaption></figure>`,
  )
  assert.equal(
    rendered('[![A](p.png "Cap")](q)', { image }).html,
    `<figure><a href="q">${picture}</a><figcaption>Cap</figcaption></figure>`,
  )
  assert.equal(rendered('x ![A](p.png)', { image }).html, `<p>x ${picture}</p>`)
})

test('a picture of another site is a link unless the site allows it', () => {
  const url = 'https://e.org/p.png'
  assert.equal(rendered(`![A](${url})`).html, `<p><a href="${url}" rel="noopener">A</a></p>`)
  assert.match(rendered(`![A](${url})`, { image: () => ({ src: url }) }).html, /<img src="https:/)
  for (const hidden of ['//e.org/p.png', '\\\\\\\\e.org/p.png', 'HTTP://e.org/p.png'])
    assert.doesNotMatch(rendered(`![A](${hidden})`).html, /<img/, hidden)
})

test('tasks are labelled by their words, in tight and in loose lists', () => {
  const tight = rendered('- [x] a *b*\n  - c\n- [ ] d').html
  assert.match(
    tight,
    /<li class="task-list-item"><label><input type="checkbox" checked disabled> a <em>b<\/em><\/label>\n<ul>/,
  )
  assert.match(tight, /<label><input type="checkbox" disabled> d<\/label><\/li>/)
  const loose = rendered('- [x] a\n\n  b').html
  assert.match(
    loose,
    /<p><label><input type="checkbox" checked disabled> a<\/label><\/p>\n<p>b<\/p>/,
  )
})

test('hard breaks and struck words', () => {
  assert.equal(rendered('a  \nb ~~c~~').html, '<p>a<br>\nb <del>c</del></p>')
})

test('the title keeps its markup and its calls', () => {
  const essay = essayFrom('A *b*[^1]\n\n[^1]: n')
  const [first] = essay.body.children
  const titleContent = first?.type === 'paragraph' ? first.children : []
  const body = { type: 'root' as const, children: [] }
  const { title } = essayTrees({ ...essay, body, titleContent }, contextWith())
  assert.match(
    printFragment({ type: 'root', children: [...(title ?? [])] }),
    /^A <em>b<\/em><sup class="note-ref"><a id="fnref-k7q2-1"/,
  )
})

test('the essay stays as it is, and the same essay gives the same text', () => {
  const essay = essayFrom('a <b>c</b>[^1]\n\n| a |\n| - |\n\n[^1]: n <i>x\n')
  const before = JSON.stringify(essay)
  const once = JSON.stringify(essayTrees(essay, contextWith()))
  assert.equal(JSON.stringify(essay), before)
  assert.equal(JSON.stringify(essayTrees(essay, contextWith())), once)
})

test('a shared note’s findings and links belong to its own file', () => {
  const essay = essayFrom('a[^1]\n\n[^1]: [x](y) [z](javascript:w)')
  const notes = essay.notes.map((note) => ({ ...note, file: 'content/notes/shared.md' }))
  const seen: string[] = []
  const resolveLink = (url: string, from: string) => {
    seen.push(from)
    return url
  }
  const { diagnostics } = essayTrees({ ...essay, notes }, contextWith({ resolveLink }))
  assert.deepEqual(seen, ['content/notes/shared.md'])
  assert.equal(diagnostics[0]?.file, 'content/notes/shared.md')
})
