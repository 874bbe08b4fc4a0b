import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { after, test } from 'node:test'
import { PNG } from 'pngjs'
import { launchBrowser } from '../browser.ts'
import { browse, windowOf, withLetters } from './browse.ts'
import { everything, rightToLeft, threeOnALine, tooMany, twoHundred } from './margin-essays.ts'
import { assertApart, assertBeside, placesOf } from './margin-places.ts'
import { themeSite } from './theme-site.ts'

const { pages } = await themeSite('marginalia', {
  three: threeOnALine,
  many: twoHundred,
  everything,
  toomany: tooMany,
  rtl: rightToLeft,
})
const browser = await launchBrowser()
after(() => browser.close())

const open = (path: string, width: number, height = 900) =>
  browse(browser, pages, path, windowOf(width, height))

for (const width of [1280, 1440, 1920])
  test(`at ${width} px no note touches another, and each stands beside its call where there is room`, async () => {
    const page = await open('/posts/three/', width)
    const three = await placesOf(page)
    assert.equal(three.length, 5)
    assertApart(three)
    assert.equal(assertBeside(three), 3)

    await page.goto('https://example.org/posts/many/')
    const many = await placesOf(page)
    assert.equal(many.length, 200)
    assertApart(many)
    assert.ok(assertBeside(many) > 20)

    await page.goto('https://example.org/posts/everything/')
    const all = await placesOf(page)
    assert.equal(all.length, 13)
    assertApart(all)
    assert.ok(assertBeside(all) > 4)
    const text = await page.locator('article').boundingBox()
    for (const { left, right } of [...three, ...many, ...all])
      assert.ok(text && left >= text.x + text.width && right <= width, `${left}–${right}`)
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    assert.ok(wide <= 0, `${wide} px too wide`)
    await page.context().close()
  })

test('the lines of a note and of its call are level', async () => {
  const page = await open('/posts/three/', 1440)
  const level = await page.evaluate(() => {
    const baseline = (element: Element) => {
      const probe = document.createElement('span')
      probe.setAttribute('class', 'probe')
      element.prepend(probe)
      const bottom = probe.getBoundingClientRect().bottom
      probe.remove()
      return bottom
    }
    const call = document.querySelector('[data-note="4"]') as Element
    const note = document.querySelector('li[value="4"] > p') as Element
    return baseline(note) - baseline(call.closest('p') as Element)
  })
  assert.ok(Math.abs(level) < 4, `${level} px`)
  await page.context().close()
})

test('the way back lies within its note, which some browsers would else let scroll', async () => {
  const page = await open('/posts/three/', 1440)
  const outside = await page.evaluate(
    () =>
      [...document.querySelectorAll('.notes > ol > li')].filter((note) => {
        const back = [...note.querySelectorAll('[role=doc-backlink]')].at(-1)
        const end = back?.getBoundingClientRect().bottom ?? Number.POSITIVE_INFINITY
        return end > note.getBoundingClientRect().bottom
      }).length,
  )
  assert.equal(outside, 0)
  await page.context().close()
})

test('the column of notes is 24 to 28 characters wide, its type 75 to 85 per cent of the text’s', async () => {
  const page = await browse(browser, withLetters(pages), '/posts/three/', windowOf(1440, 900))
  await page.evaluate(() => document.fonts.ready)
  const [width, size] = await page.locator('li[value="4"] > p').evaluate((p) => {
    const probe = p.appendChild(document.createElement('span'))
    probe.textContent = '0'.repeat(10)
    const zero = probe.getBoundingClientRect().width / 10
    const text = document.querySelector('article > p:not([class])') as Element
    const sizeOf = (element: Element) => parseFloat(getComputedStyle(element).fontSize)
    return [p.getBoundingClientRect().width / zero, sizeOf(p) / sizeOf(text)] as const
  })
  assert.ok(width >= 24 && width <= 28.5, `${width} characters`)
  assert.ok(size >= 0.75 && size <= 0.85, `${size}`)
  await page.context().close()
})

