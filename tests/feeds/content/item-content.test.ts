import assert from 'node:assert/strict'
import test from 'node:test'
import { itemContent, printItem } from '../../../src/feeds/content/item-content.ts'
import { call, date, type Spec, siteOf, treesOf } from '../fixture.ts'

/** The HTML of an item of one post, with another post beside it. */
function itemOf(spec: Omit<Spec, 'slug'>): string {
  const whole: Spec = { slug: 'p', key: 'k7q2', ...spec }
  const { site } = siteOf([whole, { slug: 'other', id: 'other-id', title: 'Other & more' }])
  const [post] = site.posts
  assert.ok(post)
  const html = printItem(itemContent(post, site, treesOf(whole)))
  // Which of the two references stands for a character is the printer's choice.
  return html.replaceAll('&#x26;', '&amp;').replaceAll('&#x3C;', '&lt;')
}

const cases: readonly [name: string, html: string, expected: string][] = [
  ['words', '<p>Words &amp; more.</p>', '<p>Words &amp; more.</p>'],
  ['ids of headings go', '<h2 id="a">A</h2>', '<h2>A</h2>'],
  [
    'classes go, and spans with them',
    '<p><span class="c">a</span><em class="c">b</em></p>',
    '<p>a<em>b</em></p>',
  ],
  [
    'the language of words stays',
    '<p><span lang="la">ibidem</span></p>',
    '<p><span lang="la">ibidem</span></p>',
  ],
  ['a section gives way', '<section><h2>A</h2><p>b</p></section>', '<h2>A</h2><p>b</p>'],
  [
    'a section in a language is a box',
    '<section lang="de"><p>b</p></section>',
    '<div lang="de"><p>b</p></div>',
  ],
  ['a box around blocks goes', '<div class="c"><p>a</p>\n<p>b</p></div>', '<p>a</p>\n<p>b</p>'],
  ['a box around words stays', '<div class="c">a</div><div>b</div>', '<div>a</div><div>b</div>'],
  [
    'a notice is set off, its title in bold',
    '<section class="notice warning" aria-labelledby="x">\n<h3 id="x"><span class="notice-kind">Warning:</span> T</h3>\n<p>a</p>\n</section>',
    '<blockquote>\n<p><strong>Warning: T</strong></p>\n<p>a</p>\n</blockquote>',
  ],
  [
    'an epigraph is one quotation',
    '<figure class="epigraph"><blockquote>\n<p>a</p>\n</blockquote>\n<figcaption>— b</figcaption></figure>',
    '<blockquote>\n<p>a</p>\n\n<p>— b</p></blockquote>',
  ],
  [
    'code under its title, its marked lines marked',
    '<figure class="code"><figcaption>a.c</figcaption>\n<pre tabindex="0"><code class="language-c"><mark><span class="hljs-type">int</span> a</mark>\n</code></pre></figure>',
    '<figure><figcaption>a.c</figcaption>\n<pre><code><mark>int a</mark>\n</code></pre></figure>',
  ],
  [
    'a formula is its TeX',
    '<p class="formula" tabindex="0"><math display="block" alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup></math></p>',
    '<p><code>x^2</code></p>',
  ],
  [
    'a short form keeps what it stands for',
    '<p><abbr title="A B" class="repeated">AB</abbr></p>',
    '<p><abbr title="A B">AB</abbr></p>',
  ],
  ['an aside is set off', '<aside><p>a</p></aside>', '<blockquote><p>a</p></blockquote>'],
  ['hidden things go', '<p>a<span hidden>b</span><i aria-hidden="true">c</i></p>', '<p>a</p>'],
  ['an unknown element gives way', '<p>a <blink>b</blink></p>', '<p>a b</p>'],
  [
    'a fragment leads to the page',
    '<p><a href="#x">a</a></p>',
    '<p><a href="https://example.org/posts/p/#x">a</a></p>',
  ],
  [
    'an empty address leads to the page',
    '<p><a href="">a</a></p>',
    '<p><a href="https://example.org/posts/p/">a</a></p>',
  ],
  [
    'a relative address is the page’s',
    '<p><a href="../q/?a=1#b">a</a></p>',
    '<p><a href="https://example.org/posts/q/?a=1#b">a</a></p>',
  ],
  [
    'an address of the network',
    '<p><a href="//cdn.example/x">a</a></p>',
    '<p><a href="https://cdn.example/x">a</a></p>',
  ],
  ['an address that is none', '<p><a href="https://">a</a><a name="x">b</a></p>', '<p>ab</p>'],
  [
    'quotes and edits',
    '<blockquote cite="/s"><p><ins cite="i" datetime="2017-10-17">x</ins></p></blockquote>',
    '<blockquote cite="https://example.org/s"><p><ins cite="https://example.org/posts/p/i" datetime="2017-10-17">x</ins></p></blockquote>',
  ],
  [
    'a picture',
    '<p><img src="a b.png" alt="" width="1" height="2" loading="lazy" decoding="async" srcset="c 2x" sizes="1px"></p>',
    '<p><img src="https://example.org/posts/p/a%20b.png" alt="" width="1" height="2"></p>',
  ],
  ['a picture without an address is its words', '<p><img alt="A door"></p>', '<p>A door</p>'],
  [
    'a picture in several formats',
    '<picture><source srcset="a.avif"><img src="/a.png" alt="A"></picture>',
    '<img src="https://example.org/a.png" alt="A">',
  ],
  [
    'a film',
    '<video src="/v.webm" poster="/p.png" controls></video>',
    '<video src="https://example.org/v.webm" controls poster="https://example.org/p.png"></video>',
  ],
  [
    'details are open',
    '<details><summary>S</summary><p>a</p></details>',
    '<p><strong>S</strong></p><p>a</p>',
  ],
  [
    'tasks are text',
    '<ul><li><input type="checkbox" checked disabled> a</li><li><input type="checkbox" disabled> b</li></ul>',
    '<ul><li>[x] a</li><li>[ ] b</li></ul>',
  ],
  [
    'a formula is its source',
    '<p><math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math></p>',
    '<p><code>x^2</code></p>',
  ],
  [
    'code is plain',
    '<pre tabindex="0"><code class="language-ts"><span class="k">let</span> <span>a</span> &lt; b\n</code></pre>',
    '<pre><code>let a &lt; b\n</code></pre>',
  ],
  [
    'a lifted pull quote goes',
    '<figure class="pull-quote" aria-hidden="true"><blockquote><p>a</p></blockquote></figure><p>a</p>',
    '<p>a</p>',
  ],
  [
    'a pull quote is a quote',
    '<figure class="pull-quote"><blockquote><p>a</p></blockquote><figcaption>B</figcaption></figure>',
    '<blockquote><p>a</p></blockquote><p>B</p>',
  ],
  [
    'lists keep their numbers',
    '<ol start="3" type="a"><li value="7">x</li></ol>',
    '<ol start="3" type="a"><li value="7">x</li></ol>',
  ],
  ['comments go', '<p>a<!-- b --></p>', '<p>a</p>'],
]

