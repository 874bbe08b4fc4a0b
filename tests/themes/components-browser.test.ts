import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import { launchBrowser } from '../browser.ts'
import { rendered } from '../site-from.ts'
import { browse } from './browse.ts'

const address = '/posts/a-specimen-of-parts/'
const specimen = 'content/posts/a-specimen-of-parts.md'

const site = await rendered(
  {
    'content/site.yaml':
      'title: T\nurl: https://example.org/\ndescription: D\ntheme: plain\nreferences: true\nabbreviations: {TLS: Transport Layer Security}\n',
    [specimen]: readFileSync(specimen, 'utf8'),
  },
  { now: Date.UTC(2026, 11, 1) },
)
const files = new Map<string, string | Uint8Array>()
for (const [path, { body }] of site.files)
  if (typeof body === 'string' || body instanceof Uint8Array)
    files.set(`/${path.replace(/index\.html$/, '')}`, body)

const browser = await launchBrowser()
after(() => browser.close())

test('the specimen has every part', () => {
  const html = String(files.get(address))
  const parts = [
    '<section class="notice"',
    '<section class="notice warning"',
    '<section class="key-facts"',
    '<figure class="epigraph"',
    '<figure class="code"',
    '<figure class="pull-quote"><',
    '<figure class="pull-quote" aria-hidden="true"',
    'pull-quote standfirst',
    '<figure><figcaption>',
    '<mark>',
    'hljs-keyword',
    '<abbr title',
    'href="https://www.cve.org/',
    'href="https://cwe.mitre.org/',
    'href="https://www.rfc-editor.org/',
    '<math display="block"',
    '<math alttext',
    '<dl class="advisory">',
    'class="corrections"',
    '<script type="application/ld+json">',
  ]
  for (const part of parts) assert.ok(html.includes(part), part)
})

test('a data block and the formulas break no policy, and nothing is logged', async () => {
  const page = await browse(browser, files, '/')
  const logged: string[] = []
  page.on('console', (message) => logged.push(message.text()))
  page.on('pageerror', (error) => logged.push(error.message))
  await page.goto(`https://example.org${address}`)
  assert.deepEqual(
    logged.filter((line) => !line.includes('404')),
    [],
  )
  assert.equal(await page.locator('[style]').count(), 0)
  await page.context().close()
})

test('code with marked lines is copied as it was typed', async () => {
  const page = await browse(browser, files, address)
  const copied = await page.evaluate(() => {
    const selection = getSelection()
    const code = document.querySelector('.code pre')
    if (code) selection?.selectAllChildren(code)
    return selection?.toString()
  })
  const typed = /```python title[^\n]*\n(.*?)\n```/s.exec(readFileSync(specimen, 'utf8'))?.[1]
  assert.equal(copied?.trimEnd(), typed)
  await page.context().close()
})
