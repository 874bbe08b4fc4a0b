import assert from 'node:assert/strict'
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import { callIbid, type Outcome } from './call-ibid.ts'

const folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'ibid-freeze-')))
after(() => rmSync(folder, { recursive: true, force: true }))

const settings = 'title: Margins\nurl: https://example.org/\ndescription: A test.\n'
const record = 'content/permalinks.json'

/** A site of its own on the disk. */
function siteOf(name: string, files: Readonly<Record<string, string>>) {
  const root = path.join(folder, name)
  for (const [file, text] of Object.entries({ 'content/site.yaml': settings, ...files })) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), text)
  }
  return {
    root,
    at: (file: string) => path.join(root, file),
    read: (file: string) => readFileSync(path.join(root, file), 'utf8'),
    freeze: (...args: readonly string[]): Promise<Outcome> =>
      callIbid(['freeze', '--root', name, ...args], { cwd: folder }),
  }
}

const post = (id: string, more = ''): string =>
  `---\nid: ${id}\ntitle: T\ndate: 2020-01-01\n${more}---\n\nWords.\n`

test('writes ids, touches nothing else, records, and says what it did', async () => {
  const before =
    '\ufeff---\r\n# mine\r\ntitle: A # x\r\ndate: 2020-01-01\r\n---\r\n\r\nWords.  \r\n'
  const site = siteOf('first', {
    'content/posts/a.md': before,
    'content/posts/b.md': post('k7q2m4xw'),
    'content/posts/draft.md': '---\ntitle: D\ndraft: true\n---\n',
  })
  chmodSync(site.at('content/posts/a.md'), 0o640)
  const { code, out, err } = await site.freeze()
  assert.deepEqual([code, err], [0, ''])
  const text = site.read('content/posts/a.md')
  const [line = '', id = ''] = /^id: ([0-9a-f-]{36})\r\n/m.exec(text) ?? []
  assert.equal(text.replace(line, ''), before)
  assert.ok(text.startsWith('\ufeff---\r\nid: '))
  assert.equal(statSync(site.at('content/posts/a.md')).mode & 0o777, 0o640)
  assert.equal(site.read('content/posts/draft.md'), '---\ntitle: D\ndraft: true\n---\n')
  assert.equal(
    out,
    `content/posts/a.md: id ${id}\nWrote 1 id; 2 posts in content/permalinks.json.\n`,
  )
  const first = site.read(record)
  assert.deepEqual(Object.keys(JSON.parse(first).posts).sort(), [id, 'k7q2m4xw'].sort())

  const again = await site.freeze()
  assert.deepEqual(again, {
    code: 0,
    out: 'No id was missing; 2 posts in content/permalinks.json, unchanged.\n',
    err: '',
  })
  assert.equal(site.read(record), first)
})

test('a post whose day is that of its file keeps that day', async () => {
  const site = siteOf('undated', { 'content/posts/a.md': 'Words.\n' })
  utimesSync(site.at('content/posts/a.md'), 1_500_000_000, 1_500_000_000)
  assert.equal((await site.freeze()).code, 0)
  assert.match(site.read('content/posts/a.md'), /^---\nid: .*\n---\n\nWords\.\n$/)
  assert.equal(statSync(site.at('content/posts/a.md')).mtimeMs, 1_500_000_000_000)
})

test('a file with broken front matter is told of and left alone', async () => {
  const broken = '---\ntitle: [\n---\n\nWords.\n'
  const site = siteOf('broken', {
    'content/posts/a.md': broken,
    'content/posts/b.md': '---\ntitle: B\ndate: 2020-01-01\n---\n',
  })
  const { code, out, err } = await site.freeze()
  assert.equal(code, 1)
  assert.match(err, /^content\/posts\/a\.md:2:8: error FM305[\s\S]*\n1 error\n$/)
  assert.match(out, /^content\/posts\/b\.md: id .*\nWrote 1 id; 1 post in/)
  assert.equal(site.read('content/posts/a.md'), broken)
})

test('a broken record stops it, and is left as it is', async () => {
  const site = siteOf('record', { [record]: '{', 'content/posts/a.md': 'Words.\n' })
  const { code, out, err } = await site.freeze()
  assert.deepEqual([code, out], [1, ''])
  assert.match(err, /content\/permalinks\.json:1:1: error FD204/)
  assert.equal(site.read(record), '{')
  assert.equal(site.read('content/posts/a.md'), 'Words.\n')
})

test('a lost address ends with 1 until it is forgotten', async () => {
  const site = siteOf('lost', { 'content/posts/a.md': post('k7q2m4xw') })
  assert.equal((await site.freeze()).code, 0)
  writeFileSync(site.at('content/posts/a.md'), post('k7q2m4xw', 'slug: new\n'))
  const lost = await site.freeze()
  assert.equal(lost.code, 1)
  assert.match(lost.err, /FD201/)
  assert.equal((await site.freeze('--forget', '/posts/a/')).code, 0)
  assert.match(site.read(record), /"urls": \["\/posts\/new\/"\]/)
})

test('what is not recorded cannot be forgotten', async () => {
  const site = siteOf('unknown', { 'content/posts/a.md': post('k7q2m4xw') })
  const { code, err } = await site.freeze('--forget', 'k7q2')
  assert.equal(code, 2)
  assert.match(err, /has no post and no address "k7q2"/)
})

test('wrong settings: exit code 2, and nothing is written', async () => {
  const site = siteOf('settings', { 'content/posts/a.md': 'Words.\n' })
  writeFileSync(site.at('content/site.yaml'), 'title: [')
  const { code, out } = await site.freeze()
  assert.deepEqual([code, out], [2, ''])
  assert.equal(site.read('content/posts/a.md'), 'Words.\n')
})

test('--quiet says nothing where all is well', async () => {
  const site = siteOf('quiet', { 'content/posts/a.md': 'Words.\n' })
  assert.deepEqual(await site.freeze('--quiet'), { code: 0, out: '', err: '' })
  assert.match(site.read('content/posts/a.md'), /^---\nid: /)
})
