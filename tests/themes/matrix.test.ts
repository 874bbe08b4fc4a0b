import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { launchBrowser } from '../browser.ts'
import { windowOf } from './browse.ts'
import { type MatrixSite, matrixSite } from './matrix-site.ts'
import { invalidIn, printed } from './reading-checks.ts'
import { axeFaults, isOfCells, movesOf, tooWide, type Visitor, visitor } from './visit.ts'

const kibibyte = 1024

/** What an essay page may weigh, compressed, pictures apart. */
interface Limit {
  readonly fonts: number
  readonly requests: number
}
const limits: Readonly<Record<string, Limit>> = {
  marginalia: { fonts: 120 * kibibyte, requests: 6 },
  bulletin: { fonts: 60 * kibibyte, requests: 6 },
  plain: { fonts: 0, requests: 3 },
}
const telephone = 390
const widths = [telephone, 1024, 1440]
const essay = '/posts/every-kind-of-note/'

// All before the first test: the runner takes a file for finished when no test is left that it knows of.
const sites: { theme: string; limit: Limit; site: MatrixSite }[] = []
for (const [theme, limit] of Object.entries(limits))
  sites.push({ theme, limit, site: await matrixSite(theme) })
const browser = await launchBrowser()
after(() => browser.close())

/**
 * What moves while a page loads, and does so on a first visit too. Letters that a busy browser has in memory from other
 * pages it may put in after it has painted; such as come from the host too late it leaves out. Cells of tables it may
 * paint before it has read the last row.
 */
async function movesOnFirstVisit(
  { page }: Visitor,
  site: MatrixSite,
  path: string,
): Promise<readonly string[]> {
  const seen = await movesOf(page)
  if (seen.every(isOfCells)) return []
  const first = await visitor(browser, site, windowOf(page.viewportSize()?.width ?? telephone, 844))
  await first.goto(path)
  await first.page.evaluate(() => document.fonts.ready)
  const moves = await movesOf(first.page)
  await first.close()
  return moves.filter((move) => !isOfCells(move))
}

