import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { rendered } from '../site-from.ts'
import { noteCases, postOf, withCrlf } from './cases.ts'
import { attribute, elementsIn, readPage, withoutIds, wordsOf } from './essay-page.ts'

const idOf = (index: number, kind: string): string =>
  `case-${kind}-${String(index).padStart(4, '0')}`
const slugOf = (index: number, kind = 'lf'): string => `${kind}${index}`

const site = await rendered(
  Object.fromEntries(
    noteCases.flatMap((each, index) => [
      [`content/posts/${slugOf(index)}.md`, postOf(each, idOf(index, 'lf'))],
      [`content/posts/${slugOf(index, 'crlf')}.md`, withCrlf(postOf(each, idOf(index, 'crlf')))],
    ]),
  ),
)
const htmlOf = (slug: string): string => site.text(`posts/${slug}/index.html`)
const placesIn = (slug: string): readonly string[] =>
  site.diagnostics
    .filter(({ file, code }) => file === `content/posts/${slug}.md` && code.startsWith('FN'))
    .map(({ code, place }) =>
      [code, place?.start.line, place?.start.column, place?.end.line, place?.end.column].join(' '),
    )

describe('pages of the conformance cases', () => {
  for (const [index, { name, group, expect }] of noteCases.entries())
    it(`${group}: ${name}`, () => {
      const page = readPage(htmlOf(slugOf(index)))
      assert.equal(page.calls.length, expect.refs, 'calls')
      assert.deepEqual(
        page.items.map((item) => attribute(item, 'value')),
        expect.notes.map((note) => String(note.number)),
        'notes',
      )
      for (const [at, item] of page.items.entries()) {
        const ways = elementsIn(item).filter((each) => attribute(each, 'role') === 'doc-backlink')
        assert.equal(ways.length, expect.notes[at]?.backrefs, 'ways back')
        const isMark = (each: (typeof ways)[number]) => attribute(each, 'role') === 'doc-backlink'
        // Two blocks stand apart on a page, and only white space in the expected words tells.
        assert.equal(
          wordsOf(item, isMark).replaceAll(' ', ''),
          expect.notes[at]?.text.replaceAll(' ', ''),
        )
      }
      assert.equal(new Set(page.ids).size, page.ids.length, 'ids are unique')
      const known = new Set(page.ids)
      for (const link of page.elements.filter((each) => each.tagName === 'a')) {
        const href = attribute(link, 'href') ?? ''
        if (href.startsWith('#')) assert.ok(known.has(href.slice(1)), `${href} leads somewhere`)
      }
      for (const call of page.calls) {
        assert.equal(
          call.parentNode && 'tagName' in call.parentNode && call.parentNode.tagName,
          'sup',
        )
        assert.equal(attribute(call, 'aria-label'), `Footnote ${wordsOf(call)}`)
      }
      const headings = page.elements
        .filter(
          (each) => /^h[2-6]$/.test(each.tagName) && !attribute(each, 'id')?.startsWith('notes-'),
        )
        .map((each) => attribute(each, 'id'))
      if (expect.headings)
        assert.deepEqual(
          headings,
          expect.headings.map((heading) => heading.id),
        )
      for (const literal of expect.literal ?? [])
        assert.ok(wordsOf(page.elements[0]?.parentNode ?? assert.fail()).includes(literal), literal)
    })

  it('come with the findings that are expected, and no others', () => {
    for (const [index, { name, expect }] of noteCases.entries())
      assert.deepEqual(
        placesIn(slugOf(index))
          .map((place) => place.slice(0, 5))
          .sort(),
        [...expect.diagnostics].sort(),
        name,
      )
  })

  it('are the same whatever the line ends, and so are the places of the findings', () => {
    for (const index of noteCases.keys()) {
      assert.equal(withoutIds(htmlOf(slugOf(index, 'crlf'))), withoutIds(htmlOf(slugOf(index))))
      assert.deepEqual(placesIn(slugOf(index, 'crlf')), placesIn(slugOf(index)))
    }
  })

  it('lack no anchor that anything links to', () => {
    assert.deepEqual(
      site.diagnostics.filter(({ code }) => /^(?:LK|TH|HT)/.test(code)),
      [],
    )
  })
})
