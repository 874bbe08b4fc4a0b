import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { parseFragment } from 'parse5'
import { htmlToMarkdown } from '../../src/importers/html-to-markdown.ts'
import { rendered } from '../site-from.ts'

/** What is turned, into what. */
const cases: readonly (readonly [name: string, html: string, markdown: string])[] = [
  ['emphasis', '<b>a</b> <i>b</i> <strong>c</strong> <em>d</em>', '**a** *b* **c** *d*'],
  ['white space at the ends of emphasis', '<p>a<b> b </b>c</p>', 'a **b** c'],
  ['empty emphasis', '<p>a <b></b><i> </i>b</p>', 'a b'],
  ['the same emphasis twice', '<b><strong>a</strong></b>', '**a**'],
  ['emphasis that touches', '<b>a</b><b>b</b>', '**ab**'],
  ['emphasis around blocks', '<b><p>one</p><p>two</p></b>', '**one**\n\n**two**'],
  ['a link around blocks', '<a href="/x"><h2>a</h2></a>', '## [a](/x)'],
  ['emphasis inside a word', 'un<em>be</em>lievable', 'un*be*lievable'],
  [
    'what Markdown has no sign for',
    'H<sub>2</sub>O, x<sup>2</sup>',
    'H<sub>2</sub>O, x<sup>2</sup>',
  ],
  [
    'a short form',
    '<abbr title="A &quot;B&quot;">AB</abbr>',
    '<abbr title="A &quot;B&quot;">AB</abbr>',
  ],
  ['looks', '<p style="x"><font color="red"><span>a</span></font></p>', 'a'],
  ['hard spaces', '<p>&nbsp;a&nbsp;&nbsp; b&nbsp;!</p><p>&nbsp;</p>', 'a b\u00a0!'],
  ['line breaks', '<p>a<br>b<br></p>', 'a\\\nb'],
  ['two line breaks', '<p>a<br><br>b</p>', 'a\n\nb'],
  ['a heading that would be the second title', '<h1>a</h1><h2>b</h2>', '## a\n\n### b'],
  ['headings chosen for their size', '<h3>a</h3><h6>b</h6><h3>c</h3>', '## a\n\n### b\n\n## c'],
  ['an empty heading', '<h2> </h2><p>a</p>', 'a'],
  ['lists', '<ul><li>a<ol start="3"><li>b</li></ol></li></ul>', '- a\n\n  3. b'],
  ['words of a definition list', '<dl><dt>T</dt><dd>D</dd></dl>', '- T\n\n  D'],
  ['a quotation', '<blockquote><p>a</p><cite>B</cite></blockquote>', '> a\n>\n> — B'],
  [
    'a pull quote of WordPress',
    '<figure class="wp-block-pullquote"><blockquote><p>a</p><cite>b</cite></blockquote></figure>',
    ':::pull-quote\na\n\n— b\n:::',
  ],
  ['code', '<pre><code class="language-js">a &lt; b\n  c\n</code></pre>', '```js\na < b\n  c\n```'],
  ['code of Enlighter', '<pre data-enlighter-language="PHP">x</pre>', '```php\nx\n```'],
  [
    'code of SyntaxHighlighter',
    '<pre class="brush: ruby; gutter: false">x</pre>',
    '```ruby\nx\n```',
  ],
  ['code that is none', '<pre class="lang:default">x</pre>', '```\nx\n```'],
  ['code with breaks', '<pre>a<br>b</pre>', '```\na\nb\n```'],
  ['code in the line', 'a <code>b`c</code>', 'a ``b`c``'],
  ['a picture', '<img src="a.jpg" alt="A [b]">', '![A \\[b\\]](a.jpg)'],
  ['a picture loaded late', '<img src="" data-src="a.jpg" alt="a">', '![a](a.jpg)'],
  [
    'a caption',
    '<figure><img src="a.jpg" alt="a"><figcaption>A "b"</figcaption></figure>',
    '![a](a.jpg "A \\"b\\"")',
  ],
  [
    'a caption with markup',
    '<figure><img src="a.jpg" alt="a"><figcaption>A <em>b</em></figcaption></figure>',
    ':::figure[A *b*]\n![a](a.jpg)\n:::',
  ],
  [
    'a gallery',
    '<figure class="wp-block-gallery"><figure><img src="a.jpg" alt="a"></figure><figure><img src="b.jpg" alt="b"><figcaption>B</figcaption></figure><figcaption>All</figcaption></figure>',
    '![a](a.jpg)\n\n![b](b.jpg "B")\n\nAll',
  ],
  [
    'a table',
    '<table><thead><tr><th>a|b</th><th>c</th></tr></thead><tr><td><ul><li>x</li><li>y</li></ul></td><td><p>1</p><p>2</p></td></tr></table>',
    '| a\\|b | c |\n| - | - |\n| • x<br>• y | 1<br>2 |',
  ],
  [
    'the title of a table',
    '<figure class="wp-block-table"><table><tr><th>a</th><th>b</th></tr></table><figcaption>T</figcaption></figure>',
    ':::figure[T]\n| a | b |\n| - | - |\n:::',
  ],
  ['a table that only places', '<table><tr><td><p>a</p><p>b</p></td></tr></table>', 'a\n\nb'],
  [
    'a fold',
    '<details open><summary>S &amp; T</summary><p>a</p></details>',
    '<details open><summary>S &amp; T</summary>\n\na\n\n</details>',
  ],
  [
    'a film',
    '<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ?rel=0"></iframe>',
    '<https://www.youtube.com/watch?v=dQw4w9WgXcQ>',
  ],
  [
    'another page in a frame',
    '<iframe src="//a.example/b" title="B"></iframe>',
    '[B](https://a.example/b)',
  ],
  ['sound', '<audio><source src="https://a.example/b.mp3"></audio>', '<https://a.example/b.mp3>'],
  ['an address in the text', 'See https://a.example/b_c_d.', 'See <https://a.example/b_c_d>.'],
  [
    'a place that is linked to',
    '<a href="#x">a</a><h2 id="x">b</h2>',
    '[a](#x)\n\n## <a id="x"></a>b',
  ],
  ['a place that is not', '<h2 id="x">b</h2>', '## b'],
  ['remarks', 'a<!-- b -->c', 'ac'],
  [
    'signs of Markdown',
    '<p>*a* _b_ [c] `d` &lt;e> ~~f~~</p>',
    '\\*a\\* \\_b\\_ \\[c] \\`d\\` \\<e> \\~\\~f\\~\\~',
  ],
  [
    'beginnings of blocks',
    '<p># a</p><p>1. b</p><p>- c</p><p>+ d</p><p>> e</p>',
    '\\# a\n\n1\\. b\n\n\\- c\n\n\\+ d\n\n\\> e',
  ],
  [
    'signs of Ibid',
    '<p>::: a</p><p>a^[b] [^c] :pull[d]</p>',
    '\\::: a\n\na^\\[b] \\[^c] :pull\\[d]',
  ],
  ['control characters', '<p>a&#1;b\u0008c</p>', 'abc'],
]

