import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import type { OutputPath } from '../../src/model/paths.ts'
import { launchBrowser } from '../browser.ts'
import { type RenderedFiles, rendered } from '../site-from.ts'

const origin = 'https://example.org'
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const types: Readonly<Record<string, string>> = {
  js: 'text/javascript',
  json: 'application/json',
  css: 'text/css',
  html: 'text/html; charset=utf-8',
}

const post = (id: string, title: string, body: string) =>
  `---\nid: ${id}\ntitle: ${title}\ndate: 2024-05-06\nsummary: About ${title}.\n---\n\n${body}\n`

let browser: Browser
let site: RenderedFiles
before(async () => {
  site = await rendered({
    'content/site.yaml': `title: Example\nurl: ${origin}/\n`,
    'content/posts/locks.md': post(
      'abcd1234',
      'On locks',
      'A lock* is a promise.\n\n*Greer said so.',
    ),
    'content/posts/keys.md': post('bcde2345', 'On <keys>', 'A key opens a lock.'),
  })
  browser = await launchBrowser()
})
after(() => browser?.close())

/** Opens the search page as a host would serve it; what goes wrong there is told in `complaints`. */
async function open(
  query = '',
  options: BrowserContextOptions = {},
  refused: (path: string) => boolean = () => false,
): Promise<{ page: Page; complaints: string[]; fetched: string[] }> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  const fetched: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => complaints.push(message.text()))
  await page.route('**/*', (route) => {
    const { pathname } = new URL(route.request().url())
    const path = pathname.slice(1).replace(/(^|\/)$/, '$1index.html')
    fetched.push(path)
    if (!site.has(path) || refused(path)) return route.fulfill({ status: 404, body: '' })
    const contentType = types[path.split('.').at(-1) ?? ''] ?? 'text/plain'
    const body = site.files.get(path as OutputPath)?.body
    return route.fulfill({
      body: body instanceof Uint8Array ? Buffer.from(body) : site.text(path),
      contentType,
    })
  })
  await page.goto(`${origin}/search/${query}`)
  return { page, complaints, fetched }
}

const titles = (page: Page) => page.locator('[data-search-results] a').allTextContents()

test('whoever types finds essays and hears how many; nothing is fetched before', async () => {
  const { page, complaints, fetched } = await open()
  assert.ok(!fetched.some((path) => path.endsWith('.json')))
  await page.getByRole('searchbox', { name: 'Search' }).fill('lock')
  await page.getByRole('status').getByText('2 results').waitFor()
  assert.deepEqual(await titles(page), ['On locks', 'On <keys>'])
  await page.getByRole('searchbox').fill('greer')
  await page.getByRole('status').getByText('1 result').waitFor()
  assert.deepEqual(await titles(page), ['On locks'])
  assert.equal(new URL(page.url()).search, '?q=greer')
  await page.getByRole('searchbox').fill('zebra')
  await page.getByRole('status').getByText('Nothing was found.').waitFor()
  assert.deepEqual(await titles(page), [])
  await page.getByRole('searchbox').fill('')
  await page.waitForFunction(() => !document.querySelector('[role=status]')?.textContent)
  assert.equal(new URL(page.url()).search, '')
  assert.deepEqual(complaints, [])
  await page.context().close()
})

test('the keyboard alone reaches a result and comes back', async () => {
  const { page } = await open('?q=lock')
  await page.getByRole('status').getByText('2 results').waitFor()
  await page.getByRole('searchbox').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'On locks')
  await page.keyboard.press('ArrowUp')
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'INPUT')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForURL(`${origin}/posts/locks/`)
  await page.context().close()
})

