import assert from 'node:assert/strict'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { after, test } from 'node:test'
import { setTimeout } from 'node:timers/promises'
import type { Browser } from 'playwright-core'
import { launchBrowser } from '../browser.ts'
import { windowOf } from './browse.ts'
import { type MatrixSite, matrixSite } from './matrix-site.ts'
import { contentTypeOf, isOfCells, movesOf, watchShifts } from './visit.ts'

const themes = ['marginalia', 'bulletin', 'plain']
const sites = new Map<string, MatrixSite>()
for (const theme of themes) sites.set(theme, await matrixSite(theme))
const browser = await launchBrowser()
after(() => browser.close())

/** Characters; about what one packet of TCP holds. */
const piece = 1400
/** Milliseconds between two pieces: more than a browser takes from one painting to the next. */
const pause = 40

/** A page in pieces that end where a tag does: half a word may well move. */
function piecesOf(html: string): readonly string[] {
  const pieces: string[] = []
  for (let from = 0; from < html.length; ) {
    const end = html.indexOf('>', from + piece) + 1 || html.length
    pieces.push(html.slice(from, end))
    from = end
  }
  return pieces
}

/** A host on a slow line: pages come piece by piece, what they ask for at once. */
async function slowHost(site: MatrixSite): Promise<{ server: Server; origin: string }> {
  const server = createServer(async (request, response) => {
    const path = decodeURI(new URL(request.url ?? '/', 'http://localhost').pathname)
    const body = site.files.get(path) ?? ''
    response.writeHead(200, { 'content-type': contentTypeOf(path) })
    if (typeof body === 'string' && /\/$|\.html$/.test(path))
      for (const part of piecesOf(body)) {
        response.write(part)
        await setTimeout(pause)
      }
    response.end(/\/$|\.html$/.test(path) ? undefined : body)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

async function movesWhileArriving(
  tabs: Browser,
  address: string,
  width: number,
): Promise<readonly string[]> {
  const page = await tabs.newPage(windowOf(width, 844))
  await page.addInitScript(watchShifts)
  await page.goto(address)
  await page.evaluate(() => document.fonts.ready)
  const moves = await movesOf(page)
  await page.context().close()
  return moves.filter((move) => !isOfCells(move)).map((move) => `${address} ${move}`)
}

/** Every kind of page; of the posts one with every kind of note, one with every part, one with long tables. */
const isLooked = (path: string): boolean =>
  !path.startsWith('/posts/') || /every-kind|specimen|many-rows|alarm/.test(path)

for (const [theme, site] of sites)
  test(`${theme}: nothing moves while a page comes in piece by piece`, async () => {
    const { server, origin } = await slowHost(site)
    const found: string[] = []
    const paths = site.paths.filter(isLooked)
    for (const width of theme === 'marginalia' ? [390, 1440] : [390]) {
      const loads = paths.map((path) => movesWhileArriving(browser, origin + path, width))
      found.push(...(await Promise.all(loads)).flat())
    }
    server.closeAllConnections()
    server.close()
    assert.deepEqual(found, [])
  })
