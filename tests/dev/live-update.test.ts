import assert from 'node:assert/strict'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { after, before, beforeEach, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import type { RunningServer } from '../../src/dev/start-preview.ts'
import { launchBrowser } from '../browser.ts'
import { temporaryFolder, writeFiles } from './built-site.ts'
import { startStub } from './stub-site.ts'

const filler = Array.from({ length: 60 }, (_, i) => `Paragraph ${i} of a long text.`).join('\n\n')
const siteFiles = {
  'content/posts/a.md': `First\n\n${filler}\n\nThe last words.`,
  'content/posts/b.md': 'Second\n\nOther text.',
  'content/style.css': 'p { color: rgb(1, 2, 3) }',
  'public/pic.svg': '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"/>',
  'public/fixed.css': 'h1 { color: rgb(1, 1, 1) }',
}

let root = ''
let server: RunningServer
let browser: Browser
let page: Page
const faults: string[] = []

before(async () => {
  root = await temporaryFolder(siteFiles)
  server = await startStub(root)
  browser = await launchBrowser()
  page = await browser.newPage({ viewport: { width: 1000, height: 700 } })
  page.setDefaultTimeout(5_000)
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/status of (?:404|500)/.test(message.text()))
      faults.push(message.text())
  })
})
after(async () => {
  await browser?.close()
  await server?.close()
})

/** Opens a page that listens, and marks its window: a reload would lose the mark. */
async function open(target: string): Promise<void> {
  await page.goto('about:blank')
  const listening = page
    .waitForEvent('websocket')
    .then((socket) => socket.waitForEvent('framereceived'))
  await page.goto(new URL(target, server.url).href)
  await listening
  await page.evaluate(() => Object.assign(window, { mark: 'kept' }))
}

async function assertNotReloaded(): Promise<void> {
  assert.equal(await page.evaluate(() => (window as { mark?: string }).mark), 'kept')
}

async function save(name: string, text: string): Promise<void> {
  await writeFile(path.join(root, name), text)
}

beforeEach(async () => {
  faults.length = 0
  await writeFiles(root, siteFiles)
})

test('an edit is on screen with scroll position and focus kept', async () => {
  await open('/posts/a/')
  const word = page.getByLabel('Word')
  await word.fill('half a wo')
  await word.focus()
  await page.evaluate(() => window.scrollTo(0, 900))
  await save(
    'content/posts/a.md',
    `First, renamed\n\nA new start.\n\n${filler}\n\nThe edited words.`,
  )
  await page.getByText('The edited words.').waitFor({ state: 'attached' })
  await page.getByText('A new start.').waitFor({ state: 'attached' })
  assert.equal(await page.evaluate(() => window.scrollY), 900)
  assert.equal(
    await page.evaluate(() => document.activeElement?.getAttribute('aria-label')),
    'Word',
  )
  assert.equal(await word.inputValue(), 'half a wo')
  assert.equal(await page.title(), 'First, renamed')
  await assertNotReloaded()
  assert.deepEqual(faults, [])
})

test('the words that are edited keep the focus, whatever is put before them', async () => {
  const text = (start: string, end: string): string =>
    `First\n\n${start}One.\n\nTwo.\n\n<b>See <a href="/x">${end}</a></b>\n\nTwo.`
  await save('content/posts/b.md', text('', 'a link'))
  await page.waitForTimeout(300)
  await open('/posts/b/')
  await page.getByRole('link', { name: 'a link' }).focus()
  await save('content/posts/b.md', text('Zero.\n\nTwo.\n\n', 'an edited link'))
  await page.getByRole('link', { name: 'an edited link' }).waitFor()
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'an edited link')
  const blocks = await page.locator('article > *').allTextContents()
  assert.deepEqual(blocks.slice(0, 7), [
    'First',
    'Zero.',
    'Two.',
    'One.',
    'Two.',
    'See an edited link',
    'Two.',
  ])
  assert.equal(await page.locator('[id^=ibid-pair]').count(), 0)
  await assertNotReloaded()
})

