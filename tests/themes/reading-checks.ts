import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { promisify } from 'node:util'
import { HtmlValidate } from 'html-validate'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { browse, origin } from './browse.ts'

type Files = ReadonlyMap<string, string | Uint8Array>

/** What a page asked for, and by how much its parts were moved while it loaded (web.dev/articles/cls). */
export interface Loading {
  /** Paths, the page's own first; whole addresses where they lead elsewhere. */
  readonly requests: readonly string[]
  readonly shift: number
}

/** Milliseconds: more than a browser waits for letters before it paints. */
const slowFont = 300

/** Loads a page from nothing, with fonts that come when it has been painted. */
export async function loadingOf(
  browser: Browser,
  files: Files,
  path: string,
  options: BrowserContextOptions,
): Promise<Loading> {
  const page = await browse(browser, files, '/robots.txt', options)
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url().replace(origin, '')))
  await page.addInitScript(() => {
    const box = window as unknown as { shift: number }
    box.shift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        box.shift += (entry as unknown as { value: number }).value
    }).observe({ type: 'layout-shift', buffered: true })
  })
  await page.route('**/*.woff2', async (route) => {
    await setTimeout(slowFont)
    await route.fallback()
  })
  await page.goto(`${origin}${path}`)
  await page.evaluate(() => document.fonts.ready)
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => window.setTimeout(done, 50))),
  )
  const shift = await page.evaluate(() => (window as unknown as { shift: number }).shift)
  await page.context().close()
  return { requests, shift }
}

/** The text of a page as it is printed, and the number of its sheets. */
export async function printed(page: Page): Promise<{ text: string; sheets: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'ibid-print-'))
  try {
    const file = join(folder, 'page.pdf')
    await page.pdf({ path: file, format: 'A4', margin: { top: '2cm', bottom: '2cm' } })
    await promisify(execFile)('pdftotext', ['-layout', file])
    const text = await readFile(join(folder, 'page.txt'), 'utf8')
    return { text, sheets: text.split('\f').length - 1 }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** What is no valid HTML in pages, one line a fault. */
export async function invalidIn(files: Files): Promise<readonly string[]> {
  const validator = new HtmlValidate({
    extends: ['html-validate:standard'],
    rules: { 'doctype-style': 'off', 'long-title': 'off' },
  })
  const found: string[] = []
  for (const [path, html] of files) {
    if (typeof html !== 'string' || !html.includes('<html')) continue
    const { results } = await validator.validateString(html)
    for (const { ruleId, message, column } of results.flatMap(({ messages }) => messages))
      found.push(
        `${path} ${ruleId}: ${message}: ${html.slice(Math.max(0, column - 60), column + 40)}`,
      )
  }
  return found
}