for (const colorScheme of ['light', 'dark'] as const)
  for (const width of [1280, 390])
    test(`the page with results is accessible: ${width} px, ${colorScheme}`, async () => {
      const viewport = { width, height: 800 }
      const { page } = await open('?q=lock', { viewport, colorScheme, bypassCSP: true })
      await page.getByRole('status').getByText('2 results').waitFor()
      await page.evaluate(axe)
      const found = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as {
          axe: { run: () => Promise<{ violations: { id: string }[] }> }
        }
        return (await axe.run()).violations.map((violation) => violation.id)
      })
      assert.deepEqual(found, [])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth)
      assert.ok(wide <= width, `${wide} px`)
      await page.context().close()
    })

test('of many results in files of their own the first are shown, and more as the reader comes to the end', async () => {
  const text = site.text
  const count = 25
  const file = (number: number): string =>
    JSON.stringify(
      Array.from({ length: 20 }, (_, at) => ({
        title: `Essay ${number * 20 + at}`,
        href: '/posts/locks/',
        summary: 'A line of text.',
      })),
    )
  const large = (index: string): string =>
    JSON.stringify({
      ...JSON.parse(index),
      essays: { each: 20, hrefs: ['/essays/0', '/essays/1'] },
      lengths: Array.from({ length: count }, () => [1, 0, 0, 1, 0]),
      averages: [1, 0, 0, 1, 0],
      pieces: [{ from: '', index: [['lock', [3, 0, ...Array(count - 1).fill(1)]]] }],
    })
  const whole = site
  site = {
    ...whole,
    has: (path) => path.startsWith('essays/') || whole.has(path),
    text: (path) =>
      path.startsWith('essays/')
        ? file(Number(path.at(-1)))
        : /search\.\w+\.json$/.test(path)
          ? large(text(path))
          : text(path),
  }
  const { page, complaints, fetched } = await open('?q=lock', {
    viewport: { width: 800, height: 600 },
  })
  await page.getByRole('status').getByText('25 results').waitFor()
  assert.equal((await titles(page)).length, 10)
  assert.ok(!fetched.includes('essays/1'))
  await page.keyboard.press('End')
  await page.getByRole('link', { name: 'Essay 19' }).waitFor()
  await page.getByRole('link', { name: 'Essay 19' }).focus()
  await page.getByRole('link', { name: 'Essay 24' }).waitFor()
  assert.deepEqual(
    await titles(page),
    Array.from({ length: count }, (_, at) => `Essay ${at}`),
  )
  await page.getByRole('searchbox').fill('zebra')
  await page.getByRole('status').getByText('Nothing was found.').waitFor()
  assert.deepEqual(await titles(page), [])
  assert.deepEqual(complaints, [])
  site = whole
  await page.context().close()
})

test('without script the page leads to the archive and shows no field', async () => {
  const { page } = await open('', { javaScriptEnabled: false })
  assert.ok(await page.getByRole('main').getByRole('link', { name: 'Archive' }).isVisible())
  assert.ok(!(await page.getByRole('searchbox').isVisible()))
  await page.context().close()
})

test('where the index cannot be had, that is said, and the archive is offered again', async () => {
  let broken = true
  const { page } = await open('', {}, (path) => broken && path.endsWith('.json'))
  assert.ok(!(await page.getByRole('main').getByRole('link', { name: 'Archive' }).isVisible()))
  await page.getByRole('searchbox').fill('lock')
  await page.getByRole('status').getByText('could not be loaded').waitFor()
  assert.ok(await page.getByRole('main').getByRole('link', { name: 'Archive' }).isVisible())
  broken = false
  await page.getByRole('searchbox').fill('promise')
  await page.getByRole('status').getByText('1 result').waitFor()
  assert.ok(!(await page.getByRole('main').getByRole('link', { name: 'Archive' }).isVisible()))
  await page.context().close()
})

test('a changed script does not run', async () => {
  const before = site.text
  site = { ...site, text: (path) => before(path) + (/search\.\w+\.js$/.test(path) ? ' ' : '') }
  const { page } = await open()
  assert.ok(await page.getByRole('main').getByRole('link', { name: 'Archive' }).isVisible())
  site = { ...site, text: before }
  await page.context().close()
})
