import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import { test } from 'node:test'
import { docsSite } from '../scripts/docs/docs-site.ts'
import { packageFolder, rendered } from './site-from.ts'

const files = Object.fromEntries(docsSite(packageFolder))
const site = await rendered(files, { check: true, now: Date.UTC(2026, 11, 31) })

test('the manual is a site without faults: its links, anchors, headings and notes', () => {
  assert.deepEqual(
    site.diagnostics
      .filter(({ severity }) => severity !== 'info')
      .map(({ code, file, place, message }) => `${file}:${place?.start.line} ${code} ${message}`),
    [],
  )
  assert.ok(site.finished)
})

test('every text of the manual is a page, and the first page leads to each', () => {
  const texts = globSync('docs/**/*.md', { cwd: packageFolder }).sort()
  const pages = site.site?.pages ?? []
  const overview = site.text('manual/index.html')
  assert.ok(texts.length > 15)
  for (const file of texts) {
    const source = file.replaceAll('\\', '/').replace(/^docs\//, 'content/pages/')
    const page = pages.find(({ essay }) => essay.source === source) ?? assert.fail(file)
    assert.ok(page.essay.summary.length > 20, `${file} begins with a sentence`)
    if (source !== 'content/pages/README.md')
      assert.ok(overview.includes(`href="${page.route}"`), `the overview leads to ${file}`)
  }
})

test('links between texts, to anchors and to the essays of the sample lead to their pages', () => {
  const writing = site.text('writing/index.html')
  assert.match(writing, /href="\/components\/#short-forms"/)
  assert.match(writing, /href="\/posts\/every-kind-of-note\/"/)
  assert.match(site.text('security/index.html'), /href="\/deploy\/#/)
  assert.doesNotMatch(site.text('security/index.html'), /href="[^"]*release\.yml/)
})
