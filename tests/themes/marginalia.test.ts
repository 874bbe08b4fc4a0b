import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { launchBrowser } from '../browser.ts'
import { browse, windowOf, withLetters } from './browse.ts'
import { everything, threeOnALine, twoHundred } from './margin-essays.ts'
import { invalidIn, loadingOf, printed } from './reading-checks.ts'
import { specimenPages } from './specimen.ts'
import { themeSite } from './theme-site.ts'

const specimen = await specimenPages(resolve(import.meta.dirname, '../..'), 'marginalia')
/** Key facts that fill a sheet of paper, some way down the first. */
const manyFacts = `---\ntitle: Facts\nid: facts0k7q2\ndate: 2020-01-01\n---\n\n${'Some words come first. '.repeat(40)}\n\nSome key facts:\n\n${Array.from({ length: 40 }, (_, i) => `- fact number ${i + 1}\n`).join('')}`
const { pages } = await themeSite('marginalia', {
  facts: manyFacts,
  everything,
  many: twoHundred,
  three: threeOnALine,
})
const browser = await launchBrowser()
after(() => browser.close())

test('every kind of page is valid HTML', async () => {
  assert.deepEqual(await invalidIn(specimen), [])
})

test('a page needs five requests at most, none of them elsewhere, and nothing moves while it loads', async () => {
  for (const [width, dark] of [
    [390, true],
    [1440, false],
  ] as const)
    for (const path of ['/posts/everything/', '/posts/three/', '/']) {
      const { requests, shift } = await loadingOf(browser, pages, path, windowOf(width, 844, dark))
      assert.ok(requests.length <= 5, requests.join(' '))
      for (const request of requests) assert.ok(pages.has(request), request)
      assert.ok(!requests.some((request) => request.endsWith('.js')))
      assert.equal(shift, 0, `${path} at ${width} px`)
    }
})

test('a page is small: style sheet 12 KB, fonts 120 KB, an essay of 200 notes 30 KB', () => {
  const sizes = (pattern: RegExp, packed: boolean) =>
    [...pages]
      .filter(([path]) => pattern.test(path))
      .map(([, body]) => (packed ? gzipSync(body, { level: 9 }) : Buffer.from(body)).length)
  const [css = Number.NaN] = sizes(/\/assets\/marginalia\.\w+\.css$/, true)
  assert.ok(css < 12 * 1024, `${css}`)
  const fonts = sizes(/\.woff2$/, false)
  assert.equal(fonts.length, 4)
  const all = fonts.reduce((sum, size) => sum + size, 0)
  assert.ok(all < 120 * 1024, `${all}`)
  const [html = Number.NaN] = sizes(/^\/posts\/many\/$/, true)
  assert.ok(html < 30 * 1024, `${html}`)
})

test('print holds every note and no navigation', async () => {
  const page = await browse(browser, pages, '/posts/many/#n', windowOf(1280, 900))
  const { text } = await printed(page)
  for (let n = 1; n <= 200; n++)
    assert.match(text, new RegExp(`(?:^|\\f) *${n}\\. +Note ${n}\\.`, 'm'))
  assert.doesNotMatch(text, /Archive|Skip to content|↩/)
  await page.context().close()
})

test('on paper long key facts begin where they stand, and go on overleaf', async () => {
  const page = await browse(browser, pages, '/posts/facts/', windowOf(1280, 900))
  const [first = '', second = ''] = (await printed(page)).text.split('\f')
  assert.match(first, /Some key facts[\s\S]*fact number 9\b/i)
  assert.match(second, /fact number 40\b/)
  await page.context().close()
})

test('the theme’s own letters are shown, and begin with small capitals', async () => {
  const page = await browse(browser, withLetters(pages), '/posts/three/', windowOf(1440, 900))
  const [loaded, capitals] = await page.evaluate(async () => {
    const faces = await document.fonts.ready
    const first = document.querySelector('.byline + p') as Element
    return [
      [...faces].filter((face) => face.status === 'loaded').map((face) => face.family),
      getComputedStyle(first, '::first-line').fontVariantCaps,
    ]
  })
  assert.match(String(loaded), /Ibid Serif/)
  assert.equal(capitals, 'small-caps')
  await page.context().close()
})

test('text 20 to 21 px on 64 to 68 characters, 1.5 times its size from line to line', async () => {
  const page = await browse(browser, withLetters(pages), '/posts/three/', windowOf(1440, 900))
  await page.evaluate(() => document.fonts.ready)
  const [size = 0, leading = 0, measure = 0] = await page
    .locator('article > p:not([class])')
    .first()
    .evaluate((p) => {
      const probe = p.appendChild(document.createElement('span'))
      probe.textContent = '0'.repeat(10)
      const zero = probe.getBoundingClientRect().width / 10
      probe.remove()
      const style = getComputedStyle(p)
      return [
        parseFloat(style.fontSize),
        parseFloat(style.lineHeight),
        p.getBoundingClientRect().width / zero,
      ]
    })
  assert.ok(size >= 20 && size <= 21, `${size}`)
  assert.ok(Math.abs(leading / size - 1.5) < 0.01, `${leading}`)
  assert.ok(measure >= 64 && measure <= 68, `${measure}`)
  await page.context().close()
})