test('an open sheet stays open', async () => {
  await open('/posts/a/#fn-1')
  await save('content/posts/a.md', `First\n\n${filler}\n\nWords under a sheet.`)
  await page.getByText('Words under a sheet.').waitFor({ state: 'attached' })
  assert.equal(await page.evaluate(() => document.querySelector(':target')?.id), 'fn-1')
  await assertNotReloaded()
})

test('an error opens the overlay with its frame, and mending closes it', async () => {
  await open('/posts/a/')
  await page.locator('#home').focus()
  await save('content/posts/b.md', 'Second\n\nA MISSING note.')
  const overlay = page.locator('ibid-problems')
  await overlay.getByText('content/posts/b.md:3:3').waitFor()
  assert.equal(await overlay.getByRole('status').textContent(), '1 error')
  assert.equal(await overlay.locator('pre').textContent(), '3 | A MISSING note.\n  |   ^^^^^^^')
  await overlay.getByText('Found MISSING & <script>').waitFor()
  assert.equal(await page.evaluate(() => document.activeElement?.id), 'home')
  await save('content/posts/b.md', 'Second\n\nA note.')
  await overlay.waitFor({ state: 'detached' })
  await assertNotReloaded()
  assert.deepEqual(faults, [])
})

test('the overlay is closed by its button or by Escape, until there are other errors', async () => {
  await open('/posts/a/')
  const overlay = page.locator('ibid-problems')
  await save('content/posts/b.md', 'Second\n\nA MISSING note.')
  await overlay.getByRole('button', { name: 'Close' }).click()
  await overlay.waitFor({ state: 'detached' })
  await save('content/posts/a.md', 'First\n\nAnother edit.')
  await page.getByText('Another edit.').waitFor()
  assert.equal(await overlay.count(), 0)
  await save('content/posts/b.md', 'Second\n\n\nA MISSING note, lower.')
  await overlay.getByText('content/posts/b.md:4:3').waitFor()
  await overlay.getByRole('button').focus()
  await page.keyboard.press('Escape')
  await overlay.waitFor({ state: 'detached' })
})

test('errors that were there before the page are shown when it opens', async () => {
  await save('content/posts/b.md', 'Second\n\nA MISSING note.')
  await page.waitForTimeout(300)
  await open('/posts/a/')
  await page.locator('ibid-problems').getByText('content/posts/b.md:3:3').waitFor()
})

test('a broken post shows its error in its place, and comes back when it is mended', async () => {
  await open('/posts/b/')
  await save('content/posts/b.md', 'Second\n\nBROKEN text.')
  await page.getByRole('heading', { name: 'content/posts/b.md cannot be shown' }).waitFor()
  await save('content/posts/b.md', 'Second\n\nMended text.')
  await page.getByText('Mended text.').waitFor()
  assert.equal(await page.title(), 'Second')
  assert.equal(await page.locator('link[href="/__ibid/page.css"]').count(), 0)
  await assertNotReloaded()
})

test('a page that vanishes is the page for that, until it is back', async () => {
  await open('/posts/b/')
  await rm(path.join(root, 'content/posts/b.md'))
  await page.getByRole('heading', { name: 'Not here' }).waitFor()
  await save('content/posts/b.md', 'Second\n\nBack again.')
  await page.getByText('Back again.').waitFor()
  await assertNotReloaded()
})

test('a change of style is applied without a new page', async () => {
  await open('/posts/b/')
  const color = (name: string): Promise<string> =>
    page.evaluate(
      (selector) => getComputedStyle(document.querySelector(selector) ?? document.body).color,
      name,
    )
  assert.equal(await color('p'), 'rgb(1, 2, 3)')
  await save('content/style.css', 'p { color: rgb(7, 8, 9) }')
  await page.waitForFunction(
    () => getComputedStyle(document.querySelector('p') ?? document.body).color === 'rgb(7, 8, 9)',
  )
  // The old sheet goes once the new one has come.
  await page.waitForFunction(() => document.querySelectorAll('link[rel=stylesheet]').length === 2)
  await save('public/fixed.css', 'h1 { color: rgb(9, 9, 9) }')
  await page.waitForFunction(
    () => getComputedStyle(document.querySelector('h1') ?? document.body).color === 'rgb(9, 9, 9)',
  )
  await page.waitForFunction(() => document.querySelectorAll('link[rel=stylesheet]').length === 2)
  await assertNotReloaded()
  assert.deepEqual(faults, [])
})

