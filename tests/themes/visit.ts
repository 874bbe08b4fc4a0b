import { createRequire } from 'node:module'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { origin } from './browse.ts'
import type { MatrixSite } from './matrix-site.ts'

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

const types: Readonly<Record<string, string>> = {
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  woff2: 'font/woff2',
  png: 'image/png',
  svg: 'image/svg+xml',
}

/** The media type of a file, by the end of its name; a page's where it has none. */
export const contentTypeOf = (path: string): string =>
  types[path.split('.').at(-1) ?? ''] ?? 'text/html; charset=utf-8'

/** What a browser said and asked for since it was last asked. */
export interface Visitor {
  readonly page: Page
  /** Messages of the console, broken policies among them; errors; requests to other sites; what was not found. */
  readonly complaints: () => readonly string[]
  /** Paths asked for since the last `goto`, the page's own first. */
  readonly requests: () => readonly string[]
  readonly goto: (path: string) => Promise<void>
  readonly close: () => Promise<void>
}

/** A tab that is served a site as a good host would: with its headers, its policy enforced, and nothing from elsewhere. */
export async function visitor(
  browser: Browser,
  site: MatrixSite,
  options: Parameters<Browser['newContext']>[0],
): Promise<Visitor> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  const requests: string[] = []
  await page.addInitScript({ path: axe })
  await page.addInitScript(watchShifts)
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(error.message))
  await serve(context, site, requests, complaints)
  return {
    page,
    complaints: () => complaints.splice(0),
    requests: () => [...requests],
    goto: async (path) => {
      requests.length = 0
      await page.goto(origin + path)
    },
    close: () => context.close(),
  }
}

async function serve(
  context: BrowserContext,
  site: MatrixSite,
  requests: string[],
  complaints: string[],
): Promise<void> {
  await context.route('**/*', (route) => {
    const url = new URL(route.request().url())
    const path = decodeURI(url.pathname)
    requests.push(path)
    if (url.origin !== origin) complaints.push(`asked ${url.href}`)
    const body = site.files.get(path)
    if (body === undefined) complaints.push(`${path} is not there`)
    return route.fulfill({
      body: Buffer.from(body ?? ''),
      status: body === undefined ? 404 : 200,
      headers: {
        'content-type': contentTypeOf(path),
        ...site.headersOf(path),
      },
    })
  })
}

interface Shift extends PerformanceEntry {
  readonly value: number
  readonly sources: readonly {
    readonly node: Node | null
    readonly previousRect: DOMRectReadOnly
    readonly currentRect: DOMRectReadOnly
  }[]
}

/**
 * Writes down what moves while the page loads (https://web.dev/articles/cls), from where the three decimals that are
 * told of it would not be noughts. Runs in the browser.
 */
export function watchShifts(): void {
  const box = window as unknown as { moved: string[] }
  box.moved = []
  const place = ({ x, y, width, height }: DOMRectReadOnly) => `${x} ${y} ${width}×${height}`
  new PerformanceObserver((list) => {
    for (const { value, sources } of list.getEntries() as unknown as readonly Shift[])
      if (value >= 0.0005)
        box.moved.push(
          `moves by ${value}: ${sources.map(({ node, previousRect, currentRect }) => `${node?.nodeName} “${node?.textContent?.slice(0, 40)}” from ${place(previousRect)} to ${place(currentRect)}`).join('; ')}`,
        )
  }).observe({ type: 'layout-shift', buffered: true })
}

/**
 * What axe finds wrong on the page as it is, one line a fault.
 *
 * @param rules the rules to try; all of them if it is left out
 */
export function axeFaults(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  return page.evaluate(async (runOnly) => {
    const { axe } = window as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run({
      resultTypes: ['violations'],
      ...(runOnly ? { runOnly: [...runOnly] } : {}),
    })
    return violations.flatMap(({ id, nodes }) =>
      nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`),
    )
  }, rules)
}

/** By how many pixels the page is wider than its window. */
export const tooWide = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    return scrollWidth - clientWidth
  })

/** What moved while the page loaded, and by how much. */
export const movesOf = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => (window as unknown as { moved: readonly string[] }).moved)

/** Columns of a table are as wide as what has come of it (CSS 2.1, 17.5.2.2): its cells may move, nothing else may. */
export const isOfCells = (move: string): boolean => /: (?:T[DHR] [^;]*(?:; )?)+$/.test(move)
