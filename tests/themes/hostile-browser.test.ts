import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, BrowserContext } from 'playwright-core'
import { launchBrowser } from '../browser.ts'
import { howMany, spread } from '../faults/how-many.ts'
import { siteOf, themes, vectors } from '../hostile-posts.ts'
import { type RenderedFiles, rendered } from '../site-from.ts'

const origin = 'https://example.org'

let browser: Browser
before(async () => {
  browser = await launchBrowser()
})
after(() => browser?.close())

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css',
  js: 'text/javascript',
}

/** A browser that sees the site without its content security policy, so that only the pages themselves hold. */
async function unguarded(site: RenderedFiles, asked: string[]): Promise<BrowserContext> {
  const context = await browser.newContext({ bypassCSP: true, serviceWorkers: 'block' })
  await context.exposeFunction('alert', () => asked.push('alert'))
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url())
    if (url.origin !== origin) {
      asked.push(url.href)
      return route.abort()
    }
    const path = decodeURIComponent(url.pathname.slice(1)).replace(/(^|\/)$/, '$1index.html')
    if (!site.has(path)) return route.fulfill({ status: 404, body: '' })
    const contentType = types[path.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    await route.fulfill({ status: 200, contentType, body: site.text(path) })
  })
  return context
}

/** Does to a page all that a reader could do to it, short of leaving it. Runs in the browser. */
function touchEverything(): number {
  const names = [
    'mouseover',
    'focus',
    'error',
    'load',
    'toggle',
    'animationstart',
    'pointerdown',
    'click',
  ]
  const elements = [...document.querySelectorAll('*')]
  document.addEventListener('click', (event) => event.preventDefault(), true)
  for (const element of elements)
    for (const name of names)
      element.dispatchEvent(new Event(name, { bubbles: false, cancelable: true }))
  return elements.length
}

/** The pages of a site in which every attack is tried that is not refused outright. */
async function hostileSite(theme: string): Promise<RenderedFiles> {
  let tried = vectors
  for (;;) {
    const site = await rendered(siteOf(tried, theme), { keepGoing: true })
    if (site.finished) return site
    // Two attacks on one address bar the whole site, which is right; one of them has to go.
    const guilty = site.diagnostics.flatMap(({ code, file }) =>
      code.startsWith('FS2') ? [file] : [],
    )
    const left = tried.filter(({ id }) => !guilty.includes(`content/posts/${id.toLowerCase()}.md`))
    assert.ok(left.length < tried.length, site.diagnostics[0]?.message)
    tried = left
  }
}

for (const theme of themes)
  test(`${theme}: no attack runs in a browser, or fetches anything`, {
    timeout: 180_000,
  }, async (t) => {
    const site = await hostileSite(theme)
    const pages = site.paths().filter((path) => /^posts\/.*\.html$|^index\.html$/.test(path))
    assert.ok(pages.length > vectors.length * 0.7)
    const asked: string[] = []
    const context = await unguarded(site, asked)
    // The trees of all pages of all themes are read elsewhere; here one theme is tried in full each time.
    const left = [...(theme === 'plain' ? pages : spread(pages, howMany(40, pages.length)))]
    const count = left.length
    const visit = async (): Promise<void> => {
      const page = await context.newPage()
      page.on('dialog', (dialog) => {
        asked.push(dialog.type())
        return dialog.dismiss()
      })
      for (let path = left.pop(); path !== undefined; path = left.pop()) {
        await page.goto(`${origin}/${path.replace(/index\.html$/, '')}`, { waitUntil: 'load' })
        assert.ok((await page.evaluate(touchEverything)) > 20, path)
      }
    }
    await Promise.all([visit(), visit(), visit()])
    await context.close()
    t.diagnostic(`${count} pages, ${asked.length} scripts or requests`)
    assert.deepEqual(asked, [])
  })

test('the browser would have run them', async () => {
  const asked: string[] = []
  const page =
    '<!doctype html><title>x</title><p onmouseover="alert(1)">x</p><img src="https://evil.test/">'
  const site = { has: () => true, text: () => page } as unknown as RenderedFiles
  const context = await unguarded(site, asked)
  const tab = await context.newPage()
  await tab.goto(`${origin}/`)
  await tab.evaluate(touchEverything)
  await tab.waitForTimeout(50)
  await context.close()
  assert.deepEqual(asked.toSorted(), ['alert', 'https://evil.test/'])
})
