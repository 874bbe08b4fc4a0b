import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { launchBrowser } from '../browser.ts'
import { browse, origin, windowOf, withLetters } from './browse.ts'
import { everything, threeOnALine } from './margin-essays.ts'
import { assertApart, assertBeside, placesOf } from './margin-places.ts'
import { invalidIn, loadingOf, printed } from './reading-checks.ts'
import { specimenPages } from './specimen.ts'
import { themeSite } from './theme-site.ts'

const advisory = `---
title: "Stop what you are doing: the lock opens"
id: advisory0k7q2
date: 2020-01-02
updated: 2020-01-05
pullquote: Change the lock and the key, not one of the two.
updates:
  - { date: 2020-01-03, note: Named the version that mends it. }
  - { date: 2020-01-05, note: The first remedy was not enough. }
advisory:
  severity: Critical (9.8)
  cve: [CVE-2020-1001, CVE-2020-1002]
  affected: [lockd before 2.7, keyd 1.0 to 1.4]
  fixed: [lockd 2.7]
---

A short notice today: the column[^1] is back on Monday.

Over the last two days it has become known that the lock can be opened from outside by anybody who stands
near it. This is no slip of one maker, but of the design.

Some key facts:

- every lock of this kind is open
- the fault lies in the drawing, not in the making
  - but some makers have made it worse
- both sides must be changed to mend it
  - it is not enough to change the key
- old locks will not be mended for a long time, if ever
  - unless you know better, take yours for open
- what is inside a safe is still safe[^2]

What to do, in this order. Find out which locks you have, and from whom. Ask the maker, who will say either
that there is a new version or that there will be one. Put it in on both sides. Until then keep what matters
in the safe, and think of the door as a curtain.

For more, the usual places will do, and the paper in which the thing was first described is worth its length.

[^1]: Such as it is.
[^2]: How safe that is, another essay tells.
`
const specimen = await specimenPages(resolve(import.meta.dirname, '../..'), 'bulletin')
const { pages } = await themeSite('bulletin', { advisory, everything, three: threeOnALine })
const browser = await launchBrowser()
after(() => browser.close())

test('every kind of page is valid HTML', async () => {
  assert.deepEqual(await invalidIn(specimen), [])
})

test('on the first screen of a telephone stand severity, date, versions, and the key facts begin', async () => {
  const page = await browse(browser, pages, '/posts/advisory/', windowOf(390, 844))
  const bottomOf = async (selector: string) => {
    const box = await page.locator(selector).first().boundingBox()
    return box ? box.y + box.height : Number.POSITIVE_INFINITY
  }
  assert.match(
    (await page.locator('.status-bar').innerText()).replace(/\s+/g, ' '),
    /^Severity Critical \(9\.8\) Updated 5 January 2020 Affected lockd before 2\.7 keyd 1\.0 to 1\.4 Fixed in lockd 2\.7 CVE CVE-2020-1001, CVE-2020-1002$/,
  )
  assert.ok((await bottomOf('.status-bar')) < 500)
  assert.ok((await bottomOf('.key-facts > ul > li:nth-child(2)')) < 844)
  await page.context().close()
})

test('the bar leads to the log of changes, latest first', async () => {
  const page = await browse(browser, pages, '/posts/advisory/', windowOf(1280, 844))
  await page.locator('.status-bar a').click()
  const log = page.locator('.corrections')
  const box = await log.boundingBox()
  assert.ok(box && box.y < 844)
  assert.match(await log.innerText(), /5 January 2020\s+The first remedy.*3 January 2020\s+Named/s)
  await page.context().close()
})

test('no note touches another, and each stands beside its call where there is room', async () => {
  const page = await browse(browser, pages, '/posts/everything/', windowOf(1440, 900))
  const all = await placesOf(page)
  assert.equal(all.length, 13)
  assertApart(all)
  assert.ok(assertBeside(all) > 4)
  await page.goto(`${origin}/posts/three/`)
  const three = await placesOf(page)
  assertApart(three)
  assert.equal(assertBeside(three), 3)
  await page.context().close()
})

test('a post without an advisory has no bar', () => {
  assert.doesNotMatch(String(pages.get('/posts/three/')), /status-bar/)
})

test('an advisory is printed on one sheet, with its notes and without navigation', async () => {
  const page = await browse(browser, pages, '/posts/advisory/', windowOf(1280, 844))
  const { text, sheets } = await printed(page)
  assert.equal(sheets, 1)
  assert.match(text, /Critical \(9\.8\)/)
  assert.match(text, /Such as it is\.[\s\S]*How safe that is/)
  assert.match(text, /The first remedy was not enough/)
  assert.doesNotMatch(text, /Archive|Skip to content|↩/)
  await page.context().close()
})

test('a page needs five requests at most, none of them elsewhere, and nothing moves while it loads', async () => {
  for (const width of [390, 1440])
    for (const path of ['/posts/everything/', '/posts/advisory/', '/']) {
      const { requests, shift } = await loadingOf(browser, pages, path, windowOf(width, 844))
      assert.ok(requests.length <= 5, requests.join(' '))
      for (const request of requests) assert.ok(pages.has(request), request)
      assert.ok(!requests.some((request) => request.endsWith('.js')))
      assert.equal(shift, 0, `${path} at ${width} px`)
    }
})

test('a page is small: style sheet 12 KB, fonts 60 KB', () => {
  const files = [...pages]
  const css = files.find(([path]) => /\/assets\/bulletin\.\w+\.css$/.test(path))?.[1] ?? ''
  assert.ok(css.length > 0 && gzipSync(css, { level: 9 }).length < 12 * 1024)
  const fonts = files.filter(([path]) => /sans-(?:upright|italic)\.\w+\.woff2$/.test(path))
  assert.equal(fonts.length, 2)
  const all = fonts.reduce((sum, [, body]) => sum + body.length, 0)
  assert.ok(all < 60 * 1024, `${all}`)
})

test('text 17 to 18 px on 70 characters, 1.5 times its size from line to line', async () => {
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
  assert.ok(size >= 17 && size <= 18, `${size}`)
  assert.ok(Math.abs(leading / size - 1.5) < 0.01, `${leading}`)
  assert.ok(Math.abs(measure - 70) < 1.5, `${measure}`)
  await page.context().close()
})
