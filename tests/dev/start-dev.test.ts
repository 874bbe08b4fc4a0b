import assert from 'node:assert/strict'
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { ServeError } from '../../src/dev/http/serve-error.ts'
import type { RunningServer } from '../../src/dev/start-preview.ts'
import { temporaryFolder, writeFiles } from './built-site.ts'
import { renderStub, startStub } from './stub-site.ts'

const siteFiles = {
  'content/posts/a.md': 'First\n\nSome words.',
  'content/posts/b.md': 'Second\n\nDRAFT of more.',
  'content/posts/c.md': 'Third\n\nSCHEDULED words.',
  'public/pic.svg': '<svg xmlns="http://www.w3.org/2000/svg"/>',
  'public/page.html': '<title>Own</title><p>own page',
}

let root = ''
let server: RunningServer
let renders = 0
const lines: string[] = []

before(async () => {
  root = await temporaryFolder(siteFiles)
  server = await startStub(root, {
    log: (line) => lines.push(line),
    render: (...facts) => {
      renders += 1
      return renderStub(...facts)
    },
  })
})
after(() => server.close())

async function get(target: string): Promise<{ status: number; text: string; headers: Headers }> {
  const response = await fetch(new URL(target, server.url), { redirect: 'manual' })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

/** Asks until the answer is as wanted; the last one otherwise. */
async function until(
  target: string,
  wanted: (answer: { status: number; text: string }) => boolean,
): Promise<string> {
  const end = performance.now() + 5_000
  for (;;) {
    const answer = await get(target)
    if (wanted(answer)) return answer.text
    if (performance.now() > end) assert.fail(`${target} stayed ${answer.status}:\n${answer.text}`)
    await wait(15)
  }
}

const post = (name: string): string => path.join(root, 'content/posts', name)

test('it tells what it watches and where its own pages are', () => {
  assert.ok(lines.some((line) => line.includes(`${server.url}__ibid/`)))
  assert.ok(lines.some((line) => /content\/.*public\/.*themes\//.test(line)))
  assert.ok(lines.some((line) => /^Built in \d+ ms/.test(line)))
})

test('pages carry the client and a policy that lets it in; nothing is kept', async () => {
  const { text, headers } = await get('/posts/a/')
  assert.match(text, /<script type="module" src="\/__ibid\/client\.js\?token=/)
  assert.doesNotMatch(text, /http-equiv/)
  assert.match(headers.get('content-security-policy') ?? '', /script-src 'self'/)
  assert.doesNotMatch(headers.get('content-security-policy') ?? '', /trusted-types/)
  assert.equal(headers.get('cache-control'), 'no-store')
  assert.match((await get('/page.html')).text, /client\.js/)
})

test('a page that is asked for right after a save is the saved one', async () => {
  await get('/posts/a/')
  for (const word of ['sooner', 'and sooner']) {
    await writeFile(post('a.md'), `First\n\nSome words, ${word}.`)
    assert.match((await get('/posts/a/')).text, new RegExp(`Some words, ${word}\\.`))
  }
})

test('assets, copies, redirects and pages that are not there', async () => {
  assert.equal((await get('/pic.svg')).headers.get('content-type'), 'image/svg+xml; charset=utf-8')
  assert.equal((await get('/posts/a')).headers.get('location'), '/posts/a/')
  assert.equal((await get('/old/')).headers.get('location'), '/posts/a/')
  const missing = await get('/nothing/')
  assert.equal(missing.status, 404)
  assert.match(missing.text, /Not here.*client\.js.*status=404/s)
  assert.equal((await get('/__ibid/nothing')).status, 404)
})

test('a save is served', async () => {
  await writeFile(post('a.md'), 'First\n\nOther words.')
  await until('/posts/a/', ({ text }) => text.includes('Other words.'))
})

test('a save by renaming over the file is served, again and again', async () => {
  for (const word of ['one', 'two', 'three']) {
    await writeFile(post('a.md.new'), `First\n\nRenamed ${word}.`)
    await rename(post('a.md.new'), post('a.md'))
    await until('/posts/a/', ({ text }) => text.includes(`Renamed ${word}.`))
  }
})

test('a new post appears, a removed one is gone', async () => {
  await writeFile(post('new.md'), 'New\n\nFresh.')
  await until('/posts/new/', ({ status }) => status === 200)
  await rm(post('new.md'))
  await until('/posts/new/', ({ status }) => status === 404)
})

test('a post that cannot be rendered has its errors in its place, until it is mended', async () => {
  await writeFile(post('a.md'), 'First\n\nIt is BROKEN now.')
  const text = await until('/posts/a/', ({ status }) => status === 500)
  assert.match(text, /content\/posts\/a\.md:3:7/)
  assert.match(text, /3 \| It is BROKEN now\.\n {2}\| {7}\^{6}/)
  assert.match(text, /Found BROKEN &#38; &#60;script&#62;/)
  assert.match(text, /client\.js\?token=[^"]*status=500/)
  assert.equal((await get('/posts/b/')).status, 200)
  await writeFile(post('a.md'), 'First\n\nMended.')
  await until('/posts/a/', ({ status, text: page }) => status === 200 && page.includes('Mended.'))
})

test('a post that was broken from the start has its errors where its page would be', async () => {
  await writeFile(post('never.md'), 'BROKEN')
  await until('/posts/never/', ({ status }) => status === 500)
  await rm(post('never.md'))
  await until('/posts/never/', ({ status }) => status === 404)
})

test('broken settings leave the last pages in place', async () => {
  await writeFile(path.join(root, 'content/site.yaml'), 'BROKEN: [')
  await wait(300)
  assert.equal((await get('/posts/a/')).status, 200)
  await writeFile(path.join(root, 'content/site.yaml'), 'CRASH')
  await until('/__ibid/', ({ text }) => text.includes('the stub crashed'))
  assert.equal((await get('/posts/a/')).status, 200)
  await rm(path.join(root, 'content/site.yaml'))
  await until('/__ibid/', ({ text }) => !text.includes('the stub crashed'))
})

test('a folder that is removed and made again is watched as before', async () => {
  await rm(path.join(root, 'content'), { recursive: true })
  await until('/posts/a/', ({ status }) => status === 404)
  await writeFiles(root, siteFiles)
  await until('/posts/a/', ({ text }) => text.includes('Some words.'))
  await writeFile(post('a.md'), 'First\n\nBack again.')
  await until('/posts/a/', ({ text }) => text.includes('Back again.'))
})

test('a storm of saves costs few rebuilds and ends with the newest text', async () => {
  const before = renders
  const started = performance.now()
  for (let i = 0; i < 10_000; i++) await writeFile(post('a.md'), `First\n\nSave ${i}.`)
  await until('/posts/a/', ({ text }) => text.includes('Save 9999.'))
  // A busy system tells of the last saves after they were made, so the time until the end counts.
  const seconds = (performance.now() - started) / 1000
  const allowed = Math.ceil((seconds + 1) * 5) + 1
  assert.ok(renders - before <= allowed, `${renders - before} rebuilds in ${seconds} s`)
})

test('the overview lists drafts, scheduled posts, problems and notes with places to copy', async () => {
  await writeFile(post('d.md'), 'Fourth\n\nA MISSING note.')
  const text = await until('/__ibid/', (page) => page.text.includes('content/posts/d.md:3:3'))
  assert.match(text, /Second<\/a><\/td>\s*<td>draft/)
  assert.match(text, /Third<\/a><\/td>\s*<td>due 2030-01-02/)
  assert.match(text, /<button type="button" data-copy="content\/posts\/b\.md:1"/)
  assert.match(text, /FN301 star-missing-note/)
  assert.match(text, /A note &#60;b&#62;here&#60;\/b&#62;/)
  assert.match(text, /data-copy="content\/posts\/b\.md:3:1"/)
  assert.ok(lines.some((line) => /^ {2}content\/posts\/d\.md:3:3 FN301 /.test(line)))
  await rm(post('d.md'))
})

test('nothing is written into the site', async () => {
  assert.deepEqual((await readdir(root)).sort(), ['content', 'public'])
})

test('a site that cannot be read at all is one page of errors, until it can', async () => {
  const folder = await temporaryFolder({ 'content/site.yaml': 'BROKEN' })
  const other = await startStub(folder)
  const first = await fetch(new URL('/any/', other.url))
  assert.equal(first.status, 500)
  assert.match(await first.text(), /The site cannot be shown/)
  await mkdir(path.join(folder, 'content/posts'))
  await writeFile(path.join(folder, 'content/site.yaml'), '')
  for (let tries = 0; tries < 200; tries++) {
    if ((await fetch(other.url)).status === 200) break
    await wait(15)
  }
  assert.equal((await fetch(other.url)).status, 200)
  await other.close()
})

test('a taken port is an error, and leaves nothing running', async () => {
  await assert.rejects(startStub(root, { port: Number(new URL(server.url).port) }), ServeError)
})
