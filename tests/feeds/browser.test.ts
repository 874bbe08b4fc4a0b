import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { ownEngine } from '../../src/cli/engine.ts'
import { type RunningServer, startPreview } from '../../src/dev/start-preview.ts'
import { launchBrowser } from '../browser.ts'
import { callIbid } from '../cli/call-ibid.ts'
import { rawRequest } from '../dev/raw-request.ts'

const root = mkdtempSync(path.join(tmpdir(), 'ibid-feeds-browser-'))
let server: RunningServer
let browser: Browser

function put(name: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, name)), { recursive: true })
  writeFileSync(path.join(root, name), text)
}

before(async () => {
  put(
    'content/site.yaml',
    'title: Margins\nurl: https://example.org/\ndescription: Essays.\nfeeds: { items: 2 }\n',
  )
  for (const day of [1, 2, 3])
    put(
      `content/posts/p${day}.md`,
      `---\nid: k7q2m4x${day}\ntitle: Post ${day} <b>\ndate: 2017-01-0${day}\nsummary: About ${day}.\ntags: [wifi]\n---\n\nBodyOf${day}${'long'.repeat(99)}[^1]\n\n[^1]: NoteOf${day}\n`,
    )
  const engine = ownEngine
  const { code, err } = await callIbid(['build', '--root', root], { cwd: root, env: {}, engine })
  assert.equal(code, 0, err)
  server = await startPreview({ out: path.join(root, 'dist'), port: 0 })
  browser = await launchBrowser()
})
after(async () => {
  await browser?.close()
  await server?.close()
  rmSync(root, { recursive: true, force: true })
})

/** Elements of a feed that have a box on the page, each with its words. */
function shown(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((each) => each.getClientRects().length > 0 && each.children.length === 0)
      .map((each) => `${each.localName}: ${each.textContent}`),
  )
}

const rssItems = [3, 2].flatMap((day) => [
  `title: Post ${day} <b>`,
  `link: https://example.org/posts/p${day}/`,
  `pubDate: ${day === 3 ? 'Tue, 03' : 'Mon, 02'} Jan 2017 00:00:00 GMT`,
  `description: About ${day}.`,
])
const atomItems = [3, 2].flatMap((day) => [
  `title: Post ${day} <b>`,
  `published: 2017-01-0${day}T00:00:00Z`,
  `summary: About ${day}.`,
])
const pages: Readonly<Record<string, readonly string[]>> = {
  'feed.xml': ['title: Margins', 'description: Essays.', ...rssItems],
  'atom.xml': ['title: Margins', 'subtitle: Essays.', ...atomItems],
  'tags/wifi/feed.xml': ['title: Tagged “wifi” – Margins', 'description: Essays.', ...rssItems],
}

for (const [file, expected] of Object.entries(pages))
  test(`a person who opens ${file} sees titles, days and summaries, under our policy`, async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await browser.newPage({ viewport: { width: 390, height: 844 }, colorScheme })
      const complaints: string[] = []
      page.on('console', (message) => complaints.push(message.text()))
      const answer = await page.goto(new URL(file, server.url).href)
      assert.match(answer?.headers()['content-security-policy'] ?? '', /^default-src 'none'/)
      assert.deepEqual(await shown(page), expected)
      const { wide, colour } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth,
        colour: getComputedStyle(document.documentElement).color,
      }))
      assert.ok(wide <= 390, `${wide} px wide`)
      assert.equal(colour, colorScheme === 'light' ? 'rgb(0, 0, 0)' : 'rgb(255, 255, 255)')
      assert.deepEqual(
        complaints.filter((line) => !line.includes('404')),
        [],
        'but for the icon that browsers ask for',
      )
      await page.close()
    }
  })

test('programs get the types of feeds, and caches keep the two apart', async () => {
  const port = Number(new URL(server.url).port)
  const typeFor = async (target: string, headers: Readonly<Record<string, string>>) => {
    const answer = await rawRequest({ port, target, headers })
    assert.match(answer.headers.get('vary') ?? '', /\bSec-Fetch-Dest\b/)
    return answer.headers.get('content-type')
  }
  for (const [target, type] of [
    ['/feed.xml', 'rss'],
    ['/atom.xml', 'atom'],
    ['/feeds/2017.xml', 'rss'],
  ] as const) {
    const own = `application/${type}+xml; charset=utf-8`
    assert.equal(await typeFor(target, {}), own)
    assert.equal(await typeFor(target, { 'Sec-Fetch-Dest': 'empty' }), own)
    assert.equal(
      await typeFor(target, { 'Sec-Fetch-Dest': 'document' }),
      'application/xml; charset=utf-8',
    )
  }
})
