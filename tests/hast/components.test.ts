import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setFormula } from '../../src/hast/formula.ts'
import { guardPage } from '../../src/hast/guard.ts'
import { createHighlighter } from '../../src/hast/highlight.ts'
import type { FormulaNode } from '../../src/model/components.ts'
import { elementsOf, rendered } from './page-of.ts'

const picture = () => ({ src: '/p.png', width: 4, height: 3 })
const image = '<img src="/p.png" alt="A" width="4" height="3" loading="lazy" decoding="async">'

test('a notice is a section under its heading; a warning says that it is one', () => {
  assert.equal(
    rendered(':::notice[A *b*]\nText.\n:::').html,
    '<section class="notice" aria-labelledby="a-b">\n<h2 id="a-b">A <em>b</em></h2>\n<p>Text.</p>\n</section>',
  )
  assert.match(rendered(':::notice\na\n:::').html, /<h2 id="notice">Notice<\/h2>/)
  assert.match(rendered(':::warning\na\n:::').html, /<h2 id="warning">Warning<\/h2>/)
  assert.match(
    rendered(':::warning[Stop]\n:::').html,
    /<section class="notice warning" aria-labelledby="stop">\n<h2 id="stop"><span class="notice-kind">Warning:<\/span> Stop<\/h2>/,
  )
  assert.match(
    rendered(':::warning[A last warning]\n:::').html,
    /<h2 id="[^"]+">A last warning<\/h2>/,
  )
})

test('an epigraph is a figure with its words and whose they are', () => {
  assert.equal(
    rendered(':::epigraph\nWords.\n— Ann\n:::').html,
    '<figure class="epigraph"><blockquote>\n<p>Words.</p>\n</blockquote>\n<figcaption>— Ann</figcaption></figure>',
  )
  assert.doesNotMatch(rendered(':::epigraph\nWords.\n:::').html, /figcaption/)
})

test('a figure has one frame and one caption, and calls in it are calls', () => {
  assert.equal(
    rendered(':::figure[Cap]\n![A](p.png)\n:::', { image: picture }).html,
    `<figure>${image}\n<figcaption>Cap</figcaption></figure>`,
  )
  assert.match(
    rendered(':::figure[Cap[^1]]\n| a |\n| - |\n| b |\n:::\n\n[^1]: n').html,
    /^<figure><figcaption>Cap<sup class="note-ref"><a id="fnref-k7q2-1".*<\/figcaption>\n<div class="table-scroll"/,
  )
  assert.match(
    rendered(':::figure[Cap]\n![A](p.png "Own")\n:::', { image: picture }).html,
    /^<figure><figure><img.*<figcaption>Own<\/figcaption><\/figure>\n<figcaption>Cap/,
  )
})

test('code with a title is a figure, and marked lines are marked without their line end', () => {
  assert.equal(
    rendered('```c title="a <b>.c" {2-3,5}\n1\n2\n3\n4\n5\n```').html,
    '<figure class="code"><figcaption>a &lt;b>.c</figcaption>\n<pre tabindex="0"><code class="language-c">' +
      '1\n<mark>2\n3</mark>\n4\n<mark>5</mark>\n</code></pre></figure>',
  )
  assert.equal(
    rendered('```{1}\na\n```').html,
    '<pre tabindex="0"><code><mark>a</mark>\n</code></pre>',
  )
})

test('a span that goes over the edge of a marked line is cut in two', () => {
  const highlight = createHighlighter()
  assert.equal(
    rendered('```js {2}\n/* a\nb */ 1\n```', { highlight }).html,
    '<pre tabindex="0"><code class="language-js"><span class="hljs-comment">/* a</span>\n' +
      '<mark><span class="hljs-comment">b */</span> <span class="hljs-number">1</span></mark>\n</code></pre>',
  )
})

test('code of a language that is not known, and code that is too long, is plain', () => {
  const highlight = createHighlighter()
  assert.equal(highlight('a', 'klingon'), undefined)
  assert.equal(highlight(`${'x'.repeat(5000)}\n`, 'js'), undefined)
  assert.equal(highlight('let a\n'.repeat(20_000), 'js'), undefined)
  assert.ok(highlight('let a\n', 'JS'))
})

const formula = setFormula