for (const { theme, limit, site } of sites) {
  for (const width of widths)
    test(`${theme} at ${width} px: every kind of page is accessible by day and by night, keeps to its window and moves nothing`, async () => {
      const tab = await visitor(browser, site, windowOf(width, 844))
      const found: string[] = []
      for (const path of site.paths) {
        await tab.page.emulateMedia({ colorScheme: 'light' })
        await tab.goto(path)
        await tab.page.evaluate(() => document.fonts.ready)
        const faults = [
          ...(await axeFaults(tab.page)),
          ...(await faultsByNight(tab)),
          ...tab.complaints(),
          ...((await tooWide(tab.page)) > 0 ? ['scrolls sideways'] : []),
          ...(await movesOnFirstVisit(tab, site, path)),
        ]
        found.push(...faults.map((fault) => `${path} ${fault}`))
      }
      await tab.close()
      assert.deepEqual(found, [])
    })

  test(`${theme}: no page scrolls sideways at 320 px, nor at twice its size, whatever stands in it`, async () => {
    const tab = await visitor(browser, site, windowOf(320, 640))
    const found: string[] = []
    for (const path of site.paths) {
      await tab.page.setViewportSize({ width: 320, height: 640 })
      await tab.goto(path)
      // A window of 1280 px at twice its size has room for 640.
      for (const width of [320, 640]) {
        await tab.page.setViewportSize({ width, height: 640 })
        const wide = await tooWide(tab.page)
        if (wide > 0) found.push(`${path} at ${width} px by ${wide} px`)
      }
    }
    await tab.close()
    assert.deepEqual(found, [])
  })

  test(`${theme}: an essay keeps to its budget and leaves nothing behind`, async (t) => {
    const tab = await visitor(browser, site, windowOf(1440, 844))
    for (const path of [essay, '/posts/a-specimen-of-parts/', '/posts/cyrillic/', '/']) {
      await tab.goto(path)
      await tab.page.evaluate(() => document.fonts.ready)
      const asked = tab.requests().filter((each) => !/\.(?:png|svg|webp|avif)$/.test(each))
      const weight = (name: RegExp) =>
        weightOf(
          site,
          asked.filter((each) => name.test(each)),
        )
      assert.ok(asked.length <= limit.requests, asked.join(' '))
      assert.equal(weight(/\.js$/), 0)
      assert.ok(weight(/\.woff2$/) <= limit.fonts, `${weight(/\.woff2$/)} bytes of fonts`)
      assert.ok(weight(/\.css$/) <= 12 * kibibyte, `${weight(/\.css$/)} bytes of style`)
      assert.ok(weight(/\/$/) <= 30 * kibibyte, `${weight(/\/$/)} bytes of HTML`)
      t.diagnostic(
        `${path} HTML ${weight(/\/$/)} CSS ${weight(/\.css$/)} fonts ${weight(/\.woff2$/)} bytes, ${asked.length} requests`,
      )
    }
    assert.deepEqual(await tab.page.context().cookies(), [])
    assert.equal(await tab.page.evaluate(() => localStorage.length + sessionStorage.length), 0)
    await tab.close()
  })

  test(`${theme}: every kind of page is valid HTML`, async () => {
    const pages = new Map(site.paths.map((path) => [path, site.files.get(path) ?? '']))
    assert.deepEqual(await invalidIn(pages), [])
  })

  test(`${theme}: the letters that a page begins with are asked for before the style sheet is read`, () => {
    const preloaded = (path: string) =>
      [
        ...String(site.files.get(path)).matchAll(/<link rel="preload" href="([^"]*)" as="font"/g),
      ].map(([, href = '']) => href.replace(/^.*\/|\.\w+\.woff2$/g, ''))
    const first = { marginalia: 'serif-roman', bulletin: 'sans-upright' }[theme]
    const italic = { marginalia: 'serif-italic', bulletin: 'sans-italic' }[theme]
    assert.deepEqual(preloaded(essay), first ? [first, italic] : [])
    assert.deepEqual(preloaded('/posts/cyrillic/'), first ? [first, `${first}-cyrillic`] : [])
    assert.deepEqual(preloaded('/posts/no-spaces/'), first ? [first] : [])
  })

  test(`${theme}: by night text stands out by seven to one, and a call leaves its line as high as it is`, async () => {
    const tab = await visitor(browser, site, windowOf(telephone, 844, true))
    await tab.goto(essay)
    assert.deepEqual(await axeFaults(tab.page, ['color-contrast-enhanced']), [])
    const lines = await tab.page
      .locator('article > p:has(> .note-ref)')
      .evaluateAll((paragraphs) =>
        paragraphs.map(
          (p) => p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight),
        ),
      )
    assert.ok(lines.length > 5)
    for (const count of lines)
      assert.ok(Math.abs(count - Math.round(count)) < 0.02, `${count} lines`)
    await tab.close()
  })

  test(`${theme}: where colours are the reader’s own, what had a ground has a frame, a sheet too`, async () => {
    const tab = await visitor(browser, site, {
      ...windowOf(telephone, 844),
      forcedColors: 'active',
    })
    for (const path of ['/posts/a-specimen-of-parts/', '/posts/alarm/', essay]) {
      await tab.goto(path)
      await tab.page.evaluate(() => {
        location.hash = document.querySelector('.notes li')?.id ?? ''
      })
      const bare = await tab.page
        .locator(
          'article :is(pre, pre mark, .key-facts, .notice, .advisory, .status-bar, .notes li:target)',
        )
        .evaluateAll((parts) =>
          parts
            .filter((part) => parseFloat(getComputedStyle(part).borderTopWidth) < 1)
            .map((part) => `${part.nodeName} ${part.className}`),
        )
      assert.deepEqual(bare, [], path)
    }
    assert.deepEqual(tab.complaints(), [])
    await tab.close()
  })

  test(`${theme}: Chinese, Japanese and Korean have their own letters, leading and line breaks`, async () => {
    const tab = await visitor(browser, site, windowOf(1440, 844))
    await tab.goto('/posts/no-spaces/')
    const setIn = (lang: string) =>
      tab.page.evaluate((tag) => {
        document.documentElement.lang = tag
        const text = document.querySelector('article > p:not(.byline)') ?? document.body
        const { fontFamily, fontSize, lineHeight, lineBreak, wordBreak } = getComputedStyle(text)
        const leading = Math.round((parseFloat(lineHeight) / parseFloat(fontSize)) * 100) / 100
        return { fontFamily, leading, lineBreak, wordBreak }
      }, lang)
    const japanese = await setIn('ja')
    assert.match(
      japanese.fontFamily,
      theme === 'bulletin' ? /Noto Sans CJK JP/ : /Noto Serif CJK JP/,
    )
    assert.deepEqual([japanese.leading, japanese.lineBreak], [1.7, 'strict'])
    assert.match((await setIn('zh')).fontFamily, /CJK SC/)
    assert.match((await setIn('zh-Hant-HK')).fontFamily, /CJK TC/)
    const korean = await setIn('ko-KR')
    assert.match(korean.fontFamily, /CJK KR/)
    assert.equal(korean.wordBreak, 'keep-all')
    const english = await setIn('en')
    assert.doesNotMatch(english.fontFamily, /CJK/)
    assert.equal(english.leading, 1.5)
    await tab.close()
  })

  test(`${theme}: on a telephone a note is a sheet inside the window, the text stays, and Back closes it`, async () => {
    const tab = await visitor(browser, site, windowOf(telephone, 844))
    await tab.goto(essay)
    const { page } = tab
    const calls = await page.locator('article [data-note]').count()
    assert.ok(calls > 20)
    for (const number of [1, 4, 15, 17]) {
      const call = page.locator(`[data-note="${number}"]`)
      await call.evaluate((link) => link.scrollIntoView({ block: 'center' }))
      const before = await page.evaluate(() => scrollY)
      await call.tap()
      const note = page.locator(`.notes li[value="${number}"]`)
      assert.equal(await note.evaluate((li) => getComputedStyle(li).position), 'fixed')
      assert.equal(await page.evaluate(() => scrollY), before)
      const box = await note.boundingBox()
      assert.ok(box && box.x >= 0 && box.x + box.width <= telephone && box.y > 300, `${box?.y}`)
      assert.ok(Math.round(box.y + box.height) <= 844)
      assert.deepEqual(await axeFaults(page), [])
      await page.goBack()
      assert.equal(await note.evaluate((li) => getComputedStyle(li).position), 'static')
      assert.equal(await page.evaluate(() => scrollY), before)
    }
    await tab.close()
  })

  test(`${theme}: paper holds every note, and no way to elsewhere`, async () => {
    const tab = await visitor(browser, site, windowOf(1280, 844))
    await tab.goto(essay)
    const count = await tab.page.locator('.notes > ol > li').count()
    const { text } = await printed(tab.page)
    const end = text.slice(text.search(/^\f? *Notes$/m))
    for (let n = 1; n <= count; n++)
      assert.match(end, new RegExp(`^\\f? *${n}\\. +\\S`, 'm'), `note ${n}`)
    assert.doesNotMatch(text, /Skip to content|Older|↩/)
    assert.match(end, /the\s+peacock\s+was\s+hers/)
    await tab.close()
  })
}

/** Rules that look at colours: they are all that the night changes. */
async function faultsByNight({ page }: Visitor): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const faults = await axeFaults(page, ['color-contrast', 'link-in-text-block'])
  return faults.map((fault) => `by night: ${fault}`)
}

/** Bytes of files as they are sent: fonts and pictures as they are, text compressed. */
function weightOf(site: MatrixSite, paths: readonly string[]): number {
  const sent = paths.map((path) => {
    const body = site.files.get(path) ?? assert.fail(path)
    return path.endsWith('.woff2') ? body.length : gzipSync(body, { level: 9 }).length
  })
  return sent.reduce((sum, bytes) => sum + bytes, 0)
}
