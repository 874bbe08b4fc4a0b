import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../browser.ts'
import { browse, origin } from './browse.ts'
import { matrixSite } from './matrix-site.ts'

/** The code of Firefox's reader mode. */
const readability = readFileSync(
  createRequire(import.meta.url).resolve('@mozilla/readability/Readability.js'),
  'utf8',
)

const browser = await launchBrowser()
after(() => browser.close())

/** An essay as its page has it and as reader mode shows it. White space is evened out. */
interface Reading {
  /** The text of each note, key fact and standfirst, and how often it stands in the page to be read. */
  readonly pieces: readonly {
    readonly kind: string
    readonly text: string
    readonly times: number
  }[]
  readonly shown: string
}

const readingOf = (page: Page): Promise<Reading> =>
  page.evaluate(() => {
    const { Readability } = window as unknown as typeof import('@mozilla/readability')
    const flat = (text: string | null | undefined) => (text ?? '').replace(/\s+/g, ' ').trim()
    const occurrences = (text: string, part: string) => text.split(part).length - 1
    const page = document.cloneNode(true) as Document
    for (const hidden of page.querySelectorAll('[aria-hidden="true"], script')) hidden.remove()
    const whole = flat(page.querySelector('main > article')?.textContent)
    const kinds = {
      standfirst: '.standfirst',
      note: '.notes > ol > li',
      fact: '.key-facts li:not(:has(li))',
      advisory: '.advisory dd',
      correction: '.corrections dd',
    }
    const pieces = Object.entries(kinds).flatMap(([kind, selector]) =>
      [...page.querySelectorAll(selector)].map((element) => {
        const text = flat(element.textContent)
        return { kind, text, times: occurrences(whole, text) }
      }),
    )
    const article = new Readability(document.cloneNode(true) as Document).parse()
    const shown = new DOMParser().parseFromString(article?.content ?? '', 'text/html').body
      .textContent
    return { pieces, shown: flat(shown) }
  })

const essays = {
  'every-kind-of-note': 28,
  'a-specimen-of-parts': 4,
  'everything-expires-on-a-sunday': 4,
  alarm: 1,
  everything: 13,
}

for (const theme of ['marginalia', 'bulletin', 'plain'])
  test(`${theme}: reader mode keeps every note, standfirst and key fact, none of them twice`, async () => {
    const site = await matrixSite(theme)
    const page = await browse(browser, site.files, '/robots.txt', { bypassCSP: true })
    await page.addInitScript(`${readability}\nwindow.Readability = Readability`)
    for (const [slug, notes] of Object.entries(essays)) {
      await page.goto(`${origin}/posts/${slug}/`)
      const { pieces, shown } = await readingOf(page)
      assert.equal(pieces.filter(({ kind }) => kind === 'note').length, notes, slug)
      for (const { kind, text, times } of pieces)
        assert.equal(shown.split(text).length - 1, times, `${slug}, ${kind}: ${text}`)
      assert.doesNotMatch(shown, /Skip to content|Cite this|Related posts/)
    }
    await page.context().close()
  })