/** One paragraph with a formula, or a formula among blocks. */
function withFormula(value: string, display: boolean, before = ''): ReturnType<typeof rendered> {
  const node: FormulaNode = {
    type: 'formula',
    value,
    display,
    lines: [{ line: 0, column: 4, offset: 3, length: value.length }],
    position: {
      start: { line: 7, column: 1, offset: 100 },
      end: { line: 7, column: 9, offset: 108 },
    },
  }
  const html = before === '' ? [] : [{ type: 'html' as const, value: before }]
  return rendered(
    '',
    { formula },
    {
      type: 'root',
      children: [...html, display ? node : { type: 'paragraph', children: [node] }],
    },
  )
}

test('a formula is MathML with its TeX beside it; one set apart scrolls', () => {
  assert.equal(
    withFormula('x < 2', false).html,
    '<p><math alttext="x < 2"><mrow><mi>x</mi><mo>&lt;</mo><mn>2</mn></mrow></math></p>',
  )
  assert.match(
    withFormula('x', true).html,
    /^<p class="formula" tabindex="0"><math display="block" class="tml-display" alttext="x"><mi>x<\/mi><\/math><\/p>$/,
  )
})

test('no formula has styles, colours, links, ids or what MathML Core has not', () => {
  const hostile = [
    '\\color{red}x',
    '\\boxed{a}\\cancel{b}\\overline{c}',
    '\\begin{array}{|c|l|}\\hline a&b\\\\\\hline c&d\\end{array}',
    '\\begin{cases}a&b\\\\c&d\\end{cases}',
    '\\tag{1}\\label{x} y \\ref{x}',
    '\\rule{1em}{1em}\\raisebox{1em}{x}\\smash{y}',
    '\\begin{align}a&=b\\end{align}',
    '\\text{<b onclick=x>}',
  ]
  for (const tex of hostile) {
    const set = setFormula(tex, true)
    assert.ok(set.math, tex)
    const { page } = withFormula(tex, true)
    for (const { tagName, properties } of elementsOf(page)) {
      assert.match(tagName, /^(?:p|m(?!enclose)[a-z]+)$/, tex)
      for (const name of Object.keys(properties))
        assert.doesNotMatch(name, /^(?:style|href|id|mathcolor|mathbackground|on\w+)$/, tex)
    }
    assert.deepEqual(guardPage(page), [], tex)
  }
})

test('links and pages of other sites are no part of a formula', () => {
  for (const tex of [
    '\\href{javascript:x}{y}',
    '\\url{x}',
    '\\includegraphics{x}',
    '\\class{a}{b}',
  ])
    assert.equal(setFormula(tex, false).math, undefined, tex)
})

test('a formula that cannot be set is told, with the place in the file, and its TeX is printed', () => {
  const { html, diagnostics } = withFormula('a \\foo b', false)
  assert.equal(html, '<p><code>a \\foo b</code></p>')
  const [found] = diagnostics
  assert.equal(found?.code, 'HT208')
  assert.equal(found?.message, 'This formula cannot be set: Unsupported function name: \\foo.')
  assert.deepEqual(found?.place?.start, { line: 7, column: 6, offset: 105 })
})

test('hostile formulas end soon', () => {
  const started = performance.now()
  const hostile = [
    '\\def\\a{\\a\\a}\\a',
    '{'.repeat(5000),
    `${'{'.repeat(4000)}x${'}'.repeat(4000)}`,
    'x^{'.repeat(3000),
    'x'.repeat(20_000),
    '\\def\\a#1{#1#1#1#1}\\a{\\a{\\a{\\a{\\a{\\a{x}}}}}}',
    ' ',
  ]
  for (const tex of hostile) {
    const set = setFormula(tex, true)
    if (!set.math) assert.match(set.problem, /^[A-Z][^\n]*\.$/)
  }
  assert.ok(performance.now() - started < 5000)
})

test('one formula defines nothing for the next', () => {
  setFormula('\\gdef\\zz{1}\\zz', false)
  assert.equal(setFormula('\\zz', false).math, undefined)
})

test('formulas stand beside raw HTML, which is sanitised', () => {
  const { html } = withFormula('x', true, '<div onclick="a">b</div>\n')
  assert.match(
    html,
    /<div>b<\/div>\n.*<math display="block" class="tml-display" alttext="x"><mi>x<\/mi><\/math>/s,
  )
  assert.doesNotMatch(rendered('<math><mi>x</mi></math>').html, /<math/)
  const swallowed = withFormula('x', true, '<table><tr><td>').html
  assert.match(swallowed, /<math display="block"/)
})
