import assert from 'node:assert/strict'
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { ownEngine } from '../../src/cli/engine.ts'
import { type RunningServer, startPreview } from '../../src/dev/start-preview.ts'
import { callIbid } from '../cli/call-ibid.ts'
import { rawRequest } from '../dev/raw-request.ts'
import { packageFolder } from '../site-from.ts'
import { run } from './loopback.ts'

const python = { command: '/usr/bin/python3', debian: 'python3-feedparser' }
const newsboat = { command: 'newsboat', debian: 'newsboat' }

const home = mkdtempSync(path.join(tmpdir(), 'ibid-served-'))
const root = path.join(home, 'blog')
const dist = path.join(root, 'dist')
const settings = path.join(root, 'content/site.yaml')
let server: RunningServer

/** Runs a command of Ibid over the sample blog, at a fixed time. */
async function ibid(
  ...args: readonly string[]
): Promise<{ readonly code: number; readonly err: string }> {
  const env = { SOURCE_DATE_EPOCH: '1793491200' }
  return callIbid([...args, '--root', root], { cwd: home, env, engine: ownEngine })
}

before(async () => {
  cpSync(path.join(packageFolder, 'content'), path.join(root, 'content'), { recursive: true })
  const yaml = readFileSync(settings, 'utf8')
  assert.match(yaml, /^ {2}items: 20$/m)
  writeFileSync(
    settings,
    yaml.replace(/^ {2}items: 20$/m, '  items: 3\n  hub: https://hub.example/'),
  )
  assert.equal((await ibid('freeze')).code, 0)
  assert.equal((await ibid('build')).code, 0)
  server = await startPreview({ out: dist, port: 0 })
})
after(async () => {
  await server?.close()
  rmSync(home, { recursive: true, force: true })
})

/** The paths of the built files of one kind, as addresses. */
function built(pattern: RegExp): readonly string[] {
  return readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .map((name) => `/${name.split(path.sep).join('/')}`)
    .filter((name) => pattern.test(name))
    .sort()
}

function get(target: string, headers: Readonly<Record<string, string>> = {}) {
  return rawRequest({ port: Number(new URL(server.url).port), target, headers })
}

const feeds = (): readonly string[] =>
  built(/\/(?:feed\.xml|atom\.xml|feed\.json)$|^\/feeds\/[^/]+\.xml$/)

test('the sample has every kind of feed', () => {
  const all = feeds()
  for (const path of ['/feed.xml', '/atom.xml', '/feed.json']) assert.ok(all.includes(path), path)
  assert.ok(all.some((path) => path.startsWith('/tags/')))
  assert.ok(all.some((path) => /^\/feeds\/\d{4}\.xml$/.test(path)))
})

test('utf8-ctype: every feed is served as what it is, in UTF-8', async () => {
  for (const path of feeds()) {
    const kind = path === '/atom.xml' ? 'atom+xml' : path === '/feed.json' ? 'feed+json' : 'rss+xml'
    const { status, headers } = await get(path)
    assert.equal(status, 200, path)
    assert.equal(headers.get('content-type'), `application/${kind}; charset=utf-8`, path)
  }
})

test('own-cache: tags, times to keep, 304, compression, and access from other sites', async () => {
  for (const path of feeds()) {
    const plain = await get(path)
    const etag = plain.headers.get('etag') ?? ''
    assert.match(etag, /^"[^"]+"$/, `${path} has a strong tag`)
    assert.match(plain.headers.get('cache-control') ?? '', /^public, max-age=1800$/, path)
    assert.equal(plain.headers.get('access-control-allow-origin'), '*', path)
    assert.equal(plain.headers.get('cross-origin-resource-policy'), 'cross-origin', path)
    const again = await get(path, { 'If-None-Match': etag })
    assert.deepEqual([again.status, again.body.length], [304, 0], path)
    for (const [name, unpack] of [
      ['br', brotliDecompressSync],
      ['gzip', gunzipSync],
    ] as const) {
      const packed = await get(path, { 'Accept-Encoding': name })
      assert.equal(packed.headers.get('content-encoding'), name, path)
      assert.deepEqual(unpack(packed.body), plain.body, path)
      assert.match(packed.headers.get('vary') ?? '', /Accept-Encoding/)
      assert.notEqual(packed.headers.get('etag'), etag)
    }
  }
  const [picture = ''] = built(/\.png$/)
  const policy = (await get(picture)).headers.get('cross-origin-resource-policy')
  assert.ok(policy === undefined || policy === 'cross-origin', 'readers may show pictures')
})