/** Notes as people and programs make them, all of which say the same. */
const notes: readonly (readonly [name: string, html: string])[] = [
  [
    'MultiMarkdown, Jetpack',
    '<p>One<sup id="fnref-1"><a href="#fn-1" class="footnote">1</a></sup> two<sup id="fnref-2"><a href="#fn-2">2</a></sup>.</p><div class="footnotes"><hr><ol><li id="fn-1"><p>First. <a href="#fnref-1" rev="footnote">↩</a></p></li><li id="fn-2"><p>Second. <a href="#fnref-2">&#8617;&#xFE0E;</a></p></li></ol></div>',
  ],
  [
    'Word',
    '<p>One<a style="mso-footnote-id: ftn1;" title="" href="#_ftn1" name="_ftnref1"><sup>[1]</sup></a> two<a href="#_ftn2" name="_ftnref2">[2]</a>.</p><br clear="all"><hr align="left" size="1" width="33%"><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> First.</p></div><div id="ftn2"><p><a href="#_ftnref2" name="_ftn2">[2]</a> Second.</p></div>',
  ],
  [
    'Word, pasted without its boxes',
    '<p>One<a href="#_ftn1" name="_ftnref1">[1]</a> two<a href="#_ftn2" name="_ftnref2">[2]</a>.</p><p><a href="#_ftnref1" name="_ftn1">[1]</a> First.</p><p><a href="#_ftnref2" name="_ftn2">[2]</a> Second.</p>',
  ],
  [
    'LibreOffice',
    '<p>One<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> two<a class="sdfootnoteanc" name="sdfootnote2anc" href="#sdfootnote2sym"><sup>2</sup></a>.</p><div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a> First.</p></div><div id="sdfootnote2"><p><a class="sdfootnotesym" name="sdfootnote2sym" href="#sdfootnote2anc">2</a> Second.</p></div>',
  ],
  [
    'by hand, in a list with a title',
    '<p>One<sup>[<a href="#note1" id="back1">1</a>]</sup> two<sup>[<a href="#note2" id="back2">2</a>]</sup>.</p><h3>Notes:</h3><ol><li id="note1">First. [<a href="#back1">back</a>]</li><li id="note2">Second. [<a href="#back2">back</a>]</li></ol>',
  ],
  [
    'by hand, with line breaks',
    '<p>One [<a name="b1" href="#n1">1</a>] two [<a name="b2" href="#n2">2</a>].</p><p><a name="n1" href="#b1">1</a>. First.<br><a name="n2" href="#b2">2</a>. Second.</p>',
  ],
  [
    'by hand, with names that say nothing and links back',
    '<p>One<a id="a" href="#x">*</a> two<a id="b" href="#y">**</a>.</p><p id="x">* First. <a href="#a">^</a></p><p id="y">** Second. <a href="#b">^</a></p>',
  ],
]