test('a very long note scrolls in its place and says that there is more', async () => {
  const page = await open('/posts/everything/', 1440)
  const note = page.locator('li[value="2"]')
  const box = await note.boundingBox()
  assert.ok(box && box.height <= 900 * 0.76)
  const [hidden, reached] = await note.evaluate((li) => {
    const more = li.scrollHeight - li.clientHeight
    li.scrollTop = more
    return [more, li.scrollTop]
  })
  assert.ok(hidden > 100 && Math.abs(reached - hidden) < 2)
  await page.context().close()
})

test('a note that is whole has no trace of a shadow at its foot', async () => {
  const page = await open('/posts/many/', 1440)
  const column = await page.locator('li[value="1"]').boundingBox()
  const end = await page.locator('li[value="200"]').boundingBox()
  assert.ok(column && end)
  const clip = {
    x: Math.ceil(column.x) + 2,
    y: 0,
    width: Math.floor(column.width) - 4,
    height: Math.ceil(end.y + end.height) + 4,
  }
  const { data, width, height } = PNG.sync.read(await page.screenshot({ fullPage: true, clip }))
  const isPaper = (x: number, y: number) => (data[4 * (y * width + x)] ?? 0) > 248
  const columns = Array.from({ length: width }, (_, x) => x)
  const lines = Array.from({ length: height }, (_, y) => y).filter((y) =>
    columns.every((x) => !isPaper(x, y)),
  )
  assert.deepEqual(lines, [])
  await page.context().close()
})

test('what a note carries is whole in the margin', async () => {
  const page = await open('/posts/everything/', 1440)
  const notes = page.locator('.notes > ol > li')
  const cutOff = notes.evaluateAll(
    (all) => all.filter((li) => li.scrollWidth > li.clientWidth).length,
  )
  assert.equal(await cutOff, 0)
  // The way back may hang out of its paragraph, and is in the note all the same.
  await notes.locator('[role="doc-backlink"]').evaluateAll((ways) => {
    for (const way of ways) way.remove()
  })
  for (const thing of await page.locator('.notes :is(pre, table, ul, blockquote, p)').all()) {
    const [cut, size] = await thing.evaluate((element) => [
      element.scrollWidth - element.clientWidth,
      parseFloat(getComputedStyle(element).fontSize),
    ])
    assert.ok((cut ?? 0) <= 1, `${await thing.innerText()} is cut off by ${cut} px`)
    assert.ok((size ?? 0) >= 14, `${size} px`)
  }
  await page.context().close()
})

test('a note that only a note calls stands after its caller; a call leads to it and back', async () => {
  const page = await open('/posts/everything/', 1440)
  const places = await placesOf(page)
  const outer = places.find(({ note }) => note === 1)
  const inner = places.find(({ note }) => note === 13)
  assert.ok(outer && inner && inner.top >= outer.bottom)
  await page.locator('li[value="1"] [data-note="13"]').click()
  const box = await page.locator('li[value="13"]').boundingBox()
  assert.ok(box && box.y >= 0 && box.y + box.height <= 900, 'the note is in the window')
  await page.locator('li[value="13"] [role="doc-backlink"]').click()
  const call = await page.locator('[data-note="13"]').boundingBox()
  assert.ok(call && call.y >= 0 && call.y <= 900, 'the call is in the window')
  await page.context().close()
})

test('notes beyond the last name stay at the end of the essay, under their heading', async () => {
  const page = await open('/posts/toomany/', 1280)
  assert.equal((await placesOf(page)).length, 300)
  const heading = await page.locator('.notes h2').boundingBox()
  const item = page.locator('li[value="301"]')
  const box = await item.boundingBox()
  const text = await page.locator('article > p:not([class])').boundingBox()
  assert.ok(heading && box && text)
  assert.ok(heading.height > 10 && heading.y > text.y + text.height)
  assert.ok(box.y > heading.y && box.x < text.x + text.width / 2 && box.width > 300)
  await page.context().close()
})

