import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hostFiles, printHeaders, printRedirects } from '../../src/build/host-files.ts'
import { type HeaderFacts, headerRules } from '../../src/build/host-headers.ts'
import { headersFor, parseHeadersFile } from '../../src/dev/http/headers-file.ts'
import { outputPath, routePath } from '../../src/model/paths.ts'
import { contentSecurityPolicy } from '../../src/theme/content-security-policy.ts'

const paths = [
  'index.html',
  '404.html',
  'page/2/index.html',
  'posts/a/index.html',
  'tags/index.html',
  'tags/x/index.html',
  'tags/x/feed.xml',
  'feed.xml',
  'atom.xml',
  'feed.json',
  'assets/a.1234.css',
  'robots.txt',
].map(outputPath)

const settings = { url: 'https://example.org/', images: { remote: [] } }

/** The headers of an address, read back from the file as a host does. */
function served(
  path: string,
  facts: HeaderFacts = { settings, paths },
): ReadonlyMap<string, string> {
  return headersFor(parseHeadersFile(printHeaders(headerRules(facts))), path)
}

test('every address has the strict policy once', () => {
  for (const path of ['/', '/posts/a/', '/tags/x/feed.xml', '/assets/a.1234.css', '/nowhere'])
    assert.equal(
      served(path).get('content-security-policy'),
      "default-src 'none'; img-src 'self'; style-src 'self'; font-src 'self'; base-uri 'none'; form-action 'none'; " +
        "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'",
    )
})

test('no address has a header twice', () => {
  for (const path of paths.map((output) => `/${output.replace(/index\.html$/, '')}`))
    for (const [name, value] of served(path))
      if (/^(?:cross-origin|content-type|access|x-)/.test(name))
        assert.doesNotMatch(value, /,/, `${path} ${name}`)
})

test('pages are for this origin, feeds and assets for all', () => {
  const policyOf = (path: string) => served(path).get('cross-origin-resource-policy')
  for (const path of ['/', '/404.html', '/page/2/', '/posts/a/', '/tags/', '/tags/x/'])
    assert.equal(policyOf(path), 'same-origin', path)
  for (const path of [
    '/feed.xml',
    '/tags/x/feed.xml',
    '/atom.xml',
    '/feed.json',
    '/assets/a.1234.css',
  ])
    assert.equal(policyOf(path), 'cross-origin', path)
})

test('feeds have their types and may be read from anywhere', () => {
  const typeOf = (path: string) => served(path).get('content-type')
  assert.deepEqual(['/feed.xml', '/tags/x/feed.xml', '/atom.xml', '/feed.json', '/'].map(typeOf), [
    'application/rss+xml; charset=utf-8',
    'application/rss+xml; charset=utf-8',
    'application/atom+xml; charset=utf-8',
    'application/feed+json; charset=utf-8',
    undefined,
  ])
  assert.equal(served('/tags/x/feed.xml').get('access-control-allow-origin'), '*')
  assert.equal(served('/').get('access-control-allow-origin'), undefined)
})

test('archives are feeds too, and the page of feeds beside them is a page', () => {
  const facts = {
    settings,
    paths: [...paths, outputPath('feeds/index.html'), outputPath('feeds/2017.xml')],
  }
  const archive = served('/feeds/2017.xml', facts)
  assert.equal(archive.get('content-type'), 'application/rss+xml; charset=utf-8')
  assert.equal(archive.get('cross-origin-resource-policy'), 'cross-origin')
  const page = served('/feeds/', facts)
  assert.equal(page.get('content-type'), undefined)
  assert.equal(page.get('cross-origin-resource-policy'), 'same-origin')
})

test('programs may keep a feed for half an hour', () => {
  for (const path of ['/feed.xml', '/atom.xml', '/feed.json', '/tags/x/feed.xml'])
    assert.equal(served(path).get('cache-control'), 'public, max-age=1800', path)
})

