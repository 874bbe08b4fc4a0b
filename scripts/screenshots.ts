/**
 * Takes pictures of the themes, for people to look at: every kind of page at three widths, light and dark, and
 * what else a reader may meet: a note's sheet, paper, forced colours, text at twice its size, other scripts.
 *
 *     npm run screenshots -- [theme …]
 *
 * Pictures go to `tests/.output/screenshots/<theme>/`, which git ignores. They are of the sample blog in `content/`
 * and of posts that are hard to set.
 */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchBrowser } from '../tests/browser.ts'
import { windowOf } from '../tests/themes/browse.ts'
import { type MatrixSite, matrixSite } from '../tests/themes/matrix-site.ts'
import { tooWide, visitor } from '../tests/themes/visit.ts'

const folder = resolve(import.meta.dirname, '../tests/.output/screenshots')

interface Shot {
  readonly file: string
  readonly path: string
  readonly window: BrowserContextOptions
  readonly whole?: boolean
  readonly print?: boolean
  /** Done before the picture is taken. */
  readonly before?: (page: Page) => Promise<unknown>
}

const essay = '/posts/every-kind-of-note/'
const pages: Readonly<Record<string, string>> = {
  home: '/',
  essay,
  parts: '/posts/a-specimen-of-parts/',
  advisory: '/posts/alarm/',
  about: '/about/',
  archive: '/archive/',
  tags: '/tags/',
  tag: '/tags/disclosure/',
  series: '/series/the-quiet-logs/',
  authors: '/authors/',
  feeds: '/feeds/',
  search: '/search/',
  missing: '/404.html',
}
const sizes = [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const

const everyPage: readonly Shot[] = Object.entries(pages).flatMap(([name, path]) =>
  sizes.flatMap(([width, height]) =>
    [false, true].map((dark) => ({
      file: `${name}-${width}-${dark ? 'dark' : 'light'}`,
      path,
      window: windowOf(width, height, dark),
      whole: true,
    })),
  ),
)

const call = (number: number) => (page: Page) => page.locator(`[data-note="${number}"]`).click()
const hard = ['long-title', 'long-word', 'no-words', 'many-rows', 'right', 'no-spaces', 'withdrawn']
const more: readonly Shot[] = [
  ...hard.flatMap((slug) =>
    [1440, 390].map((width) => ({
      file: `hard-${slug}-${width}`,
      path: `/posts/${slug}/`,
      window: windowOf(width, 844),
    })),
  ),
  ...[false, true].map((dark) => ({
    file: `sheet-390-${dark ? 'dark' : 'light'}`,
    path: essay,
    window: windowOf(390, 844, dark),
    before: call(4),
  })),
  { file: 'sheet-code-1024', path: essay, window: windowOf(1024, 768), before: call(16) },
  { file: 'narrow-320', path: essay, window: windowOf(320, 640), whole: true },
  { file: 'zoomed-640', path: essay, window: windowOf(640, 450), whole: true },
  {
    file: 'forced-colors',
    path: pages.parts ?? '/',
    window: { ...windowOf(1024, 768), forcedColors: 'active' },
    whole: true,
  },
  { file: 'print', path: essay, window: windowOf(794, 1123), print: true },
]

async function take(browser: Browser, site: MatrixSite, theme: string, shot: Shot): Promise<void> {
  const tab = await visitor(browser, site, shot.window)
  // The letters are there when the page is opened again, however slow the machine.
  await tab.goto(shot.path)
  await tab.goto(shot.path)
  // Pictures further down wait until they are come near, and a picture of the whole page never comes near.
  await tab.page.locator('img').evaluateAll((images) =>
    Promise.all(
      images.map((image) => {
        image.setAttribute('loading', 'eager')
        return (image as HTMLImageElement).decode()
      }),
    ),
  )
  await shot.before?.(tab.page)
  const path = join(folder, theme, shot.file)
  const margin = { top: '2cm', bottom: '2cm', left: '2.2cm', right: '2.2cm' }
  if (shot.print) await tab.page.pdf({ path: `${path}.pdf`, format: 'A4', margin })
  else await tab.page.screenshot({ path: `${path}.png`, fullPage: shot.whole ?? false })
  const wide = await tooWide(tab.page)
  console.log(`${theme}/${shot.file}${wide > 0 ? `: ${wide} px too wide` : ''}`)
  await tab.close()
}

const [...named] = process.argv.slice(2)
const browser = await launchBrowser()
for (const theme of named.length > 0 ? named : ['marginalia', 'bulletin', 'plain']) {
  await mkdir(join(folder, theme), { recursive: true })
  const site = await matrixSite(theme)
  for (const shot of [...everyPage, ...more]) await take(browser, site, theme, shot)
}
await browser.close()
