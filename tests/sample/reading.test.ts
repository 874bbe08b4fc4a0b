import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { startDev } from '../../src/dev/start-dev.ts'
import type { RunningServer } from '../../src/dev/start-preview.ts'
import { launchBrowser } from '../browser.ts'
import { packageFolder } from '../site-from.ts'
import { sampleWorld } from './render-sample.ts'
import { type Sample, serveSample } from './serve-sample.ts'

let browser: Browser
let sample: Sample
let dev: RunningServer
before(async () => {
  sample = await serveSample()
  dev = await startDev({
    root: packageFolder,
    packageFolder,
    port: 0,
    log: () => {},
    world: sampleWorld,
  })
  browser = await launchBrowser()
})
after(async () => {
  await browser?.close()
  await dev?.close()
  await sample?.close()
})

const urls = { built: () => sample.url, dev: () => dev.url }

/** Runs something in a tab in which nothing may go wrong. */
async function inTab(run: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text())
  })
  await run(page)
  await context.close()
  assert.deepEqual(faults, [])
}

for (const server of ['built', 'dev'] as const) {
  test(`the sample blog is searched by keyboard, by a word of a note: ${server}`, () =>
    inTab(async (page) => {
      await page.goto(new URL('/search/', urls[server]()).href)
      await page.getByRole('searchbox').focus()
      // It stands in a note only.
      await page.keyboard.type('shillings')
      const found = page.locator('[data-search-results] a')
      await found.first().waitFor()
      assert.deepEqual(await found.allTextContents(), ['The lock in the window'])
      await page.keyboard.press('ArrowDown')
      const title = await page.evaluate(() => document.activeElement?.textContent)
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { level: 1, name: title ?? '' }).waitFor()
    }))

  test(`the table of contents leads to each of its headings: ${server}`, () =>
    inTab(async (page) => {
      await page.goto(new URL(sample.essay, urls[server]()).href)
      const contents = page.getByRole('navigation', { name: 'Contents' }).first()
      await contents.locator('summary').first().focus()
      await page.keyboard.press('Enter')
      const links = await contents.getByRole('link').all()
      assert.ok(links.length >= 3)
      for (const link of links) {
        const href = (await link.getAttribute('href')) ?? ''
        const heading = page.locator(`[id="${decodeURIComponent(href.slice(1))}"]`)
        assert.equal(await heading.count(), 1, href)
        assert.match(await heading.evaluate((element) => element.tagName), /^H[2-6]$/)
      }
      await links.at(-1)?.press('Enter')
      await page.waitForURL(/#/)
    }))
}
