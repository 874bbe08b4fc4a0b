import assert from 'node:assert/strict'
import { test } from 'node:test'
import { noteMark } from '../../src/hast/note-mark.ts'
import { printFragment } from '../../src/hast/print.ts'
import { elementsOf, rendered } from './page-of.ts'

function notesOf(markdown: string): string {
  const { notes } = rendered(markdown)
  return notes ? printFragment({ type: 'root', children: [notes] }) : ''
}

test('one call and its note', () => {
  const markdown = '… the British government[^1] was.\n\n[^1]: I’m giving it.\n'
  assert.equal(
    printFragment(rendered(markdown).body),
    '<p>… the British government<sup class="note-ref"><a id="fnref-k7q2-1" href="#fn-k7q2-1" ' +
      'role="doc-noteref" aria-label="Footnote 1" data-note="1">1</a></sup> was.</p>',
  )
  assert.equal(
    notesOf(markdown),
    '<section class="notes" role="doc-endnotes" aria-labelledby="notes-k7q2"><h2 id="notes-k7q2">Notes</h2>\n' +
      '<ol>\n<li id="fn-k7q2-1" value="1"><p>I’m giving it. <a href="#fnref-k7q2-1" role="doc-backlink" ' +
      'aria-label="Back to the text, note 1">↩</a></p></li>\n</ol></section>',
  )
})

test('an essay without notes has no section', () => {
  assert.equal(rendered('Text.').notes, undefined)
})

test('a named note keeps its name; each further call has its own id and way back', () => {
  const { html } = rendered('a[^greer] b[^greer] c[^greer]\n\n[^greer]: n\n')
  for (const id of ['fnref-k7q2-greer', 'fnref-k7q2-greer-2', 'fnref-k7q2-greer-3']) {
    assert.equal(html.split(`id="${id}"`).length, 2)
    assert.equal(html.split(`href="#${id}"`).length, 2)
  }
  assert.match(html, /aria-label="Back to call 2 of note 1">↩<sup>2<\/sup><\/a>/)
})

test('the ways back have a paragraph of their own after a list, code, a table or a picture', () => {
  const last = { list: '- x', code: '      code', picture: '![a](b.png)', quote: '> x' }
  for (const [name, block] of Object.entries(last))
    assert.match(
      notesOf(`a[^1]\n\n[^1]: first\n\n    ${block}\n`),
      /\n<p class="note-back"><a href="#fnref-k7q2-1"[^>]*>↩<\/a><\/p><\/li>/,
      name,
    )
})

test('calls in notes, headings, tables, captions, quotes and key facts are calls like any other', () => {
  const { page } = rendered(
    '# H[^1]\n\n| a[^1] |\n| - |\n\n![p](p.png "Cap")[^1]\n\n> q[^1]\n\nKey facts[^1]:\n\n- a[^1]\n\n[^1]: n[^2]\n[^2]: m[^1]\n',
  )
  const ids = elementsOf(page, 'sup').flatMap((sup) =>
    elementsOf(sup, 'a').map((a) => a.properties.id),
  )
  assert.equal(ids.filter((id) => id !== undefined).length, 8)
  assert.equal(elementsOf(page, 'h2')[0]?.properties.id, 'h')
})

test('a call in the words of a link follows the link', () => {
  const { html } = rendered('[a *b[^1]* c](d)\n\n[^1]: n\n')
  assert.match(html, /<a href="d">a <em>b<\/em> c<\/a><sup class="note-ref">/)
})

test('calls side by side are elements side by side', () => {
  assert.match(
    rendered('a[^1][^2]\n\n[^1]: n\n[^2]: m\n').html,
    /1<\/a><\/sup><sup class="note-ref"><a/,
  )
})

test('a call that no note answers is printed as it was typed', () => {
  const body = {
    type: 'root' as const,
    children: [{ type: 'footnoteReference' as const, identifier: 'x', label: 'X' }],
  }
  assert.equal(rendered('', {}, body).html, '[^X]')
})

test('marks: numbers, the author’s stars, symbols in their order', () => {
  const star = { kind: 'star', label: '**' } as const
  assert.equal(noteMark(7, star, 'number'), '7')
  assert.equal(noteMark(7, star, 'authored'), '**')
  assert.equal(noteMark(7, { kind: 'label', label: 'greer' }, 'authored'), '7')
  assert.deepEqual(
    [1, 2, 6, 7, 13].map((number) => noteMark(number, undefined, 'symbols')),
    ['*', '†', '¶', '**', '***'],
  )
})

test('a mark that is no number stands in its list item too; the accessible name stays', () => {
  const { html } = rendered('a[^1]\n\n[^1]: n\n', { marks: 'symbols' })
  assert.match(html, /aria-label="Footnote 1" data-note="1">\*<\/a>/)
  assert.match(html, /<li id="fn-k7q2-1" value="1" data-mark="\*">/)
})

test('no class that reader modes take for something beside the text', () => {
  const { html } = rendered('a[^1]\n\n:pull[b]\n\nKey facts:\n- a\n\n[^1]: - n\n')
  for (const [, names] of html.matchAll(/class="?([^">]*)/g))
    assert.doesNotMatch(
      names ?? '',
      /remark|comment|extra|sidebar|header|footer|related|supplemental/,
    )
  assert.doesNotMatch(html, /<aside|title=|user-content/)
})
