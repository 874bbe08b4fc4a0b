import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { cleanHtml, cleanLine, cleanText } from '../../src/feeds/clean-text.ts'
import {
  alreadyPrinted,
  lines,
  printDocument,
  printXml,
  styledBy,
  xml,
} from '../../src/feeds/xml.ts'
import { outputOf, type Spec } from './fixture.ts'
import { atomEntries, jsonItems, parsedHtml, rssItems, words } from './read-feed.ts'
import { assertWellFormed } from './xmllint.ts'

/** Titles, summaries and notes, so many of each. */
const count = 10_000

const nasty = fc.constantFrom(
  ']]>',
  '<![CDATA[',
  '&amp;',
  '&#0;',
  '<!--',
  '-->',
  '\u0000',
  '\u000B',
  '\u0085',
  '\u0092',
  '\uFFFD',
  '\uFFFE',
  '\u{1FFFF}',
  '\uD83D',
  '\uDE00',
  '😀',
  '👩‍👩‍👧',
  '\u202E',
  '\u2066',
  '\u2028',
  '\u00A0',
  '\r\n',
  '\r',
  '\t',
  '"',
  "'",
  '</title>',
  '<?x?>',
  '⁂',
)
const text = fc
  .array(
    fc.oneof(fc.string({ unit: 'binary', maxLength: 6 }), fc.string({ maxLength: 6 }), nasty),
    { maxLength: 6 },
  )
  .map((parts) => parts.join(''))

const escapedHtml = (value: string): string =>
  value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\0', '')

test(`${count} posts of random text give well-formed feeds that say the same`, () => {
  const texts = fc.sample(fc.tuple(text, text, text), { numRuns: count, seed: 20171017 })
  for (let start = 0; start < texts.length; start += 500) {
    const specs = texts.slice(start, start + 500).map(
      ([title, summary, note], index): Spec => ({
        slug: `p${index}`,
        key: `p${index}x`,
        title,
        summary,
        html: '<p>Body.</p>',
        notes: [`<p>${escapedHtml(note)}</p>`],
      }),
    )
    const output = outputOf(specs, { items: specs.length })
    const feeds = { rss: output.text('feed.xml'), atom: output.text('atom.xml') }
    for (const feed of Object.values(feeds)) {
      assertWellFormed(feed)
      assert.ok(feed.isWellFormed())
      assert.doesNotMatch(feed, /[\0-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uFFFD-\uFFFF]/)
    }
    const readRss = rssItems(feeds.rss)
    const readAtom = atomEntries(feeds.atom)
    const readJson = jsonItems(output.text('feed.json'))
    for (const [index, { title = '', summary = '' }] of specs.entries()) {
      const expected = cleanLine(title) || `p${index}`
      for (const read of [readRss, readAtom, readJson]) assert.equal(read[index]?.title, expected)
      assert.equal(readAtom[index]?.summary, cleanLine(summary))
      assert.equal(readJson[index]?.summary, cleanLine(summary))
      assert.equal(shownAsHtml(readRss[index]?.summary ?? ''), cleanLine(summary))
      assert.equal(noteIn(readRss[index]?.html ?? ''), shownNote(texts[start + index]?.[2] ?? ''))
      assert.equal(readAtom[index]?.html, readRss[index]?.html)
      assert.equal(readJson[index]?.html, readRss[index]?.html)
    }
  }
})

/** The words of the only note of an item, without its mark. */
function noteIn(html: string): string {
  const note = parsedHtml(html).elements.find(({ tagName }) => tagName === 'li')
  return note ? plainSpaces(words(note).trim().replace(/^1 ?/, '')) : 'no note'
}

/** What is to be seen of a note's text; a replacement character that an author wrote is a character like others. */
function shownNote(note: string): string {
  const written = note.replaceAll('\0', '')
  return plainSpaces(written.split('\uFFFD').map(cleanText).join('\uFFFD'))
}

/** With white space as HTML shows it, and none of any kind at the ends. */
function plainSpaces(value: string): string {
  return value.replace(/[\t\n\f\r ]+/g, ' ').trim()
}

/** A text as programs show it that take it for HTML; parse5 gives line feeds back as they are. */
function shownAsHtml(html: string): string {
  return words(parsedHtml(`<pre>\n${html}</pre>`).elements[0] as never)
}

test('cleaning keeps what readers can show, and cleaning twice changes nothing', () => {
  fc.assert(
    fc.property(text, (value) => {
      const clean = cleanText(value)
      assert.equal(cleanText(clean), clean)
      assert.equal(cleanLine(cleanLine(value)), cleanLine(value))
      const kept = value.replace(/[^\p{L}\p{N}\p{P}\p{S}]/gu, '').replaceAll('\uFFFD', '')
      assert.equal(clean.replace(/[^\p{L}\p{N}\p{P}\p{S}]/gu, ''), kept)
    }),
    { numRuns: 500 },
  )
  assert.equal(cleanText('a\r\nb\rc\u0085d\u000Be'), 'a\nb\nc d e')
  assert.equal(cleanLine(' a\u00A0b \n c '), 'a\u00A0b c')
  assert.equal(cleanHtml('<p>\uFFFD</p>'), '<p>&#xFFFD;</p>')
})

test('a child is never taken for attributes', () => {
  assert.equal(printXml(xml('a', {}, xml('b', {}, 'x'))), '<a><b>x</b></a>')
  assert.equal(printXml(xml('a', {}, [xml('b', {})], undefined, '')), '<a><b/></a>')
})

test('texts and attributes are escaped, printed parts are not escaped again', () => {
  const item = printXml(xml('i', { u: 'a&b"<\n' }, ']]> & <'))
  assert.equal(item, '<i u="a&#x26;b&#x22;&#x3C;">]]&gt; &amp; &lt;</i>')
  assert.equal(printXml(xml('r', {}, alreadyPrinted(item))), `<r>${item}</r>`)
})

test('a document has a declaration, its style sheet and one element a line', () => {
  const feed = xml('r', {}, lines([xml('a', {}), xml('b', {})]))
  assert.equal(
    printDocument(feed, [styledBy('/a?b&c"d.css')]),
    '<?xml version="1.0" encoding="utf-8"?>\n<?xml-stylesheet type="text/css" href="/a?b&amp;c&quot;d.css"?>\n<r>\n<a/>\n<b/>\n</r>\n',
  )
})
