import type { Browser, BrowserContextOptions, Page } from 'playwright-core'

/** Where the pages seem to be. */
export const origin = 'https://example.org'
/** By what the browser asks for. */
const contentTypes: Readonly<Record<string, string>> = {
  stylesheet: 'text/css',
  font: 'font/woff2',
}

/**
 * Opens a page of a site that is held in memory; nothing is asked of the network.
 *
 * @param files bodies by site-absolute path
 * @param path the page to open
 */
export async function browse(
  browser: Browser,
  files: ReadonlyMap<string, string | Uint8Array>,
  path: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.route('**/*', (route) => {
    const request = route.request()
    const body = files.get(decodeURI(new URL(request.url()).pathname))
    if (body === undefined) return route.fulfill({ status: 404, body: '' })
    const contentType = contentTypes[request.resourceType()] ?? 'text/html; charset=utf-8'
    return route.fulfill({ body: Buffer.from(body), contentType })
  })
  await page.goto(origin + path)
  return page
}

/**
 * A site whose letters are waited for, for tests that measure them: on a busy machine they may come too late to be
 * shown at all.
 */
export function withLetters(
  files: ReadonlyMap<string, string | Uint8Array>,
): ReadonlyMap<string, string | Uint8Array> {
  const waiting = [...files].map(([path, body]): [string, string | Uint8Array] => [
    path,
    path.endsWith('.css')
      ? Buffer.from(body).toString().replaceAll('font-display:optional', 'font-display:block')
      : body,
  ])
  return new Map(waiting)
}

/** A window of this size; touched with a finger where it is a telephone's. */
export function windowOf(width: number, height: number, dark = false): BrowserContextOptions {
  return {
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    hasTouch: width < 500,
    reducedMotion: 'reduce',
  }
}
