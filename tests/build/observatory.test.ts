import assert from 'node:assert/strict'
import { test } from 'node:test'
import { headersFor, parseHeadersFile } from '../../src/dev/http/headers-file.ts'
import { rendered } from '../site-from.ts'
import { observatory } from './observatory.ts'

const settings = 'title: Margins\nurl: https://example.org/\ndescription: A test.\n'
const post =
  '---\nid: one-id-12\ntitle: One\ndate: 2020-01-01\ntags: [x]\n---\n\nA note*.\n\n*here\n'

test('every page of a site scores 130 or more by the rules of the HTTP Observatory', async () => {
  const site = await rendered({ 'content/site.yaml': settings, 'content/posts/a.md': post })
  const rules = parseHeadersFile(site.text('_headers'))
  const pages = site.paths().filter((path) => path.endsWith('.html'))
  assert.ok(pages.length >= 8)
  for (const page of pages) {
    const address = `/${page.replace(/index\.html$/, '')}`
    const scored = observatory({ headers: headersFor(rules, address), html: site.text(page) })
    assert.ok(scored.score >= 130, `${address}: ${JSON.stringify(scored)}`)
  }
})

test('the table takes points away where something is missing', async () => {
  const site = await rendered({ 'content/site.yaml': settings, 'content/posts/a.md': post })
  const all = new Map(headersFor(parseHeadersFile(site.text('_headers')), '/'))
  const html = site.text('index.html')
  const without = (name: string) => {
    const headers = new Map(all)
    headers.delete(name)
    return observatory({ headers, html }).score
  }
  const whole = observatory({ headers: all, html }).score
  for (const name of [
    'content-security-policy',
    'strict-transport-security',
    'x-content-type-options',
    'referrer-policy',
    'cross-origin-resource-policy',
  ])
    assert.ok(without(name) < whole, name)
  assert.ok(observatory({ headers: new Map(), html }).score < 60)
  const loose = new Map(all).set('content-security-policy', "default-src 'self' 'unsafe-inline'")
  assert.ok(observatory({ headers: loose, html }).score < 100)
})
