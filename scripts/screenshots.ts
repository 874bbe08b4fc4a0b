/**
 * Takes pictures of every kind of page of a theme, for people to look at: three widths, light and dark,
 * print, a note's sheet, right to left, text at twice its size.
 *
 *     node -C source scripts/screenshots.ts [theme] [folder]
 *
 * Run it from the root of the repository. Pictures go to `tests/.output/screenshots/` by default.
 */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchBrowser } from '../tests/browser.ts'
import { browse, windowOf } from '../tests/themes/browse.ts'
import { specimenPages } from '../tests/themes/specimen.ts'

const [name = 'plain', folder = 'tests/.output/screenshots'] = process.argv.slice(2)

interface Shot {
  readonly file: string
  readonly path: string
  readonly context: BrowserContextOptions
  readonly whole?: boolean
  readonly print?: boolean
  /** Done before the picture is taken. */
  readonly before?: (page: Page) => Promise<unknown>
}

const widths = [
  [1440, 900],
  [1024, 768],
  [390, 844],
] as const

const post = '/posts/patching/'
const shots: readonly Shot[] = [
  ...widths.flatMap(([width, height]) =>
    [false, true].map((dark) => ({
      file: `post-${width}-${dark ? 'dark' : 'light'}`,
      path: post,
      context: windowOf(width, height, dark),
      whole: true,
    })),
  ),
  ...[
    '/',
    '/page/2/',
    '/about/',
    '/tags/',
    '/tags/wi-fi/',
    '/series/flaws/',
    '/archive/',
    '/404.html',
    '/old/',
  ].flatMap((path) =>
    [1440, 390].map((width) => ({
      file: `${path.replace(/\W+/g, '-').replace(/^-|-$/g, '') || 'home'}-${width}`,
      path,
      context: windowOf(width, 844),
    })),
  ),
  ...[false, true].map((dark) => ({
    file: `sheet-390-${dark ? 'dark' : 'light'}`,
    path: post,
    context: windowOf(390, 844, dark),
    before: (page: Page) => page.locator('#fnref-k7q2-ten').tap(),
  })),
  {
    file: 'sheet-long-1024',
    path: post,
    context: windowOf(1024, 768),
    before: (page) => page.locator('#fnref-k7q2-4').click(),
  },
  { file: 'post-retracted-1024', path: '/posts/retracted/', context: windowOf(1024, 1000) },
  { file: 'post-320', path: post, context: windowOf(320, 640), whole: true },
  { file: 'post-zoomed', path: post, context: windowOf(640, 450), whole: true },
  { file: 'post-rtl-1024', path: '/posts/rtl/', context: windowOf(1024, 768), whole: true },
  { file: 'post-print', path: post, context: windowOf(794, 1123), print: true },
  {
    file: 'post-forced-colors',
    path: post,
    context: { ...windowOf(1024, 768), forcedColors: 'active' },
  },
]

async function take(browser: Browser, shot: Shot, files: ReadonlyMap<string, string | Uint8Array>) {
  const page = await browse(browser, files, shot.path, shot.context)
  if (shot.path === post && !shot.before)
    await page.locator('.contents details').evaluate((details) => details.setAttribute('open', ''))
  await shot.before?.(page)
  await page.waitForTimeout(300)
  const path = join(folder, name, shot.file)
  if (shot.print)
    await page.pdf({
      path: `${path}.pdf`,
      format: 'A4',
      margin: { top: '2cm', bottom: '2cm', left: '2.2cm', right: '2.2cm' },
    })
  else await page.screenshot({ path: `${path}.png`, fullPage: shot.whole ?? false })
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  console.log(`${shot.file}${wide > 0 ? `: ${wide} px too wide` : ''}`)
  await page.context().close()
}

await mkdir(join(folder, name), { recursive: true })
const files = await specimenPages(resolve('.'), name)
const browser = await launchBrowser()
for (const shot of shots) await take(browser, shot, files)
await browser.close()
