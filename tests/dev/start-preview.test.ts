import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { ServeError } from '../../src/dev/http/serve-error.ts'
import { type RunningServer, startPreview } from '../../src/dev/start-preview.ts'
import { temporaryFolder, writeBuiltSite, writeFiles } from './built-site.ts'
import { type RawAnswer, type RawRequest, rawRequest } from './raw-request.ts'

const long = `<!doctype html><title>A post</title><p>${'Many words. '.repeat(200)}</p>`
const files = {
  'index.html': '<!doctype html><title>Home</title>',
  'posts/a/index.html': long,
  '404.html': '<!doctype html><title>Not here</title>',
  'feed.xml': '<rss/>',
  'atom.xml': '<feed/>',
  'feed.json': '{}',
  'assets/plain.0a1b2c3d.css': 'p{}',
  'pic.png': new Uint8Array([137, 80, 78, 71]),
  'big.bin': new Uint8Array(9 * 1024 * 1024).fill(7),
  '.well-known/security.txt': 'Contact: mailto:a@example.org',
  '.nojekyll': 'hidden',
  _headers:
    '/*\n  X-Frame-Options: DENY\n/assets/*\n  Cache-Control: public, max-age=31536000, immutable\n/posts/*\n  X-Post: yes\n',
  _redirects: '/old/ /posts/a/ 301\n',
}

let out = ''
let server: RunningServer
let port = 0

before(async () => {
  out = path.join(await temporaryFolder({ 'secret.txt': 'topsecret' }), 'dist')
  await writeBuiltSite(out, files)
  await writeFiles(out, { 'stray.html': 'not in the manifest' })
  server = await startPreview({ out, port: 0 })
  port = Number(new URL(server.url).port)
})
after(() => server.close())

function get(target: string, more: Partial<RawRequest> = {}): Promise<RawAnswer> {
  return rawRequest({ port, target, ...more })
}

test('pages and folders', async () => {
  assert.equal((await get('/')).body.toString(), files['index.html'])
  const post = await get('/posts/a/')
  assert.equal(post.status, 200)
  assert.equal(post.headers.get('content-type'), 'text/html; charset=utf-8')
  assert.equal(post.headers.get('content-length'), String(long.length))
  assert.equal(post.headers.get('x-frame-options'), 'DENY')
  assert.equal(post.headers.get('x-post'), 'yes')
  const bare = await get('/posts/a?x')
  assert.deepEqual([bare.status, bare.headers.get('location')], [308, '/posts/a/?x'])
})

test('media types of feeds and others', async () => {
  const types: Record<string, string> = {
    '/feed.xml': 'application/rss+xml; charset=utf-8',
    '/atom.xml': 'application/atom+xml; charset=utf-8',
    '/feed.json': 'application/feed+json; charset=utf-8',
    '/pic.png': 'image/png',
    '/.well-known/security.txt': 'text/plain; charset=utf-8',
  }
  for (const [target, type] of Object.entries(types))
    assert.equal((await get(target)).headers.get('content-type'), type)
})

test('HEAD sends the headers of GET and no body', async () => {
  const head = await get('/posts/a/', { method: 'HEAD' })
  assert.equal(head.status, 200)
  assert.equal(head.body.length, 0)
  assert.equal(head.headers.get('content-length'), String(long.length))
})

test('methods that are not for reading are refused', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS', 'TRACE', 'PATCH']) {
    const answer = await get('/', { method })
    assert.deepEqual([answer.status, answer.headers.get('allow')], [405, 'GET, HEAD'])
  }
})

test('a strong ETag is the SHA-256 of the bytes, and saves sending them again', async () => {
  const tag = `"${createHash('sha256').update(long).digest('hex')}"`
  assert.equal((await get('/posts/a/')).headers.get('etag'), tag)
  for (const known of [tag, `W/${tag}`, `"x", ${tag}`, '*']) {
    const again = await get('/posts/a/', { headers: { 'If-None-Match': known } })
    assert.deepEqual([again.status, again.body.length, again.headers.get('etag')], [304, 0, tag])
    assert.equal(again.headers.get('content-length'), undefined)
  }
  assert.equal((await get('/posts/a/', { headers: { 'If-None-Match': '"x"' } })).status, 200)
})

test('text is compressed as the browser likes best', async () => {
  const encoded = async (accepted: string): Promise<RawAnswer> =>
    await get('/posts/a/', { headers: { 'Accept-Encoding': accepted } })
  const br = await encoded('gzip, deflate, br, zstd')
  assert.equal(br.headers.get('content-encoding'), 'br')
  assert.equal(br.headers.get('vary'), 'Accept-Encoding')
  assert.equal(brotliDecompressSync(br.body).toString(), long)
  assert.ok(br.body.length < long.length / 4)
  const gzip = await encoded('br;q=0, gzip')
  assert.equal(gunzipSync(gzip.body).toString(), long)
  assert.notEqual(gzip.headers.get('etag'), br.headers.get('etag'))
  assert.equal((await encoded('gzip;q=0.2, identity')).headers.get('content-encoding'), undefined)
  assert.equal((await encoded('*')).headers.get('content-encoding'), 'br')
  const picture = await get('/pic.png', { headers: { 'Accept-Encoding': 'br' } })
  assert.deepEqual(
    [picture.headers.get('content-encoding'), picture.headers.get('vary')],
    [undefined, undefined],
  )
  const again = await get('/posts/a/', {
    headers: { 'Accept-Encoding': 'br', 'If-None-Match': br.headers.get('etag') },
  })
  assert.deepEqual([again.status, again.headers.get('vary')], [304, 'Accept-Encoding'])
})