for (const [name, html, expected] of cases)
  test(name, () => assert.equal(itemOf({ html }), expected))

test('a note is called by the permalink and stands at the end, its mark before its words', () => {
  assert.equal(
    itemOf({ html: `<p>a${call('k7q2', 1)}</p>`, notes: ['<p>First.</p><p>Second.</p>'] }),
    '<p>a<sup><a rel="footnote" href="https://example.org/posts/p/#fn-k7q2-1" id="fnref-k7q2-1">1</a></sup></p>' +
      '<hr><h2>Notes</h2><ol><li id="fn-k7q2-1"><p>1 First.</p><p>Second.</p></li></ol>',
  )
})

test('the mark is what the page shows', () => {
  const html = itemOf({
    html: `<p>a${call('k7q2', 1, '†')}</p>`,
    notes: [`<p>First${call('k7q2', 2, '‡')}.</p>`, '<p>Second.</p>'],
  })
  assert.match(html, /<li id="fn-k7q2-1"><p>† First<sup>/)
  assert.match(html, /<li id="fn-k7q2-2"><p>‡ Second\.<\/p>/)
})

test('a note that is called from the title alone has its mark too', () => {
  const spec = { titleHtml: `Title${call('k7q2', 1, '*')}`, notes: ['<p>First.</p>'] }
  assert.match(itemOf(spec), /<li id="fn-k7q2-1"><p>\* First\.<\/p><\/li>/)
})

