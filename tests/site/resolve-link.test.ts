import assert from 'node:assert/strict'
import { test } from 'node:test'
import { routePath, sourcePath } from '../../src/model/paths.ts'
import type { Site } from '../../src/model/site.ts'
import { linkResolver, routeOfFile } from '../../src/site/resolve-link.ts'

const posts = [
  { essay: { source: sourcePath('content/posts/a.md') }, route: routePath('/posts/a/') },
  { essay: { source: sourcePath('content/posts/deep/b c.md') }, route: routePath('/posts/b/') },
]
const site = { posts, pages: [], base: '/blog/' } as unknown as Site
const files = new Map(
  [
    'content/posts/a.md',
    'content/posts/deep/b c.md',
    'content/posts/draft.md',
    'content/posts/x.png',
    'content/posts/a #1.pdf',
  ].map((path) => [path, path]),
)
const resolve = linkResolver(site, files)
const from = 'content/posts/a.md'

/** what is written → kind and address */
const cases: readonly (readonly [string, string, string])[] = [
  ['https://example.org/', 'as-written', 'https://example.org/'],
  ['mailto:a@example.org', 'as-written', 'mailto:a@example.org'],
  ['//cdn.example/x', 'as-written', '//cdn.example/x'],
  ['#there', 'as-written', '#there'],
  ['', 'as-written', ''],
  ['a.md', 'route', '/blog/posts/a/'],
  ['./a.md#s-1', 'route', '/blog/posts/a/#s-1'],
  ['deep/b%20c.md?x=1', 'route', '/blog/posts/b/?x=1'],
  ['../posts/a.md', 'route', '/blog/posts/a/'],
  ['/archive/', 'route', '/blog/archive/'],
  ['/archive/#2020', 'route', '/blog/archive/#2020'],
  ['x.png', 'file', '/blog/posts/x.png'],
  ['a%20%231.pdf', 'file', '/blog/posts/a%20%231.pdf'],
  ['draft.md', 'unpublished', 'draft.md'],
  ['nowhere.md', 'missing', 'nowhere.md'],
  ['../other/', 'relative', '../other/'],
  ['100%.html', 'relative', '100%.html'],
]

for (const [url, kind, href] of cases)
  test(`${JSON.stringify(url)} is ${kind}`, () => {
    const target = resolve(url, from)
    assert.deepEqual([target.kind, target.href], [kind, href])
  })

test('a path cannot climb out of the site’s folder', () => {
  const target = resolve('../../../../etc/passwd', from)
  assert.equal(target.kind, 'relative')
  assert.equal('path' in target && target.path, 'etc/passwd')
})

test('only files below content/ have a copy', () => {
  assert.equal(routeOfFile('content/posts/x.png'), '/posts/x.png')
  assert.equal(routeOfFile('public/x.png'), undefined)
  assert.equal(routeOfFile('package.json'), undefined)
})
