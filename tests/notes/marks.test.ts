import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { languages } from '../../src/locale/languages.ts'
import { stringsFor } from '../../src/locale/strings.ts'
import { rendered } from '../site-from.ts'
import { attribute, elementsIn, readPage, wordsOf } from './essay-page.ts'

const body = `One* two^[inline] three[^l] four** five* six[^l].

## Head*

*star

** two stars[^l]

[^l]: label
`

/** The page of one post. */
async function pageOf(keys: string, settings = ''): Promise<string> {
  const site = await rendered({
    'content/site.yaml': `title: T\nurl: https://x.test/\n${settings}`,
    'content/posts/p.md': `---\nid: marks-0001\ntitle: T\ndate: 2020-01-01\n${keys}---\n\n${body}`,
  })
  return site.text('posts/p/index.html')
}

const shown = (html: string): string[] => readPage(html).calls.map((call) => wordsOf(call))

describe('marks', () => {
  const numbers = ['1', '2', '3', '4', '1', '3', '1', '3']
  const authored = ['*', '2', '3', '**', '*', '3', '*', '3']
  const symbols = ['*', '†', '‡', '§', '*', '‡', '*', '‡']

  it('are numbers, unless the post or the site says otherwise', async () => {
    assert.deepEqual(shown(await pageOf('')), numbers)
    assert.deepEqual(shown(await pageOf('notes: {marks: authored}\n')), authored)
    assert.deepEqual(shown(await pageOf('notes: {marks: symbols}\n')), symbols)
    assert.deepEqual(shown(await pageOf('', 'notes: {marks: symbols}\n')), symbols)
    assert.deepEqual(
      shown(await pageOf('notes: {marks: number}\n', 'notes: {marks: symbols}\n')),
      numbers,
    )
  })

  it('change no name, no id and no number', async () => {
    const plain = readPage(await pageOf(''))
    for (const marks of ['authored', 'symbols']) {
      const page = readPage(await pageOf(`notes: {marks: ${marks}}\n`))
      assert.deepEqual(page.ids, plain.ids)
      assert.deepEqual(
        page.calls.map((call) => attribute(call, 'aria-label')),
        numbers.map((number) => `Footnote ${number}`),
      )
      assert.deepEqual(
        page.items.map((item) => attribute(item, 'value')),
        ['1', '2', '3', '4'],
      )
      assert.deepEqual(
        page.items.map((item) => attribute(item, 'data-mark')),
        marks === 'symbols' ? ['*', '†', '‡', '§'] : ['*', '2', '3', '**'],
      )
    }
  })

  it('double when the symbols run out', async () => {
    const site = await rendered({
      'content/posts/p.md': `---\nid: marks-0002\ntitle: T\ndate: 2020-01-01\nnotes: {marks: symbols}\n---\n\n${'w^[n] '.repeat(14)}\n`,
    })
    assert.equal(
      shown(site.text('posts/p/index.html')).join(' '),
      '* † ‡ § ‖ ¶ ** †† ‡‡ §§ ‖‖ ¶¶ *** †††',
    )
  })
})

describe('names that are read aloud', () => {
  const tags = Object.keys(languages)

  it('are there in ten languages and more', () => {
    const called = new Set(tags.map((tag) => stringsFor(tag).footnote(7)))
    assert.ok(called.size >= 10, [...called].join(', '))
    for (const name of called) assert.match(name, /7|٧/)
  })

  for (const tag of tags)
    it(`are those of the post’s language: ${tag}`, async () => {
      const strings = stringsFor(tag)
      for (const html of [
        await pageOf(`lang: ${tag}\n`, 'lang: fi\n'),
        await pageOf('', `lang: ${tag}\n`),
      ]) {
        const page = readPage(html)
        assert.deepEqual(
          page.calls.map((call) => attribute(call, 'aria-label')),
          ['1', '2', '3', '4', '1', '3', '1', '3'].map((number) =>
            strings.footnote(Number(number)),
          ),
        )
        const ways = page.items.map((item) =>
          elementsIn(item).filter((each) => attribute(each, 'role') === 'doc-backlink'),
        )
        assert.deepEqual(
          ways.map((each) => each.map((way) => attribute(way, 'aria-label'))),
          [3, 1, 3, 1].map((count, index) =>
            Array.from({ length: count }, (_, at) => strings.backToText(index + 1, at + 1, count)),
          ),
        )
        const heading = page.elements.find((each) => attribute(each, 'id')?.startsWith('notes-'))
        assert.equal(heading && wordsOf(heading), strings.notes)
        assert.match(html, new RegExp(`<html[^>]* lang="${tag}"`, 'i'))
      }
    })
})