test('hashed assets are kept for ever, pages are asked for again', async () => {
  assert.match(
    (await get('/assets/plain.0a1b2c3d.css')).headers.get('cache-control') ?? '',
    /immutable/,
  )
  assert.match((await get('/')).headers.get('cache-control') ?? '', /must-revalidate/)
})

test('large files are streamed whole, with their tag', async () => {
  const big = await get('/big.bin')
  assert.equal(big.body.length, files['big.bin'].length)
  assert.equal(
    big.headers.get('etag'),
    `"${createHash('sha256').update(files['big.bin']).digest('hex')}"`,
  )
})

test('old addresses are redirected', async () => {
  const moved = await get('/old/')
  assert.deepEqual([moved.status, moved.headers.get('location')], [301, '/posts/a/'])
})

test('what is not of the site gets the site’s page for that, with status 404', async () => {
  const hidden = [
    '/nothing',
    '/stray.html',
    '/.nojekyll',
    '/_headers',
    '/_redirects',
    '/posts/',
    '/assets/',
    '/.well-known/',
  ]
  for (const target of hidden) {
    const answer = await get(target)
    assert.deepEqual([answer.status, answer.body.toString()], [404, files['404.html']], target)
  }
})

test('foreign hosts and origins are refused', async () => {
  assert.equal((await get('/', { headers: { Host: 'evil.example' } })).status, 403)
  assert.equal((await get('/', { headers: { Origin: 'https://evil.example' } })).status, 403)
})

test('a file that became a link is not followed', async () => {
  const folder = path.join(await temporaryFolder({ 'secret.txt': 'topsecret' }), 'dist')
  await writeBuiltSite(folder, { 'index.html': 'home' })
  const manifest = {
    version: 1,
    files: {
      'link.txt': { sha256: '0'.repeat(64), bytes: 9 },
      '../secret.txt': { sha256: '0'.repeat(64), bytes: 9 },
    },
  }
  await writeFile(path.join(folder, 'site-manifest.json'), JSON.stringify(manifest))
  await symlink('../secret.txt', path.join(folder, 'link.txt'))
  const other = await startPreview({ out: folder, port: 0 })
  const answer = await rawRequest({ port: Number(new URL(other.url).port), target: '/link.txt' })
  await other.close()
  assert.equal(answer.status, 404)
  assert.doesNotMatch(answer.text, /topsecret/)
})

test('a new build is served without a new start', async () => {
  const folder = path.join(await temporaryFolder(), 'dist')
  await writeBuiltSite(folder, { 'index.html': 'first' })
  const running = await startPreview({ out: folder, port: 0 })
  const target = { port: Number(new URL(running.url).port), target: '/new.txt' }
  assert.equal((await rawRequest(target)).status, 404)
  await writeBuiltSite(folder, { 'index.html': 'second one', 'new.txt': 'new' })
  assert.equal((await rawRequest(target)).body.toString(), 'new')
  await running.close()
})

test('a site below a base path is served there, as its home page tells', async () => {
  const folder = path.join(await temporaryFolder(), 'dist')
  await writeBuiltSite(folder, {
    'index.html': '<link rel="canonical" href="https://example.org/blog/">',
  })
  const running = await startPreview({ out: folder, port: 0 })
  assert.match(running.url, /^http:\/\/127\.0\.0\.1:\d+\/blog\/$/)
  const moved = await rawRequest({ port: Number(new URL(running.url).port), target: '/' })
  assert.deepEqual([moved.status, moved.headers.get('location')], [302, '/blog/'])
  await running.close()
})

test('without a built site it says to build first', async () => {
  const refused = async (folder: string, message: RegExp): Promise<void> =>
    await assert.rejects(startPreview({ out: folder, port: 0 }), (error) => {
      assert.ok(error instanceof ServeError)
      assert.match(error.message, message)
      assert.match(error.hint, /ibid build/)
      return true
    })
  const folder = await temporaryFolder({ file: 'x', 'damaged/site-manifest.json': '{' })
  await refused(path.join(folder, 'none'), /There is no folder/)
  await refused(path.join(folder, 'file'), /is a file/)
  await refused(folder, /holds no built site/)
  await refused(path.join(folder, 'damaged'), /lists no files/)
})

test('a port that is asked for and taken is an error that says so', async () => {
  await assert.rejects(startPreview({ out, port }), (error) => {
    assert.ok(error instanceof ServeError)
    assert.match(error.message, new RegExp(`Port ${port} is taken`))
    return true
  })
  await assert.rejects(startPreview({ out, port: 70_000 }), ServeError)
})

test('without a wish the next free port is taken', async () => {
  const [first, second] = [await startPreview({ out }), await startPreview({ out })]
  const ports = [first, second].map(({ url }) => Number(new URL(url).port))
  await Promise.all([first.close(), second.close()])
  assert.ok(ports.every((one) => one >= 4000 && one < 4100))
  assert.notEqual(ports[0], ports[1])
})
