import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from 'playwright-core'
import { launchBrowser } from '../browser.ts'
import { browse, windowOf, withLetters } from './browse.ts'
import { themeSite } from './theme-site.ts'

const words = 'and nothing that the reader will need later, '
const posts = {
  heads: '---\ntitle: T\ndate: 2020-01-01\n---\n\nText.\n\n## Two\n\nText.\n\n### Three\n\nText.\n',
  first:
    '---\ntitle: T\ndate: 2020-01-02\n---\n\nSee `aB` or <https://a.example/B> or [words](https://a.example/B).\n',
  names:
    '---\ntitle: T\ndate: 2020-01-03\nupdated: 2020-01-04\nupdates: [{ date: 2020-01-04, note: Mended. }]\nguest: true\nauthors: [Marguerite Doyle, Imogen Thackray]\n---\n\nText.\n',
  ends: `---\ntitle: T\ndate: 2020-01-05\n---\n\nOne[^list] two[^code] three[^table] four[^twice] five.[^twice]\n\n[^list]: A list:\n\n    - one\n    - ${words.repeat(3)}\n\n[^code]: Code:\n\n    \`\`\`\n    code\n    \`\`\`\n\n[^table]: A table:\n\n    | a | b |\n    | - | - |\n    | 1 | 2 |\n\n[^twice]: Twice:\n\n    - one\n`,
  full: `---\ntitle: T\ndate: 2020-01-06\n---\n\n${Array.from({ length: 30 }, (_, i) => `a[^${i}]`).join(' ')}\n\n${Array.from({ length: 30 }, (_, i) => `[^${i}]: ${words.repeat(2)}${'i'.repeat(i + 1)}.`).join('\n\n')}\n`,
  wide: `---\ntitle: T\ndate: 2020-01-07\n---\n\nText.\n\n| n | two words | three words more |\n| -: | -: | -: |\n| 1 | 2 | 3 |\n| 4 | ${'1,000'.repeat(8)} | 5 |\n`,
  facts: `---\ntitle: T\ndate: 2020-01-08\n---\n\nSome key facts:\n\n${'- a fact that goes on into a second line, as facts are wont to do\n  - and a second thought on it\n'.repeat(5)}`,
}

const sites = new Map<string, ReadonlyMap<string, string | Uint8Array>>()
for (const theme of ['marginalia', 'bulletin', 'plain'])
  sites.set(theme, withLetters((await themeSite(theme, posts)).pages))
const browser = await launchBrowser()
after(() => browser.close())

/** What a page shows of a post, measured in it. */
async function measured<Result>(
  theme: string,
  slug: keyof typeof posts,
  width: number,
  measure: (page: Page) => Promise<Result>,
): Promise<Result> {
  const page = await browse(
    browser,
    sites.get(theme) ?? new Map(),
    `/posts/${slug}/`,
    windowOf(width, 844),
  )
  await page.evaluate(() => document.fonts.ready)
  const result = await measure(page)
  await page.context().close()
  return result
}

