import assert from 'node:assert/strict'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { test } from 'node:test'
import { toHtml } from 'hast-util-to-html'
import { loadTheme } from '../../src/build/load-theme.ts'
import * as publicEntry from '../../src/theme/public.ts'
import { renderPage } from '../../src/theme/render.ts'
import { exampleSite, trees } from './example-site.ts'

const packageFolder = resolve(import.meta.dirname, '..', '..')
const manual = await readFile(join(packageFolder, 'docs', 'themes.md'), 'utf8')

test('the theme in the manual compiles and draws what the manual says', async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'ibid-manual-'))
  t.after(() => rm(root, { recursive: true, force: true }))
  const files = [...manual.matchAll(/`(themes\/mine\/[\w.]+)`\n\n```\w+\n(.*?)```/gs)]
  assert.equal(files.length, 3)
  for (const [, path = '', text = ''] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  const { theme, diagnostics } = await loadTheme({
    root,
    name: 'mine',
    packageFolder,
    cacheFolder: join(root, '.ibid'),
  })
  assert.deepEqual(diagnostics, [])
  assert.ok(theme)
  const site = exampleSite()
  for (const route of site.routes) {
    const html = toHtml(
      renderPage(route, site, theme.theme, { styles: theme.styles, trees: () => trees }),
    )
    if (route.kind === 'archive')
      assert.match(
        html,
        /<h1>Archive<\/h1><ul><li><a href="\/posts\/patching\/">On patching<\/a><\/li>/,
      )
    assert.match(html, /<a class="skip"/)
  }
  const style = Buffer.from(theme.assets[0]?.bytes ?? []).toString()
  assert.match(style, /--accent: ?light-dark\(#0b5563, ?#7fd0de\)/)
})

test('what the manual says a theme may import is there', () => {
  const named = /`ibid\/theme` also exports (.*)\./.exec(manual)?.[1] ?? ''
  const names = [...named.matchAll(/`(\w+)\(/g)].map(([, name]) => name)
  assert.ok(names.length > 5)
  for (const name of names) assert.ok(name !== undefined && name in publicEntry, name)
})
