import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { after, test } from 'node:test'
import { launchBrowser } from '../browser.ts'
import { browse, windowOf } from './browse.ts'
import { specimenPages } from './specimen.ts'

const root = resolve(import.meta.dirname, '..', '..')
const files = new Map(await specimenPages(root, 'plain'))
const browser = await launchBrowser()
after(() => browser.close())

const post = '/posts/patching/'
const telephone = windowOf(390, 844)

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