for (const theme of sites.keys()) {
  test(`${theme}: each step of headings is told from the next, and from the text`, async () => {
    for (const width of [390, 1440]) {
      const [h1 = 0, h2 = 0, h3 = 0, text = 0] = await measured(theme, 'heads', width, (page) =>
        page.evaluate(() =>
          ['h1', 'h2', 'h3', 'h3 + p'].map((name) =>
            parseFloat(
              getComputedStyle(document.querySelector(`article ${name}`) as Element).fontSize,
            ),
          ),
        ),
      )
      assert.ok(h1 / h2 >= 1.2 && h2 / h3 >= 1.2 && h3 / text >= 1.1, `${[h1, h2, h3, text]}`)
    }
  })

  test(`${theme}: the text and all around it are of one family, and code of another`, async () => {
    const families = await measured(theme, 'first', 1440, (page) =>
      page.evaluate(() => [
        ...new Set(
          [...document.querySelectorAll('body *')].map((part) => getComputedStyle(part).fontFamily),
        ),
      ]),
    )
    assert.ok(families.length <= 2, families.join('\n'))
  })

  test(`${theme}: in a first line code and addresses keep the letters that they have`, async () => {
    const letters = await measured(theme, 'first', 1440, (page) =>
      page
        .locator('article > p:not([class]) :is(code, a)')
        .evaluateAll((parts) => parts.map((part) => getComputedStyle(part).fontVariantCaps)),
    )
    assert.deepEqual(letters.slice(0, 2), ['normal', 'normal'])
  })

  test(`${theme}: no line of a byline begins or ends with a separator`, async () => {
    for (const width of [320, 390, 430, 1440]) {
      const strays = await measured(theme, 'names', width, (page) =>
        page.locator('article > .byline > .part').evaluateAll((parts) =>
          parts.flatMap((part, index) => {
            const separator = part.querySelector('.between')?.getBoundingClientRect()
            const before = parts[index - 1]?.getBoundingClientRect()
            if (!separator || !before) return []
            const line = part.parentElement?.getBoundingClientRect()
            const isSeen = (separator.left + separator.right) / 2 > (line?.left ?? 0)
            const isBetween = Math.abs(before.top - part.getBoundingClientRect().top) < 4
            return isSeen === isBetween ? [] : [part.textContent]
          }),
        ),
      )
      assert.deepEqual(strays, [], `${width}`)
    }
  })

  test(`${theme}: after a list, code or a table the way back stands under the number, beside the end`, async () => {
    for (const width of [390, 1440]) {
      const backs = await measured(theme, 'ends', width, (page) =>
        page.locator('.notes > ol > li').evaluateAll((notes) =>
          notes.map((note) => {
            const back = note.querySelector('[role="doc-backlink"]')?.getBoundingClientRect()
            const last = note.querySelector(':scope > :nth-last-child(2)')?.getBoundingClientRect()
            const text = note.firstElementChild?.getBoundingClientRect()
            if (!back || !last || !text) return undefined
            return { beside: back.right - text.left, below: back.top - last.bottom }
          }),
        ),
      )
      assert.equal(backs.length, 4)
      for (const back of backs.slice(0, 3))
        assert.ok(back && back.beside <= 0 && back.below < -8, JSON.stringify(back))
      // Two do not fit there.
      assert.ok(backs[3] && backs[3].beside > 0 && backs[3].below > -8, JSON.stringify(backs[3]))
    }
  })

  test(`${theme}: the way back never needs a line for itself`, async () => {
    for (const width of [390, 1440]) {
      const alone = await measured(theme, 'full', width, (page) =>
        page.locator('.notes > ol > li > p').evaluateAll(
          (notes) =>
            notes.filter((note) => {
              const range = document.createRange()
              range.selectNodeContents(note.firstChild as Node)
              const back = note.querySelector('[role="doc-backlink"]')?.getBoundingClientRect()
              const end = [...range.getClientRects()].at(-1)
              return back && end && back.top > end.bottom - 6
            }).length,
        ),
      )
      assert.ok(alone === 0, `${alone} of 30 at ${width} px`)
    }
  })

  test(`${theme}: the head of a table that scrolls is not squeezed`, async () => {
    const [head = 0, line = 1, table = 0, room = 0] = await measured(theme, 'wide', 390, (page) =>
      page.locator('thead').evaluate((part) => {
        const box = part.closest('.table-scroll') as Element
        return [
          part.getBoundingClientRect().height,
          parseFloat(getComputedStyle(part).lineHeight),
          part.getBoundingClientRect().width,
          box.clientWidth,
        ]
      }),
    )
    assert.ok(table > room, `${table} in ${room}`)
    assert.ok(head < 2 * line, `${head} px`)
  })

  test(`${theme}: ten key facts of fifteen lines take no more than three fifths of a telephone`, async () => {
    const height = await measured(theme, 'facts', 390, (page) =>
      page.locator('.key-facts').evaluate((box) => box.getBoundingClientRect().height),
    )
    assert.ok(height <= 0.6 * 844, `${height} px`)
  })
}
