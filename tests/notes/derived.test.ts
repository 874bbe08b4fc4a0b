import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Essay } from '../../src/model/essay.ts'
import { essayTerms } from '../../src/search/essay-terms.ts'
import { rendered } from '../site-from.ts'
import { attribute, elementsIn, readPage, wordsOf } from './essay-page.ts'

const settings = 'title: Site\nurl: https://site.test/\ndescription: Essays.\n'
const siteOf = (text: string) =>
  rendered({ 'content/site.yaml': settings, 'content/posts/p.md': text })
const front = (more = ''): string => `---\nid: derived-0001\ndate: 2020-01-01\n${more}---\n\n`

/** Everything that a call may stand in, with calls of all kinds, some of which no note answers. */
const body = `# A title* with^[inline] calls[^l] and none[^zz] or***

The ferry will be back on Sunday**. It was slow* then[^l], they^[who?] say[^zz], or so***.

## First* heading[^l] of^[x] three*** here[^zz]

More :pull[words lifted* out[^l] of^[y] the*** text[^zz]] here.

## Second

![A picture* of[^l] it](p.png "t")

## Third

| Head* | of[^l] |
|---|---|
| a^[z] | table***[^zz] |

* the one

** the two

[^l]: A labelled note*, with *** and [^zz].
`

describe('what is derived from an essay holds no mark', async () => {
  const site = await siteOf(front() + body)
  const html = site.text('posts/p/index.html')
  const mark = /\*|\[\^|\^\[|\d/
  const essay = site.site?.posts[0]?.essay as Essay

  it('the title', () => {
    assert.equal(essay.title, 'A title with calls and none or')
    assert.equal(/<title>([^<]*)/.exec(html)?.[1], 'A title with calls and none or – Site')
    assert.equal(/property="og:title" content="([^"]*)"/.exec(html)?.[1], essay.title)
    for (const file of ['feed.xml', 'atom.xml', 'feed.json'])
      assert.ok(site.text(file).includes('A title with calls and none or'), file)
    for (const file of ['index.html', 'archive/index.html', 'feed.xml', 'atom.xml', 'feed.json'])
      assert.doesNotMatch(site.text(file), /A title\*|or\*{3}\s*</)
  })

  it('the summary', () => {
    const says = 'The ferry will be back on Sunday. It was slow then, they say, or so.'
    assert.equal(essay.summary, says)
    assert.equal(/name="description" content="([^"]*)"/.exec(html)?.[1], says)
    assert.match(site.text('feed.xml'), new RegExp(`<description>${says}</description>`))
    const data = JSON.parse(
      /<script type="application\/ld\+json">([^<]*)/.exec(html)?.[1] ?? '{}',
    ) as Record<string, unknown>
    assert.deepEqual([data.headline, data.description], [essay.title, says])
  })

  it('the headings’ ids and the table of contents', () => {
    assert.deepEqual(
      essay.outline.map(({ id, text }) => [id, text]),
      [
        ['first-heading-of-three-here', 'First heading of three here'],
        ['second', 'Second'],
        ['third', 'Third'],
      ],
    )
    const contents = readPage(html).elements.find((each) => each.tagName === 'nav')
    assert.ok(contents)
    assert.doesNotMatch(wordsOf(contents), mark)
    assert.equal(elementsIn(contents).filter((each) => each.tagName === 'a').length, 3)
  })

  it('lifted words, the words for pictures, the names of tables', () => {
    const { elements } = readPage(html)
    const lifted = elements.find((each) => attribute(each, 'aria-hidden') === 'true')
    assert.equal(lifted && wordsOf(lifted), 'words lifted out of the text')
    const picture = elements.find((each) => each.tagName === 'img')
    assert.equal(picture && attribute(picture, 'alt'), 'A picture of it')
    const table = elements.find((each) => attribute(each, 'role') === 'region')
    assert.equal(table && attribute(table, 'aria-label'), 'Head, of')
  })

  it('what is searched', () => {
    for (const words of essayTerms(essay).flat()) assert.doesNotMatch(words, /\*|\[\^|\^\[/)
  })

  it('while the page prints what was typed', () => {
    const isCall = (each: Parameters<typeof attribute>[0]) =>
      attribute(each, 'role') === 'doc-noteref'
    const words = wordsOf(readPage(html).elements[0]?.parentNode ?? assert.fail(), isCall)
    for (const typed of [
      'so***.',
      'say[^zz]',
      'three*** here[^zz]',
      'the*** text[^zz]',
      'with *** and',
    ])
      assert.ok(words.includes(typed), typed)
  })
})

describe('reading time', () => {
  it('counts no mark, and the notes apart', async () => {
    const words = async (text: string) =>
      (await siteOf(front('title: T\n') + text)).site?.posts[0]?.essay.words
    const plain = await words('One two three four.\n')
    const noted = await words(
      'One* two[^a] three^[inline note] four[^zz] .\n\n* star note here\n\n[^a]: label\n',
    )
    assert.equal(plain?.body, 4)
    assert.equal(noted?.body, 4)
    assert.equal(noted?.notes, 6)
  })
})

describe('addresses', () => {
  const idsOf = async (text: string) => {
    const site = await siteOf(front('title: T\n') + text)
    const { elements } = readPage(site.text('posts/p/index.html'))
    return elements.flatMap((each) => attribute(each, 'id') ?? [])
  }

  it('of headings stay when notes are added', async () => {
    const plain = await idsOf('## One\n\n## One\n\n## Two *b*\n\nText.\n')
    const noted = await idsOf(
      '## One^[x]\n\n## One[^a]\n\n## Two* *b*[^zz]\n\nText*.\n\n[^a]: t\n\n* n\n',
    )
    assert.deepEqual(
      noted.filter((id) => !/^(?:fn|fnref|notes)-/.test(id)),
      plain,
    )
  })

  it('of headings stay when a missing note is written', async () => {
    const text = '## One[^a]\n\n## Two** *b*\n\n## Four ^[ ]\n\nText*.\n'
    const without = await idsOf(`${text}\n* n\n`)
    const whole = await idsOf(`${text}\n* n\n\n** m\n\n[^a]: t\n`)
    const heads = (ids: readonly string[]) => ids.filter((id) => !/^(?:fn|fnref|notes)-/.test(id))
    assert.deepEqual(heads(without), ['one', 'two-b', 'four'])
    assert.deepEqual(heads(whole), heads(without))
  })

  it('of notes with names stay when another note is added', async () => {
    const text = 'A[^greer] b[^Knuth-74] c[^greer].\n\n[^greer]: t\n\n[^Knuth-74]: u\n'
    const before = (await idsOf(text)).filter((id) => id.startsWith('fn'))
    const after = await idsOf(`New* one^[two][^abc].\n\n${text}\n[^abc]: v\n\n* w\n`)
    assert.equal(before.length, 5)
    for (const id of before) assert.ok(after.includes(id), id)
  })

  it('of headings that have no words differ all the same', async () => {
    const ids = await idsOf(
      '## ***\n\n## [^a]\n\n## !!!\n\n## 。\n\n## fn-a\n\n## “notes-b”\n\n[^a]: t\n',
    )
    const heads = ids.filter((id) => !/^(?:fn|fnref|notes)-/.test(id))
    assert.deepEqual(heads, [
      'section',
      'section-1',
      'section-2',
      'section-3',
      'section-fn-a',
      'section-notes-b',
    ])
  })
})
