import assert from 'node:assert/strict'
import { test } from 'node:test'
import { contentTypeOf } from '../../../src/dev/http/content-type.ts'
import { parseRedirectsFile } from '../../../src/dev/http/redirects-file.ts'
import { findSitePath } from '../../../src/dev/http/site-path.ts'

const files = new Set([
  'index.html',
  'posts/a/index.html',
  'feed.xml',
  '.env',
  '.well-known/security.txt',
  '_headers',
  'a?b/index.html',
])

function find(path: string, base = '/', search = ''): unknown {
  const redirects = parseRedirectsFile('/old/ /blog/posts/a/ 301\n')
  const found = findSitePath({ base, redirects, has: (name) => files.has(name) }, { path, search })
  if (found.kind === 'file') return found.path
  return found.kind === 'moved' ? `${found.redirect.status} ${found.redirect.location}` : undefined
}

test('folders are answered by their index, and given their slash', () => {
  assert.equal(find('/'), 'index.html')
  assert.equal(find('/posts/a/'), 'posts/a/index.html')
  assert.equal(find('/posts/a', '/', '?q'), '308 /posts/a/?q')
  assert.equal(find('/a?b'), '308 /a%3Fb/')
  assert.equal(find('/feed.xml'), 'feed.xml')
  assert.equal(find('/feed.xml/'), undefined)
  assert.equal(find('/nothing'), undefined)
})

test('hidden files are not found though they are there', () => {
  assert.equal(find('/.env'), undefined)
  assert.equal(find('/_headers'), undefined)
  assert.equal(find('/.well-known/security.txt'), '.well-known/security.txt')
})

test('a site below a base path lives there', () => {
  assert.equal(find('/blog/', '/blog/'), 'index.html')
  assert.equal(find('/blog/posts/a/', '/blog/'), 'posts/a/index.html')
  assert.equal(find('/blog/posts/a', '/blog/'), '308 /blog/posts/a/')
  assert.equal(find('/', '/blog/'), '302 /blog/')
  assert.equal(find('/blog', '/blog/'), '302 /blog/')
  assert.equal(find('/posts/a/', '/blog/'), undefined)
  assert.equal(find('/blog/old/', '/blog/'), '301 /blog/posts/a/')
})

test('types by name', () => {
  const types: Record<string, string> = {
    'index.html': 'text/html; charset=utf-8',
    'feed.xml': 'application/rss+xml; charset=utf-8',
    'tags/x/feed.xml': 'application/rss+xml; charset=utf-8',
    'atom.xml': 'application/atom+xml; charset=utf-8',
    'feed.json': 'application/feed+json; charset=utf-8',
    'sitemap.xml': 'application/xml; charset=utf-8',
    'site-manifest.json': 'application/json; charset=utf-8',
    SHA256SUMS: 'text/plain; charset=utf-8',
    'a/B.PNG': 'image/png',
    'x.woff2': 'font/woff2',
    'no-extension': 'application/octet-stream',
    'odd.constructor': 'application/octet-stream',
  }
  for (const [name, type] of Object.entries(types)) assert.equal(contentTypeOf(name), type, name)
})