test('a note that begins with a block has its mark before it', () => {
  const html = itemOf({ html: `<p>a${call('k7q2', 1)}</p>`, notes: ['<pre><code>x</code></pre>'] })
  assert.match(html, /<li id="fn-k7q2-1"><p>1<\/p><pre><code>x<\/code><\/pre><\/li>/)
})

test('no way back is left, nor the paragraph or the space it stood in', () => {
  const html = itemOf({ html: '<p>a</p>', notes: ['<p>First.</p>', '<ul><li>x</li></ul>'] })
  assert.doesNotMatch(html, /↩|doc-backlink|<p><\/p>| <\/p>/)
})

test('a name beyond ASCII is the same text in the call and in the note', () => {
  const html = itemOf({ html: `<p>a${call('k7q2', 'größe', '1')}</p>` })
  assert.match(
    html,
    /href="https:\/\/example\.org\/posts\/p\/#fn-k7q2-größe" id="fnref-k7q2-größe"/,
  )
})

test('an author’s own link to a note is a link, not a call', () => {
  const html = itemOf({ html: '<p><a href="#fn-k7q2-1">see the note</a></p>', notes: ['<p>x</p>'] })
  assert.match(
    html,
    /<p><a href="https:\/\/example\.org\/posts\/p\/#fn-k7q2-1">see the note<\/a><\/p>/,
  )
})

test('what a page shows above the essay comes first, its corrections after it, notes last', () => {
  const html = itemOf({
    standfirst: 'A <standfirst>',
    html: `<p>Body${call('k7q2', 1)}</p>`,
    notes: ['<p>Note.</p>'],
    front: {
      subtitle: 'Subtitle',
      status: { kind: 'superseded', by: 'other-id' },
      advisory: {
        cve: ['CVE-2017-13077', 'CVE-2017-13078'],
        severity: 'high',
        affected: ['a', 'b'],
        fixed: ['c'],
      },
      updates: [{ date: date('2017-10-20'), note: 'Mended.' }],
    },
  })
  assert.equal(
    html,
    '<p><strong>This post has been superseded.</strong> Read instead: <a href="https://example.org/posts/other/">Other &amp; more</a></p>' +
      '<ul><li>CVE-2017-13077, CVE-2017-13078</li><li>Severity: high</li><li>Affected: a, b</li><li>Fixed in: c</li></ul>' +
      '<p><em>Subtitle</em></p><blockquote><p>A &lt;standfirst></p></blockquote>' +
      '<p>Body<sup><a rel="footnote" href="https://example.org/posts/p/#fn-k7q2-1" id="fnref-k7q2-1">1</a></sup></p>' +
      '<h2>Corrections</h2><ul><li>20 October 2017: Mended.</li></ul>' +
      '<hr><h2>Notes</h2><ol><li id="fn-k7q2-1"><p>1 Note.</p></li></ol>',
  )
  assert.match(
    itemOf({ front: { status: { kind: 'retracted' } } }),
    /^<p><strong>This post has been retracted\.<\/strong><\/p><p>Words/,
  )
})

test('an essay that runs from right to left says so', () => {
  assert.equal(
    itemOf({ lang: 'he', html: '<p>שלום</p>' }),
    '<div lang="he" dir="rtl"><p>שלום</p></div>',
  )
})

test('the page’s trees are left as they are', () => {
  const spec: Spec = {
    slug: 'p',
    key: 'k7q2',
    html: `<div><p class="a">x${call('k7q2', 1)} </p></div>`,
    notes: ['<p>n</p>'],
  }
  const { site } = siteOf([spec])
  const trees = treesOf(spec)
  const before = structuredClone(trees)
  itemContent(site.posts[0] as never, site, trees)
  assert.deepEqual(trees, before)
})

test('no depth overflows the stack, and the words stay', () => {
  const depth = 50_000
  type Node = { type: 'element'; tagName: string; properties: object; children: unknown[] }
  let node: Node = {
    type: 'element',
    tagName: 'p',
    properties: {},
    children: [{ type: 'text', value: 'deep' }],
  }
  for (let i = 0; i < depth; i++)
    node = { type: 'element', tagName: 'blockquote', properties: {}, children: [node] }
  const { site } = siteOf([{ slug: 'p' }])
  const body = { type: 'root', children: [node] } as never
  const html = printItem(itemContent(site.posts[0] as never, site, { body, notes: undefined }))
  assert.match(html, /<blockquote>deep<\/blockquote>/)
})