test('where the text runs from right to left, the margin is on the left', async () => {
  const page = await open('/posts/rtl/', 1280)
  const [note] = await placesOf(page)
  const text = await page.locator('article').boundingBox()
  assert.ok(note && text && note.left >= 0 && note.right <= text.x)
  await page.context().close()
})

test('a browser that does not know anchors shows the notes at the end', async () => {
  const older = new Map(
    [...pages].map(([path, body]) => [
      path,
      path.startsWith('/assets/marginalia') ? withoutAnchors(body) : body,
    ]),
  )
  const page = await browse(browser, older, '/posts/three/', windowOf(1440, 900))
  assert.deepEqual(await placesOf(page), [])
  const heading = await page.locator('.notes h2').boundingBox()
  const first = await page.locator('li[value="1"]').boundingBox()
  assert.ok(heading && first && heading.height > 10 && first.y > heading.y)
  await page.context().close()
})

/** A style sheet as a browser reads it that cannot place by anchors. */
function withoutAnchors(css: string | Uint8Array): string {
  const text = typeof css === 'string' ? css : Buffer.from(css).toString()
  const older = text.replaceAll(/@supports ?\(top: ?anchor\(/g, '@supports (top:ancho(')
  assert.notEqual(older, text)
  return older
}

test('on a telephone a note is a sheet: the text stays where it is, and back closes it', async () => {
  const page = await browse(browser, pages, '/posts/many/', windowOf(390, 844))
  const call = page.locator('[data-note="90"]')
  await call.evaluate((link) => link.scrollIntoView({ block: 'center' }))
  const before = await page.evaluate(() => scrollY)
  await call.tap()
  const note = page.locator('li[value="90"]')
  assert.equal(await note.evaluate((li) => getComputedStyle(li).position), 'fixed')
  assert.equal(await page.evaluate(() => scrollY), before)
  const box = await note.boundingBox()
  assert.ok(box && box.x >= 0 && box.x + box.width <= 390 && Math.round(box.y + box.height) <= 844)
  await page.goBack()
  assert.equal(await note.evaluate((li) => getComputedStyle(li).position), 'static')
  assert.equal(await page.evaluate(() => scrollY), before)
  await page.context().close()
})

test('on a small screen keys alone reach a call, open its sheet, and close it by the way back', async () => {
  const page = await browse(browser, pages, '/posts/three/', windowOf(390, 844))
  const focused = () =>
    page.evaluate(() => ({
      call: document.activeElement?.getAttribute('data-note') ?? '',
      role: document.activeElement?.getAttribute('role') ?? '',
    }))
  for (let tries = 0; tries < 40 && (await focused()).call !== '2'; tries++)
    await page.keyboard.press('Tab')
  assert.equal((await focused()).call, '2')
  const before = await page.evaluate(() => scrollY)
  await page.keyboard.press('Enter')
  const position = () =>
    page.locator('li[value="2"]').evaluate((li) => getComputedStyle(li).position)
  assert.equal(await position(), 'fixed')
  assert.equal(await page.evaluate(() => scrollY), before)
  await page.keyboard.press('Tab')
  assert.equal((await focused()).role, 'doc-backlink')
  await page.keyboard.press('Enter')
  assert.equal(await position(), 'static')
  await page.keyboard.press('Tab')
  assert.equal((await focused()).call, '3')
  await page.context().close()
})

test('the sheet of names is the one that the script writes', async () => {
  const file = resolve(import.meta.dirname, '../../themes/common/margin-anchors.css')
  const rules = (await readFile(file, 'utf8')).trimEnd().split('\n').slice(1)
  assert.equal(rules.length, 300)
  for (const [i, rule] of rules.entries())
    assert.equal(rule, `[data-note="${i + 1}"], [value="${i + 1}"] { --call: --c${i + 1} }`)
})