for (const [name, html, markdown] of cases)
  test(`HTML becomes Markdown: ${name}`, () => {
    assert.equal(htmlToMarkdown(html).markdown, `${markdown}\n`)
  })

for (const [name, html] of notes)
  test(`notes made of links become notes: ${name}`, () => {
    const { markdown, losses } = htmlToMarkdown(html)
    assert.equal(markdown, 'One[^1] two[^2].\n\n[^1]: First.\n\n[^2]: Second.\n')
    assert.deepEqual(losses, [])
  })

test('a note that is called twice is one note, with all that it holds', () => {
  const { markdown } = htmlToMarkdown(
    '<p>b<sup><a href="#fn2">2</a></sup> a<sup><a href="#fn1">1</a></sup> b<sup><a href="#fn2">2</a></sup></p><ol class="footnotes"><li id="fn1">One</li><li id="fn2"><p>Two</p><ul><li>list</li></ul><p>more</p></li></ol>',
  )
  assert.equal(markdown, 'b[^1] a[^2] b[^1]\n\n[^1]: Two\n\n    - list\n\n    more\n\n[^2]: One\n')
})

test('a note may call another one, and what follows the notes stays', () => {
  const { markdown } = htmlToMarkdown(
    '<p>a<a href="#fn1">1</a></p><p id="fn1">One<a href="#fn2">2</a></p><p id="fn2">Two</p><h2>After</h2>',
  )
  assert.equal(markdown, 'a[^1]\n\n## After\n\n[^1]: One[^2]\n\n[^2]: Two\n')
})

test('thousands of notes are bound in time that grows with their number', () => {
  const numbers = Array.from({ length: 2000 }, (_, index) => index)
  const calls = numbers.map((n) => `a<a href="#_ftn${n}" name="_ftnref${n}">[${n}]</a>`)
  const notes = numbers.map((n) => `<a href="#_ftnref${n}" name="_ftn${n}">[${n}]</a> N${n}`)
  for (const html of [
    `<p>${calls.join(' ')}</p><p>${notes.join('<br>')}</p>`,
    `<p>${calls.join(' ')}</p><p>${notes.join('</p><p>')}</p>`,
  ])
    assert.match(htmlToMarkdown(html).markdown, /\n\[\^2000\]: N1999\n$/)
})