test('the main feeds name the hub and their own address in a header, if there is one', () => {
  const hub = 'https://hub.example/'
  const facts = { settings: { ...settings, url: 'https://example.org/b/', feeds: { hub } }, paths }
  for (const name of ['feed.xml', 'atom.xml', 'feed.json'])
    assert.equal(
      served(`/${name}`, facts).get('link'),
      `<${hub}>; rel="hub", <https://example.org/b/${name}>; rel="self"`,
    )
  for (const path of ['/', '/tags/x/feed.xml'])
    assert.equal(served(path, facts).get('link'), undefined, path)
  assert.equal(served('/feed.xml').get('link'), undefined)
})

test('assets may be kept for ever, nothing else', () => {
  assert.match(served('/assets/a.1234.css').get('cache-control') ?? '', /immutable/)
  assert.equal(served('/').get('cache-control'), undefined)
})

test('a site without TLS does not ask for it', () => {
  assert.ok(served('/').has('strict-transport-security'))
  const plain = { settings: { ...settings, url: 'http://example.onion/' }, paths }
  assert.equal(served('/', plain).has('strict-transport-security'), false)
})

test('the number of rules does not grow with the site', () => {
  const many = Array.from({ length: 3000 }, (_, i) => [
    `posts/${i}/index.html`,
    `tags/${i}/index.html`,
    `tags/${i}/feed.xml`,
  ]).flat()
  assert.ok(headerRules({ settings, paths: many.map(outputPath) }).length < 20)
})

test('pictures may come from listed hosts, which cannot be more than hosts', () => {
  const policyOf = (remote: readonly string[]) =>
    contentSecurityPolicy({ images: { remote } }, 'header')
  assert.match(
    policyOf(['img.example.org', '*.example.com']),
    /img-src 'self' https:\/\/img\.example\.org https:\/\/\*\.example\.com;/,
  )
  for (const host of ['a; script-src *', 'a b', 'https://a', '', "'unsafe-inline'", 'a\r\nX: y'])
    assert.equal(policyOf([host]), policyOf([]))
})

test('a script is allowed only where a page has one, and every address still has one policy', () => {
  const scripted = [outputPath('search/index.html')]
  const all = [...paths, ...scripted, outputPath('search/terms.json')]
  const policyOf = (path: string) =>
    served(path, { settings, paths: all, scripted }).get('content-security-policy') ?? ''
  for (const path of ['/search/', '/search/index.html'])
    assert.match(policyOf(path), /^default-src 'none'; script-src 'self'; connect-src 'self';/)
  const others = ['/', '/404.html', '/posts/a/', '/tags/x/', '/tags/x/feed.xml', '/feed.xml']
  for (const path of others) {
    assert.doesNotMatch(policyOf(path), /script-src|connect-src/, path)
    assert.equal(policyOf(path).match(/default-src/g)?.length, 1, path)
  }
})

test('a line end in a value is an error, and so is an odd name', () => {
  for (const value of ['a\r\nSet-Cookie: x', 'a\nb', 'a\0'])
    assert.throws(
      () => printHeaders([{ pattern: '/*', headers: [['X-Test', value]] }]),
      /cannot stand in a header/,
    )
  assert.throws(
    () => printHeaders([{ pattern: '/*\n/x', headers: [] }]),
    /cannot stand in a header/,
  )
  assert.throws(
    () => printHeaders([{ pattern: '/*', headers: [['X Test', '']] }]),
    /Not the name of a header/,
  )
})

test('redirects lead from aliases to posts, below the site’s own path', () => {
  const redirect = {
    kind: 'redirect',
    path: routePath('/alt/é/'),
    to: routePath('/posts/a/'),
    title: '',
    source: 'x',
  } as const
  assert.equal(printRedirects([redirect], { base: '/blog/' }), '/alt/%C3%A9/ /blog/posts/a/ 301\n')
})

test('no redirect is a pattern', () => {
  const redirect = { path: routePath('/*/:splat?/#/'), to: routePath('/posts/a/') }
  assert.equal(printRedirects([redirect], { base: '/' }), '/%2A/%3Asplat%3F/%23/ /posts/a/ 301\n')
})

test('makes the two files of the host', () => {
  const site = { settings, routes: [], base: '/' }
  const files = hostFiles(site as never, paths)
  assert.deepEqual(
    files.map(({ path, stage }) => [path, stage]),
    [
      ['_headers', 'host'],
      ['_redirects', 'host'],
    ],
  )
})
