import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readSiteLists } from '../../src/build/verify/site-lists.ts'
import { verifySite } from '../../src/build/verify/verify-site.ts'
import { servedCopy } from '../../src/io/served-copy.ts'
import { type BuiltCopy, builtCopy } from '../built-copy.ts'

type Handler = (path: string, response: ServerResponse, request: IncomingMessage) => boolean

const ends: (() => void)[] = []
after(() => {
  for (const end of ends) end()
})

const pages = {
  'index.html': '<p>home',
  'posts/a/index.html': '<p>a',
  'posts/ü b/index.html': '<p>ü',
  'old/index.html': '<p>moved',
  '404.html': '<p>nothing here',
  _headers: '/*\n  X-Test: 1\n',
  _redirects: '/old/ /posts/a/ 301\n',
}

/** Serves a built site as a host does, unless the handler answers first. */
async function served(handler: Handler = () => false): Promise<{ url: string; asked: string[] }> {
  const copy: BuiltCopy = await builtCopy(pages)
  const asked: string[] = []
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`)
    const path = decodeURIComponent((request.url ?? '/').slice(1))
    if (handler(path, response, request)) return
    if (path.startsWith('_')) return void response.writeHead(404).end(pages['404.html'])
    try {
      const file = path === '' || path.endsWith('/') ? `${path}index.html` : path
      response.end(readFileSync(join(copy.dist, file)))
    } catch {
      response.writeHead(404).end(pages['404.html'])
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  ends.push(() => {
    server.closeAllConnections()
    server.close()
    copy.remove()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, asked }
}

async function check(url: string, patience = 5000) {
  const copy = servedCopy(url, { patience })
  const found = await verifySite(copy, await readSiteLists(copy), { vouched: false })
  return { ...found, short: found.mismatches.map(({ kind, path }) => `${kind} ${path}`) }
}

function redirect(response: ServerResponse, to: string): true {
  response.writeHead(301, { location: to }).end()
  return true
}

test('asks for each file once, with GET, by the address that readers use', async () => {
  const { url, asked } = await served()
  const found = await check(url)
  assert.deepEqual(found.short, [])
  assert.equal(found.listed, false)
  assert.deepEqual(
    found.unseen.map(({ path }) => path),
    ['_headers', '_redirects'],
  )
  assert.ok(asked.includes('GET /posts/%C3%BC%20b/'))
  assert.ok(asked.every((line) => line.startsWith('GET ') && !line.includes('index.html')))
  assert.equal(new Set(asked).size, asked.length)
})

test('changed and missing files are found', async () => {
  const { url } = await served((path, response) => {
    if (path === 'posts/a/') response.end('<p>b')
    else if (path === 'old/') response.writeHead(404).end()
    else return false
    return true
  })
  assert.deepEqual((await check(url)).short, [
    'missing old/index.html',
    'changed posts/a/index.html',
  ])
})

test('an alias may lead on to where the site says, and nowhere else', async () => {
  const good = await served((path, response) => path === 'old/' && redirect(response, '/posts/a/'))
  assert.deepEqual((await check(good.url)).short, [])
  const bad = await served((path, response) => path === 'old/' && redirect(response, '/'))
  assert.deepEqual((await check(bad.url)).short, ['changed old/index.html'])
  const page = await served((path, response) => path === 'posts/a/' && redirect(response, '/old/'))
  assert.deepEqual((await check(page.url)).short, ['changed posts/a/index.html'])
})

test('another spelling of the same address is followed', async () => {
  const { url } = await served((path, response) => {
    if (path === '404.html') return redirect(response, '/404')
    if (path !== '404') return false
    response.end(pages['404.html'])
    return true
  })
  assert.deepEqual((await check(url)).short, [])
})

test('no redirect leads to another origin, or round and round', async () => {
  const other = await served()
  const { url } = await served((path, response) => {
    if (path === 'posts/a/') return redirect(response, `${other.url}posts/a/`)
    return path === 'old/' && redirect(response, '/old/')
  })
  assert.deepEqual((await check(url)).short, [
    'changed old/index.html',
    'changed posts/a/index.html',
  ])
  assert.deepEqual(other.asked, [])
})

test('an answer that never ends is left after the bytes that were to come', {
  timeout: 10_000,
}, async () => {
  const { url } = await served((path, response) => {
    if (path !== 'posts/a/') return false
    const more = setInterval(() => response.write('x'.repeat(65536)), 1)
    response.on('close', () => clearInterval(more))
    return true
  })
  assert.deepEqual((await check(url)).short, ['changed posts/a/index.html'])
})

test('a host that says nothing is not waited for', { timeout: 10_000 }, async () => {
  const { url } = await served((path) => path === 'posts/a/')
  const { mismatches } = await check(url, 200)
  assert.deepEqual(mismatches, [
    {
      kind: 'changed',
      path: 'posts/a/index.html',
      why: 'there is an address that does not answer',
    },
  ])
  const silent = await served(() => true)
  await assert.rejects(check(silent.url, 200), /the host takes too long/)
})

test('a host that is not there, fails or has no site says so', async () => {
  const { url } = await served((path, response) => {
    response.writeHead(path.endsWith('json') ? 503 : 404).end()
    return true
  })
  await assert.rejects(
    check(url),
    /site-manifest\.json cannot be read: an answer with the status 503/,
  )
  const empty = await served((_path, response) => {
    response.writeHead(404).end()
    return true
  })
  await assert.rejects(check(empty.url), /holds no site that Ibid built/)
  await assert.rejects(check('http://127.0.0.1:1/'), /cannot be read/)
})

test('only addresses of the web are taken', () => {
  for (const address of ['ftp://example.org/', 'file:///etc/', 'https://a:b@example.org/', 'x'])
    assert.throws(() => servedCopy(address), /is not the address of a site/)
  assert.equal(servedCopy('https://example.org/blog').name, 'https://example.org/blog/')
  assert.equal(servedCopy('https://example.org/index.html?x#y').name, 'https://example.org/')
})