test('a changed picture is shown', async () => {
  await open('/posts/b/')
  await save('public/pic.svg', '<svg xmlns="http://www.w3.org/2000/svg" width="33" height="10"/>')
  await page.waitForFunction(() => document.querySelector('img')?.naturalWidth === 33)
  await assertNotReloaded()
})

test('the overview follows each save and copies places', async () => {
  await open('/__ibid/')
  await page.evaluate(() => document.querySelector('details')?.setAttribute('open', ''))
  await save('content/posts/b.md', 'Second\n\nDRAFT text.')
  await page.getByRole('button', { name: 'Copy content/posts/b.md:1', exact: true }).waitFor()
  assert.equal(await page.evaluate(() => document.querySelector('details')?.open), true)
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.getByRole('button', { name: 'Copy content/posts/b.md:1', exact: true }).click()
  await page.waitForFunction(
    async () => (await navigator.clipboard.readText()) === 'content/posts/b.md:1',
  )
})

test('the overlay and the pages of the server have no fault that axe finds', async () => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
  const faultsOf = async (target: string): Promise<unknown> => {
    await open(target)
    await page.locator('ibid-problems').getByText('content/posts/b.md').first().waitFor()
    await page.evaluate(axe)
    return await page.evaluate(
      'axe.run().then(({ violations }) => violations.map((v) => [v.id, v.nodes.map((n) => n.html)]))',
    )
  }
  await save('content/posts/b.md', 'Second\n\nA BROKEN DRAFT.')
  await save('content/posts/c.md', 'Third\n\nA MISSING DRAFT.')
  await page.waitForTimeout(300)
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme })
    for (const target of ['/posts/b/', '/__ibid/'])
      assert.deepEqual(await faultsOf(target), [], `${target} ${scheme}`)
  }
  await page.emulateMedia({ colorScheme: null })
  await rm(path.join(root, 'content/posts/c.md'))
})

test('what a page sends over the socket is not listened to', async () => {
  await open('/posts/b/')
  const told = await page.evaluate(async () => {
    const script = document.querySelector<HTMLScriptElement>('script[src*="token="]')
    const token = new URL(script?.src ?? '').searchParams.get('token')
    const socket = new WebSocket(`ws://${location.host}/__ibid/live?token=${token}`, 'vite-hmr')
    const messages: string[] = []
    socket.onmessage = ({ data }) => messages.push(String(data))
    await new Promise((resolve) => {
      socket.onopen = resolve
    })
    const call = { name: 'fetchModule', id: 'send:1', data: ['file:///etc/passwd?raw'] }
    socket.send(JSON.stringify({ type: 'custom', event: 'vite:invoke', data: call }))
    await new Promise((resolve) => setTimeout(resolve, 300))
    return messages.join('\n')
  })
  assert.match(told, /"connected"/)
  assert.doesNotMatch(told, /vite:invoke|root:x/)
})

test('a server that is started anew is found again', async () => {
  const folder = await temporaryFolder(siteFiles)
  const first = await startStub(folder)
  const port = Number(new URL(first.url).port)
  const tab = await browser.newPage()
  await tab.goto(first.url)
  await first.close()
  await writeFile(path.join(folder, 'content/posts/c.md'), 'While away\n\nText.')
  const second = await startStub(folder, { port })
  await tab.getByRole('link', { name: 'While away' }).waitFor({ timeout: 8_000 })
  await tab.close()
  await second.close()
})