test('own-discover: every page announces the main feeds, and lists at most one more', () => {
  const pages = built(/\.html$/)
  assert.ok(pages.length > 20)
  for (const page of pages) {
    const html = readFileSync(path.join(dist, page), 'utf8')
    const links = [
      ...html.matchAll(/<link rel="alternate" href="([^"]+)" type="([^"]+)" title="[^"]+">/g),
    ]
    const found = links.map(([, href, type]) => `${type} ${href}`)
    const own = /^\/(?:tags|series)\/[^/]+\/index\.html$/.test(page)
    const expected = [
      ...(own ? [`application/rss+xml ${page.replace('index.html', 'feed.xml')}`] : []),
      'application/rss+xml /feed.xml',
      'application/atom+xml /atom.xml',
      'application/feed+json /feed.json',
    ]
    assert.deepEqual(found.map(decodeURI), expected, page)
    for (const [, href = ''] of links) assert.ok(feeds().includes(decodeURI(href)), href)
  }
})

test('every page leads people to the page of feeds, which lists every feed that is there', async () => {
  const { status, body } = await get('/feeds/')
  assert.equal(status, 200)
  const page = body.toString()
  for (const feed of feeds().filter((each) => !each.startsWith('/feeds/'))) {
    assert.ok(page.includes(`href="${encodeURI(feed)}"`), feed)
    assert.ok(
      page.replaceAll('<wbr>', '').includes(`>https://example.org${encodeURI(feed)}</code>`),
      feed,
    )
  }
  for (const html of built(/\.html$/).filter((each) => !each.startsWith('/feeds/')))
    assert.match(
      readFileSync(path.join(dist, html), 'utf8'),
      /<footer[\s\S]*href="\/feeds\/"/,
      html,
    )
})

test('the hub is in the feeds and in the header of each', async () => {
  for (const feed of ['/feed.xml', '/atom.xml', '/feed.json']) {
    const { headers, body } = await get(feed)
    assert.match(body.toString(), /https:\/\/hub\.example\//)
    assert.equal(
      headers.get('link'),
      `<https://hub.example/>; rel="hub", <https://example.org${feed}>; rel="self"`,
    )
  }
})

const asked = `
import feedparser, json, sys
first = feedparser.parse(sys.argv[1])
again = feedparser.parse(sys.argv[1], etag=first.get('etag'), modified=first.get('modified'))
print(json.dumps({'status': first.status, 'again': again.status, 'bozo': bool(first.bozo),
  'type': first.headers.get('content-type'), 'entries': [[e.id, e.link] for e in first.entries]}))
`

interface Read {
  readonly status: number
  readonly again: number
  readonly bozo: boolean
  readonly type: string
  readonly entries: readonly (readonly [id: string, link: string])[]
}

async function parsed(feed: string): Promise<Read> {
  const out = await run(python, ['-c', asked, new URL(feed, server.url).href], { home })
  return JSON.parse(out) as Read
}

async function unread(): Promise<string> {
  const at = (name: string): string => path.join(home, name)
  writeFileSync(at('urls'), `${new URL('feed.xml', server.url).href}\n`)
  writeFileSync(at('config'), '')
  const args = ['-q', '-u', at('urls'), '-c', at('cache.db'), '-C', at('config'), '-x']
  await run(newsboat, [...args, 'reload'], { home })
  return await run(newsboat, [...args, 'print-unread'], { home })
}

/** Gives every published post another file, slug and title, and the site another address. */
function renameEverything(): void {
  const posts = path.join(root, 'content/posts')
  for (const name of readdirSync(posts).filter((each) => each.endsWith('.md'))) {
    const file = path.join(posts, name)
    const text = readFileSync(file, 'utf8')
    const title = text.replace(/^title: .*$/m, (line) => line.replace(/[A-Za-z]/, 'Renamed '))
    writeFileSync(file, title.replace(/^(id: .*)$/m, `$1\nslug: moved-${name.slice(0, -3)}`))
    renameSync(file, path.join(posts, `renamed-${name}`))
  }
  const yaml = readFileSync(settings, 'utf8')
  writeFileSync(settings, yaml.replace(/^url: .*$/m, 'url: https://moved.example/'))
}

test('own-readers: a new file, slug, title and domain make no post new to a subscriber', async () => {
  const files = ['feed.xml', 'atom.xml']
  const known = await Promise.all(files.map(parsed))
  for (const { status, again, bozo, entries } of known)
    assert.deepEqual([status, again, bozo, entries.length], [200, 304, false, 3])
  assert.match(await unread(), /^3 /)

  renameEverything()
  assert.equal((await ibid('check')).code, 1, 'the lost addresses are errors')
  const { code, err } = await ibid('build')
  assert.equal(code, 0)
  assert.match(err, /error FD201 lost-address/)
  assert.doesNotMatch(err, /FD20[234]/)

  const moved = await Promise.all(files.map(parsed))
  for (const [index, { entries }] of moved.entries()) {
    assert.deepEqual(
      entries.map(([id]) => id),
      known[index]?.entries.map(([id]) => id),
    )
    for (const [, link] of entries) assert.match(link, /^https:\/\/moved\.example\/posts\/moved-/)
  }
  assert.match(await unread(), /^3 /, 'newsboat has no new post')
})
