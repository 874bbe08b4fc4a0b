import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { after, test } from 'node:test'
import type { BrowserContextOptions } from 'playwright-core'
import { launchBrowser } from '../browser.ts'
import { browse, windowOf } from './browse.ts'
import { specimenPages } from './specimen.ts'

const root = resolve(import.meta.dirname, '..', '..')
const files = new Map(await specimenPages(root, 'plain'))
// The redirect would lead away before it has been looked at.
files.set('/old/', String(files.get('/old/')).replace(/<meta http-equiv="refresh"[^>]*>/, ''))
const pages = [...files].filter(([, body]) => typeof body === 'string').map(([path]) => path)
const browser = await launchBrowser()
after(() => browser.close())

const post = '/posts/patching/'
const telephone = windowOf(390, 844)

const axe = createRequire(import.meta.url).resolve('axe-core')

/** What axe finds wrong on pages, one line a fault. */
async function faults(
  paths: readonly string[],
  options: BrowserContextOptions,
): Promise<readonly string[]> {
  const page = await browse(browser, files, '/', { ...options, bypassCSP: true })
  const found: string[] = []
  await page.addInitScript({ path: axe })
  for (const path of paths) {
    await page.goto(`https://example.org${path}`)
    const lines = await page.evaluate(async () => {
      const { axe } = window as unknown as { axe: typeof import('axe-core') }
      const { violations } = await axe.run({ resultTypes: ['violations'] })
      return violations.flatMap(({ id, nodes }) =>
        nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
      )
    })
    found.push(...lines.map((line) => `${path} ${line}`))
  }
  await page.context().close()
  return found
}

test('axe finds nothing on any page of a telephone', async () => {
  assert.deepEqual(await faults(pages, telephone), [])
})

test('axe finds nothing on a wide window in the dark, nor with a sheet open', async () => {
  const some = ['/', post, '/posts/retracted/', '/posts/rtl/', '/archive/', '/tags/']
  assert.deepEqual(await faults(some, windowOf(1280, 844, true)), [])
  assert.deepEqual(await faults([`${post}#fn-k7q2-4`], windowOf(390, 844, true)), [])
})

test('the policy lets everything through that the page needs, and nothing is logged', async () => {
  const page = await browse(browser, files, '/')
  const logged: string[] = []
  page.on('console', (message) => logged.push(message.text()))
  page.on('pageerror', (error) => logged.push(error.message))
  await page.reload()
  assert.deepEqual(logged, [])
  assert.notEqual(await page.evaluate(() => getComputedStyle(document.body).maxWidth), 'none')
  await page.context().close()
})

for (const width of [320, 390, 1024, 1440])
  test(`no page scrolls sideways at ${width} px`, async () => {
    const page = await browse(browser, files, '/', windowOf(width, 800))
    for (const path of pages) {
      await page.goto(`https://example.org${path}`)
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      assert.ok(wide <= 0, `${path} is ${wide} px too wide`)
    }
    await page.context().close()
  })

test('the measure is 60 to 72 characters on wide windows, at least 35 on a telephone', async () => {
  const page = await browse(browser, files, post, windowOf(1440, 900))
  const measure = () =>
    page
      .locator('article > p:not([class])')
      .first()
      .evaluate((p) => {
        const probe = p.appendChild(document.createElement('span'))
        probe.textContent = '0'
        const zero = probe.getBoundingClientRect().width
        probe.remove()
        return p.getBoundingClientRect().width / zero
      })
  const wide = await measure()
  assert.ok(wide >= 60 && wide <= 72, `${wide}`)
  await page.setViewportSize({ width: 390, height: 844 })
  assert.ok((await measure()) >= 35)
  await page.context().close()
})

test('calls of notes leave the lines as high as they are', async () => {
  const page = await browse(browser, files, post, telephone)
  const lines = await page
    .locator('article > p:has(.note-ref)')
    .evaluateAll((paragraphs) =>
      paragraphs.map(
        (p) => p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight),
      ),
    )
  assert.ok(lines.length > 2)
  for (const count of lines) assert.ok(Math.abs(count - Math.round(count)) < 0.02, `${count} lines`)
  await page.context().close()
})