test('a call without its note stays visible and is told', () => {
  const { markdown, losses } = htmlToMarkdown('<p>a<sup><a href="#_ftn7">[7]</a></sup></p>')
  assert.equal(markdown, 'a<sup>\\[7]</sup>\n')
  assert.match(losses[0]?.message ?? '', /“\[7\]” calls a note \(#_ftn7\) that is not in the post/)
})

test('links that are no calls stay links', () => {
  const html =
    '<p><a href="#part">2</a> <a href="#later">see below</a></p><h2 id="part">P</h2><p id="later">L</p>'
  assert.match(htmlToMarkdown(html).markdown, /\[2\]\(#part\) \[see below\]\(#later\)/)
})

test('stars that were typed as notes stay stars, all others are words', () => {
  const { markdown } = htmlToMarkdown(
    '<p>A word* and f*** and <em>more</em>** of 2 * 3.</p><p>*First note.<br>** Second note.</p>',
  )
  assert.equal(
    markdown,
    'A word* and f\\*\\*\\* and _more_** of 2 \\* 3.\n\n* First note.\n\n** Second note.\n',
  )
  assert.equal(
    htmlToMarkdown('<p>f***ing</p><p>*First published elsewhere.*</p>').markdown,
    'f\\*\\*\\*ing\n\n\\*First published elsewhere.\\*\n',
  )
})

test('what runs is left out and told, what only looks is left out', () => {
  const { markdown, losses } = htmlToMarkdown(
    '<p onclick="x()" style="color:red">a <a href="java&#10;script:x()">b</a> <img src="data:image/png;base64,AA" alt="c"></p><script>d</script><style>e</style><form><input name="f"></form><svg><script>g</script></svg><noscript>h</noscript><object data="javascript:i">j</object>',
  )
  assert.doesNotMatch(markdown, /script:|<script|onclick|style|data:|<form|<svg|<input/i)
  assert.match(markdown, /a b/)
  assert.deepEqual(
    losses.map(({ message }) => /^Left out: (.*?)\. /.exec(message)?.[1]),
    [
      'a script',
      'a form',
      'a drawing (svg)',
      'a picture at a data: address',
      'a link to a javascript: address',
    ],
  )
})

test('HTML of any depth is turned, and the words of it are there', () => {
  for (const name of [
    'div',
    'b',
    'ul><li',
    'blockquote',
    'table><tr><td',
    'font',
    'a href="#_ftn1"',
  ]) {
    const { markdown, losses } = htmlToMarkdown(`<p>before</p>${`<${name}>`.repeat(5000)}words`)
    assert.match(markdown, /before[\s\S]*words/)
    assert.ok(losses.length >= 0)
  }
})

const special =
  '* _ ` [ ] < & # ~ | ^ $ \\ : + - = ! ( ) { } " \' > @ / . , ; 1. 10) ::: --- ** [^1] ![a] :pull[x] &amp; &copy <b> http://a.example/b_c www.a.example a@b.example C:\\x'.split(
    ' ',
  )
const word = fc.oneof(
  { weight: 3, arbitrary: fc.stringMatching(/^[a-zA-Zéß本]{1,8}$/) },
  { weight: 2, arbitrary: fc.constantFrom(...special) },
)
/** Words with every sign that means something to Markdown; the first is none, or it could be meant as a note. */
const words = fc
  .tuple(
    fc.stringMatching(/^[a-z]{1,6}$/),
    fc.array(fc.tuple(fc.constantFrom('', ' '), word), { maxLength: 8 }),
  )
  .map(([first, rest]) => escaped(first + rest.map((pair) => pair.join('')).join('')))

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

const { line } = fc.letrec<{ line: string; part: string }>((tie) => ({
  part: fc.oneof(
    { weight: 4, arbitrary: words },
    fc
      .tuple(
        fc.constantFrom(
          'b',
          'em',
          'a href="https://a.example/"',
          'sup',
          'code',
          'span',
          'del',
          'u',
          'strong',
          'kbd',
        ),
        tie('line'),
      )
      .map(([tag, inner]) => `<${tag}>${inner}</${tag.split(' ')[0]}>`),
  ),
  line: fc.array(tie('part'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('')),
}))

const { block } = fc.letrec<{ block: string; blocks: string }>((tie) => ({
  blocks: fc.array(tie('block'), { minLength: 1, maxLength: 3 }).map((parts) => parts.join('\n')),
  block: fc.oneof(
    { weight: 4, arbitrary: line.map((inner) => `<p>${inner}</p>`) },
    line.map((inner) => `<h3>${inner}</h3>`),
    words.map((inner) => `<pre>${inner}\n  ${inner}</pre>`),
    tie('blocks').map((inner) => `<blockquote>${inner}</blockquote>`),
    tie('blocks').map((inner) => `<ul><li>${inner}</li><li>${inner}</li></ul>`),
    tie('blocks').map((inner) => `<ol><li>${inner}</li></ol>`),
    fc
      .tuple(line, line, line)
      .map(
        ([a, b, c]) =>
          `<table><tr><th>${a}</th><th>${b}</th></tr><tr><td>${c}<br>${a}</td><td>${b}</td></tr></table>`,
      ),
    fc.tuple(line, line).map(([a, b]) => `<div>${a}<br>${b}</div>`),
  ),
}))

interface ParsedNode {
  readonly nodeName: string
  readonly value?: string
  readonly childNodes?: readonly ParsedNode[]
}

/** The words of printed HTML without white space. */
function lettersOf(html: string): string {
  const collect = (node: ParsedNode): string =>
    node.nodeName === '#text' ? (node.value ?? '') : (node.childNodes ?? []).map(collect).join('')
  return collect(parseFragment(html) as unknown as ParsedNode).replace(/\s+/g, '')
}

test('the words of any HTML reach the page, all of them and in their order', async () => {
  const documents = fc.sample(fc.array(block, { minLength: 1, maxLength: 5 }), {
    numRuns: 150,
    seed: 7,
  })
  const files = Object.fromEntries(
    documents.map((blocks, index) => {
      const { markdown } = htmlToMarkdown(
        `<p>begin${index}</p>${blocks.join('\n')}<p>end${index}</p>`,
      )
      return [
        `content/posts/p${index}.md`,
        `---\nid: post-${index}\ntitle: T\ndate: 2020-01-01\n---\n\n${markdown}`,
      ]
    }),
  )
  const site = await rendered({
    'content/site.yaml':
      'title: T\nurl: https://x.example/\ntheme: plain\ncode: { highlight: false }\n',
    ...files,
  })
  for (const [index, blocks] of documents.entries()) {
    const page = site.text(`posts/p${index}/index.html`)
    const [, body = ''] =
      new RegExp(`<p>begin${index}</p>(.*)<p>end${index}</p>`, 's').exec(page) ?? []
    assert.equal(
      lettersOf(body),
      lettersOf(blocks.join('\n')),
      `${blocks.join('\n')}\n\n${files[`content/posts/p${index}.md`]}`,
    )
  }
})
