import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { launchBrowser } from '../browser.ts'
import { axeFaults, tooWide } from '../themes/visit.ts'
import { type Sample, serveSample } from './serve-sample.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')
const wide = { width: 1280, height: 800 }
const narrow = { width: 390, height: 844 }

let browser: Browser
let sample: Sample
before(async () => {
  sample = await serveSample()
  browser = await launchBrowser()
})
after(async () => {
  await browser?.close()
  await sample?.close()
})

/** Opens a tab and writes down what a reader's browser should never meet: errors, and requests to elsewhere. */
async function tabOf(context: BrowserContext): Promise<{ page: Page; complaints: string[] }> {
  const complaints: string[] = []
  const page = await context.newPage()
  page.on('console', (message) => complaints.push(`console: ${message.text()}`))
  page.on('pageerror', (error) => complaints.push(`error: ${error.message}`))
  page.on('request', (request) => {
    if (!request.url().startsWith(sample.url)) complaints.push(`request: ${request.url()}`)
  })
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`)
  })
  return { page, complaints }
}

/** A tab with a page in it. */
async function open(context: BrowserContext, path: string): Promise<{ page: Page }> {
  const { page } = await tabOf(context)
  await page.goto(new URL(path, sample.url).href)
  return { page }
}

for (const viewport of [wide, narrow])
  test(`every page is accessible by day and by night, and stays in its width: ${viewport.width} px`, async () => {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce' })
    const { page, complaints } = await tabOf(context)
    await page.addInitScript({ path: axe })
    const found: string[] = []
    for (const path of sample.pages) {
      await page.emulateMedia({ colorScheme: 'light' })
      await page.goto(new URL(path, sample.url).href)
      const faults = [...(await axeFaults(page)), ...complaints.splice(0)]
      // The night changes colours and nothing else.
      await page.emulateMedia({ colorScheme: 'dark' })
      faults.push(...(await axeFaults(page, ['color-contrast', 'link-in-text-block'])))
      if ((await tooWide(page)) > 0) faults.push('scrolls sideways')
      found.push(...faults.map((fault) => `${path}: ${fault}`))
    }
    await context.close()
    assert.deepEqual(found, [])
  })

test('without JavaScript, a note is followed and left again at 1280 px', async () => {
  const context = await browser.newContext({ viewport: wide, javaScriptEnabled: false })
  const { page } = await open(context, sample.essay)
  const call = page.locator('a[role="doc-noteref"]').first()
  const target = (await call.getAttribute('href')) ?? ''
  await call.click()
  const note = page.locator(`li${target}`)
  await note.waitFor({ state: 'visible' })
  const box = await note.boundingBox()
  assert.ok(box && box.y >= 0 && box.y < wide.height, 'the note is on the screen')
  await note.locator('a[role="doc-backlink"]').first().click()
  const back = await call.boundingBox()
  assert.ok(back && back.y >= 0 && back.y < wide.height, 'the call is on the screen again')
  await context.close()
})

test('at 390 px a note opens over the text: the place is kept, and Back closes it', async () => {
  const context = await browser.newContext({ viewport: narrow, hasTouch: true })
  const { page } = await open(context, sample.essay)
  const call = page.locator('a[role="doc-noteref"]').nth(1)
  await call.evaluate((link) => link.scrollIntoView({ block: 'center' }))
  const before = await page.evaluate(() => globalThis.scrollY)
  const target = (await call.getAttribute('href')) ?? ''
  await call.tap()
  const note = page.locator(`li${target}`)
  await note.waitFor({ state: 'visible' })
  await note.evaluate((li) => Promise.all(li.getAnimations().map((each) => each.finished)))
  const box = await note.boundingBox()
  assert.ok(box, 'the note has a box')
  assert.ok(
    box.y >= 0 && box.y + box.height <= narrow.height + 1,
    'the sheet is inside the viewport',
  )
  assert.ok(box.x >= 0 && box.x + box.width <= narrow.width + 1, 'and no wider')
  assert.equal(await page.evaluate(() => globalThis.scrollY), before, 'the text has not moved')
  await page.goBack()
  await page.waitForFunction(() => location.hash === '')
  assert.notEqual(await note.evaluate((li) => getComputedStyle(li).position), 'fixed')
  assert.equal(await page.evaluate(() => globalThis.scrollY), before)
  await context.close()
})

test('the keyboard alone reaches a note and comes back', async () => {
  const context = await browser.newContext({ viewport: wide })
  const { page } = await open(context, sample.essay)
  const call = page.locator('a[role="doc-noteref"]').first()
  await call.focus()
  await page.keyboard.press('Enter')
  await page.waitForFunction(() => location.hash.startsWith('#fn-'))
  await page.keyboard.press('Tab')
  const role = await page.evaluate(() => document.activeElement?.closest('li')?.id ?? '')
  assert.equal(`#${role}`, await call.getAttribute('href'), 'Tab goes into the note')
  await page.goBack()
  await context.close()
})

test('on paper every note is there and the navigation is not', async () => {
  const context = await browser.newContext({ viewport: wide })
  const { page } = await open(context, sample.essay)
  await page.emulateMedia({ media: 'print' })
  const hidden = await page.$$eval(
    '.notes li',
    (items) => items.filter((li) => li.getBoundingClientRect().height === 0).length,
  )
  assert.equal(hidden, 0)
  assert.equal(await page.locator('nav:visible').count(), 0)
  await context.close()
})