test('a finger finds a call, and the call next to it', async () => {
  const page = await browse(browser, files, post, telephone)
  for (const [id, dx, dy] of [
    ['fnref-k7q2-4', 12, 0],
    ['fnref-k7q2-4', 0, 16],
    ['fnref-k7q2-4', -6, -10],
    ['fnref-k7q2-2', 0, 0],
    ['fnref-k7q2-ten', 0, 0],
    ['fnref-k7q2-ten', 10, 10],
  ] as const) {
    const hit = await page.locator(`#${id}`).evaluate(
      (call, [x, y]) => {
        call.scrollIntoView({ block: 'center' })
        const box = call.getBoundingClientRect()
        const at = document.elementFromPoint(box.x + box.width / 2 + x, box.y + box.height / 2 + y)
        return at?.closest('a')?.id
      },
      [dx, dy] as const,
    )
    assert.equal(hit, id, `${dx}, ${dy}`)
  }
  await page.context().close()
})

test('on a telephone a note comes up as a sheet, the text stays where it is, and back closes it', async () => {
  const page = await browse(browser, files, post, telephone)
  const call = page.locator('#fnref-k7q2-4')
  await call.scrollIntoViewIfNeeded()
  const before = await page.evaluate(() => scrollY)
  await call.tap()
  const note = page.locator('#fn-k7q2-4')
  const box = await note.boundingBox()
  assert.ok(box)
  assert.equal(await note.evaluate((li) => getComputedStyle(li).position), 'fixed')
  assert.equal(await page.evaluate(() => scrollY), before)
  assert.ok(box.x >= 0 && box.x + box.width <= 390 && Math.round(box.y + box.height) <= 844)
  assert.ok(box.height <= 844 * 0.45 + 1)
  const back = note.locator('[role="doc-backlink"]').last()
  const button = await back.boundingBox()
  assert.ok(
    button && button.y > box.y && button.y + button.height <= 844,
    'the way back is in sight',
  )
  await page.goBack()
  assert.equal(await note.evaluate((li) => getComputedStyle(li).position), 'static')
  assert.equal(await page.evaluate(() => scrollY), before)
  await call.tap()
  await back.tap()
  assert.equal(await note.evaluate((li) => getComputedStyle(li).position), 'static')
  const place = await call.boundingBox()
  assert.ok(place && place.y > 0 && place.y < 844, 'the way back leads to the call')
  await page.context().close()
})

test('on a wide window a call leads to its note at the end', async () => {
  const page = await browse(browser, files, post, windowOf(1440, 900))
  await page.locator('#fnref-k7q2-4').click()
  const note = page.locator('#fn-k7q2-4')
  assert.equal(await note.evaluate((li) => getComputedStyle(li).position), 'static')
  const box = await note.boundingBox()
  assert.ok(box && box.y >= 0 && box.y < 900)
  await page.context().close()
})

test('print has every note and no navigation', async () => {
  const page = await browse(browser, files, `${post}#fn-k7q2-4`, windowOf(794, 1123))
  await page.emulateMedia({ media: 'print' })
  const notes = page.locator('.notes > ol > li')
  assert.equal(await notes.count(), 5)
  for (const note of await notes.all()) {
    assert.ok(await note.isVisible())
    assert.equal(await note.evaluate((li) => getComputedStyle(li).position), 'static')
  }
  for (const nav of await page.locator('nav, .skip, [role="doc-backlink"]').all())
    assert.equal(await nav.isVisible(), false)
  await page.context().close()
})

test('type keeps to its sizes', async () => {
  for (const [width, least, most] of [
    [1440, 18, 21],
    [390, 16, 18],
  ] as const) {
    const page = await browse(browser, files, post, windowOf(width, 844))
    const size = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
    const text = await size('article > p:not([class])')
    assert.ok(text >= least && text <= most, `${text} px`)
    assert.ok((await size('pre code')) >= 14)
    const note = (await size('.notes li')) / text
    assert.ok(note >= 0.75 && note <= 0.86, `${note}`)
    const scale = [await size('h1'), await size('article > h2'), await size('h3'), text]
    assert.deepEqual(
      [...scale].sort((a, b) => b - a),
      scale,
    )
    await page.context().close()
  }
})
