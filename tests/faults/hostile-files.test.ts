import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { before, test } from 'node:test'
import { ownEngine } from '../../src/cli/engine.ts'
import { callIbid, type Outcome } from '../cli/call-ibid.ts'
import { spentSince } from '../processor-time.ts'
import { copyOver, filesOf, newFolder, writeAll } from './disk-site.ts'

const front = (title: string): string =>
  `---\nid: ${title.toLowerCase().replace(/[^a-z0-9]/g, '')}-hostile\ntitle: ${title}\ndate: 2020-01-01\n---\n\n`
const post = (body: string, title = 'Odd'): string => `${front(title)}${body}\n`
const bytes = (...parts: (string | readonly number[])[]): Uint8Array =>
  Buffer.concat(
    parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))),
  )
const utf16 = (order: 'le' | 'be', mark: boolean): Uint8Array => {
  const text = Buffer.from(
    `${mark ? '\ufeff' : ''}${post('Words enough to be told apart.')}`,
    'utf16le',
  )
  return order === 'le' ? text : text.swap16()
}

let template: string

before(async () => {
  template = newFolder()
  writeAll(template, {
    'content/site.yaml': 'title: Margins\nurl: https://example.org/\ndescription: A test.\n',
    'content/posts/good.md': post('Words.', 'Good'),
  })
  const { code, err } = await build(template)
  assert.deepEqual([code, err], [0, ''])
})

function build(root: string, ...more: string[]): Promise<Outcome> {
  return callIbid(['build', ...more], { cwd: root, engine: ownEngine })
}

/** A copy of a built site into which something bad is put. */
function site(files: Readonly<Record<string, string | Uint8Array>>): string {
  const root = newFolder()
  copyOver(template, root)
  writeAll(root, files)
  return root
}

/**
 * The site must not be published: exit 1 with a sentence and no trace, the old output byte for byte, nothing left
 * over; and once the bad thing is gone, the next build goes through.
 */
async function isRefused(root: string, code: string, mend: () => void): Promise<Outcome> {
  const old = filesOf(path.join(root, 'dist'))
  const ended = await build(root)
  assert.equal(ended.code, 1, ended.err)
  assert.match(ended.err, new RegExp(code))
  assert.doesNotMatch(ended.err, /^\s+at |Error:|went wrong inside/m)
  assert.deepEqual(filesOf(path.join(root, 'dist')), old)
  assert.deepEqual(
    readdirSync(root).filter((name) => !/^(?:content|public|themes|dist|\.ibid|loop)$/.test(name)),
    [],
  )
  mend()
  const next = await build(root)
  assert.equal(next.code, 0, next.err)
  return ended
}

/** Bytes of a post, and the code of what is said of them. */
const badPosts: readonly (readonly [name: string, body: string | Uint8Array, code: string])[] = [
  ['A1 empty', '', 'FS101'],
  ['A2 only a byte order mark', '\ufeff', 'FS101'],
  ['A3 UTF-16 LE with mark', utf16('le', true), 'FS102'],
  ['A3 UTF-16 BE with mark', utf16('be', true), 'FS102'],
  ['A3 UTF-16 LE', utf16('le', false), 'FS102'],
  ['A3 UTF-16 BE', utf16('be', false), 'FS102'],
  ['A4 Latin-1', bytes(post('caf'), [0xe9], ' au lait\n'), 'FS104'],
  ['A5 overlong', bytes(post('a'), [0xc0, 0xaf], ' b\n'), 'FS104'],
  ['A5 surrogate', bytes(post('a'), [0xed, 0xa0, 0x80], ' b\n'), 'FS104'],
  ['A5 five bytes', bytes(post('a'), [0xf8, 0x88, 0x80, 0x80, 0x80], ' b\n'), 'FS104'],
  ['A6 cut in a character', bytes(post('a'), [0xe2, 0x82]), 'FS104'],
  ['A7 NUL in the body', post('a\0b'), 'FS105'],
  ['A7 NUL in front matter', post('x', 'a\0b'), 'FS105'],
  ['A7 NUL in code', post('```\na\0b\n```'), 'FS105'],
  ['A8 control characters', post('a\u0001\u0008\u000b\u000c\u001f\u007fb'), 'FS106'],
  [
    'A14 a picture',
    bytes([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48]),
    'FS103',
  ],
  ['A15 too large', 'a\n'.repeat(1.5 * 1024 * 1024), 'LM101'],
]

for (const [name, body, code] of badPosts)
  test(`${name} is refused with its place`, async () => {
    const root = site({ 'content/posts/bad.md': body })
    const { err } = await isRefused(root, code, () =>
      rmSync(path.join(root, 'content/posts/bad.md')),
    )
    assert.match(err, /content\/posts\/bad\.md/)
  })

test('A10 direction controls are told by name, and the post is published', async () => {
  const root = site({ 'content/posts/bidi.md': post('a \u202e b\n\n```js\nif (x \u2066) {}\n```') })
  const { code, err } = await build(root)
  assert.equal(code, 0)
  assert.match(err, /FS107[\s\S]*U\+202E/)
})

test('A12 composed and decomposed letters are one label and one address', async () => {
  const nfd = 'Grüße'.normalize('NFD')
  const root = site({
    'content/posts/nfd.md': post(`A.[^${'Grüße'.normalize('NFC')}]\n\n[^${nfd}]: Note.`, nfd),
  })
  const { code, err } = await build(root)
  assert.deepEqual([code, err], [0, ''])
})

test('A13, A16, A17 marks, long lines and many lines take no long time', {
  timeout: 60_000,
}, async () => {
  for (const body of [
    `a${'\u0301'.repeat(10_000)}`,
    'a'.repeat(1024 * 1024),
    'word '.repeat(200_000),
    '\n'.repeat(1_000_000),
  ]) {
    const root = site({ 'content/posts/long.md': post(body) })
    const before = process.cpuUsage()
    const { code, err } = await build(root)
    const spent = spentSince(before)
    assert.ok(code === 0 || /LM\d\d\d/.test(err), err.slice(0, 500))
    assert.ok(spent < 10_000, `${spent} ms of a processor`)
  }
})

test('B1 a name that is no UTF-8 is shown by its bytes', async () => {
  const root = site({})
  const file = Buffer.concat([
    Buffer.from(`${root}/content/posts/a`),
    Buffer.from([0xff]),
    Buffer.from('.md'),
  ])
  writeFileSync(file, post('x'))
  const { err } = await isRefused(root, 'FS303', () => rmSync(file))
  assert.match(err, /a<0xFF>\.md/)
  assert.doesNotMatch(err, /ENOENT/)
})

test('B2, B3 names that differ in composition or case only are one address', async () => {
  for (const [one, two] of [
    ['é'.normalize('NFC'), 'é'.normalize('NFD')],
    ['Post', 'post'],
  ] as const) {
    const root = site({
      [`content/posts/${one}.md`]: post('x', 'First'),
      [`content/posts/${two}.md`]: post('y', 'Second'),
    })
    await isRefused(root, 'FS201', () => rmSync(path.join(root, `content/posts/${two}.md`)))
  }
})

test('B4 a name as long as the disk allows is cut on a character', async () => {
  for (const name of ['n'.repeat(252), 'é'.repeat(126)]) {
    const root = site({ [`content/posts/${name}.md`]: post('x') })
    const { code, err } = await build(root)
    assert.equal(code, 0, err)
    for (const file of filesOf(path.join(root, 'dist')).keys())
      assert.ok(
        file.split('/').every((part) => Buffer.byteLength(part) <= 100 && part.isWellFormed()),
      )
  }
})

test('B6, B7, B8 odd names are names only', async () => {
  const names = [
    'CON',
    'aux',
    'nul',
    'com1',
    'a.',
    'a ',
    'a:b',
    'a?b',
    'a|b',
    'a*b',
    '-rf',
    '--out=x',
    '$(id)',
    '`id`',
    'a\nb',
    '.',
    '..',
    '.hidden',
    '_draft',
  ]
  for (const name of names) {
    const root = site({ [`content/posts/${name}.md`]: post('x', 'Named') })
    const { code, err } = await build(root)
    assert.ok(code === 0 || code === 1, err)
    assert.doesNotMatch(err, /^\s+at |went wrong inside/m, name)
    for (const file of filesOf(path.join(root, 'dist')).keys()) {
      assert.doesNotMatch(
        file,
        /[:?|*"<>\\\0-\x1f]|(?:^|\/)(?:con|aux|nul|com1)(?:\.|\/|$)|[. ]\//i,
        name,
      )
    }
    assert.deepEqual(readdirSync(root).sort(), ['.ibid', 'content', 'dist'])
  }
})

test('B9 addresses that Ibid needs itself are refused', async () => {
  for (const slug of ['index', 'feed.xml', 'tags', '.well-known', '_headers', 'assets']) {
    const root = site({ 'content/posts/x.md': post('x').replace('date:', `slug: ${slug}\ndate:`) })
    const { code, err } = await build(root)
    assert.ok(
      code === 1 || /FM|FS/.test(err) || !existsSync(path.join(root, 'dist', slug, 'x')),
      err,
    )
    assert.ok(!existsSync(path.join(root, 'dist/posts/_headers')) || code === 0)
  }
})

test('B10 ten thousand posts of one name are told twenty times', { timeout: 120_000 }, async () => {
  const files: Record<string, string> = {}
  for (let i = 0; i < 2000; i++) files[`content/posts/${i}/same.md`] = post('x', 'Same')
  const root = site(files)
  const { code, err } = await build(root)
  assert.equal(code, 1)
  assert.ok((err.match(/FS201/g) ?? []).length <= 20)
})

test('B11 a folder with the name of a post is no trouble', async () => {
  const root = site({ 'content/posts/folder.md/inner.md': post('x') })
  const { code, err } = await build(root)
  assert.ok(code === 0 || code === 1)
  assert.doesNotMatch(err, /EISDIR|^\s+at /m)
})

/** Names of a site that are of the wrong kind, and what is said of them. */
const wrongKinds: readonly (readonly [
  path: string,
  kind: 'file' | 'folder' | 'pipe' | 'link',
  code: string,
  settings?: string,
])[] = [
  ['content/posts', 'file', 'FS305'],
  ['content/pages', 'file', 'FS305'],
  ['content/notes', 'file', 'FS305'],
  ['public', 'file', 'FS305'],
  ['public', 'pipe', 'FS302'],
  ['public', 'link', 'FS305'],
  ['content/posts', 'link', 'FS305'],
  ['content/site.yaml', 'folder', 'FS306'],
  ['themes', 'file', 'FS305'],
  ['themes', 'pipe', 'FS305'],
  ['themes/own', 'file', 'FS305', 'theme: own\n'],
  ['themes/marginalia', 'file', 'FS305'],
  ['themes/own/theme.ts', 'folder', 'TH105', 'theme: own\n'],
]

for (const [name, kind, code, settings] of wrongKinds)
  test(`a ${kind} at ${name} takes nothing of the site away`, async () => {
    const root = site({})
    const place = path.join(root, name)
    const posts = filesOf(path.join(root, 'content'))
    rmSync(place, { recursive: true, force: true })
    mkdirSync(path.dirname(place), { recursive: true })
    if (kind === 'folder') mkdirSync(place)
    else if (kind === 'pipe') execFileSync('mkfifo', [place])
    else if (kind === 'link') symlinkSync(path.join(root, 'content/site.yaml'), place)
    else writeFileSync(place, '../essays')
    if (settings) writeAll(root, { 'content/site.yaml': `${posts.get('site.yaml')}${settings}` })
    await isRefused(root, `\\b${name.replace(/\/theme\.ts$/, '')}:1:1: error ${code}`, () => {
      rmSync(place, { recursive: true })
      writeAll(path.join(root, 'content'), Object.fromEntries(posts))
    })
  })

test('the record of addresses is not taken for missing where it is a folder', async () => {
  const root = site({})
  mkdirSync(path.join(root, 'content/permalinks.json'))
  // The record is no part of the site, so the site is built all the same.
  for (const [command, wanted] of [
    ['build', 0],
    ['check', 1],
    ['freeze', 1],
  ] as const) {
    const { code, out, err } = await callIbid([command], { cwd: root, engine: ownEngine })
    assert.equal(code, wanted, command)
    assert.match(out + err, /content\/permalinks\.json:1:1: error FS306/)
    assert.doesNotMatch(err, /meanwhile/)
  }
})

test('a file at content/ is not called missing, and `ibid notes` says what is no file', async () => {
  const root = site({})
  const pipe = path.join(root, 'content/posts/pipe.md')
  execFileSync('mkfifo', [pipe])
  for (const name of ['content/posts', 'content/posts/pipe.md']) {
    const { code, err } = await callIbid(['notes', name], { cwd: root, engine: ownEngine })
    assert.equal(code, 2)
    assert.match(err, new RegExp(`^ibid: ${name} is no file\\.`))
  }
  rmSync(path.join(root, 'content'), { recursive: true })
  writeFileSync(path.join(root, 'content'), '')
  assert.match((await build(root)).err, /^ibid: \/.*\/content is no folder/)
})

test('B12 pipes and devices are never opened', { timeout: 60_000 }, async () => {
  for (const folder of ['content/posts', 'public']) {
    const root = site({ 'public/a.txt': '' })
    const pipe = path.join(root, folder, 'pipe.md')
    execFileSync('mkfifo', [pipe])
    await isRefused(root, 'FS302', () => rmSync(pipe))
    symlinkSync('/dev/zero', pipe)
    await isRefused(root, 'FS30[12]', () => rmSync(pipe))
  }
})

test('B12 a pipe in the folder of a theme, of the output or of kept things is not opened either', {
  timeout: 60_000,
}, async () => {
  const root = site({
    'themes/own/theme.ts': "export { default } from '../../marginalia/theme.ts'\n",
    'themes/own/styles/x.css': '',
  })
  for (const [folder, name] of [
    ['themes/own', 'pipe.ts'],
    ['themes/own/styles', 'pipe.css'],
    ['dist', 'feed.xml'],
    ['dist', 'site-manifest.json'],
    ['.ibid', 'lock.takeover'],
    [
      '.ibid',
      readdirSync(path.join(root, '.ibid')).find((each) => each.startsWith('index-')) ?? '',
    ],
  ] as const) {
    const pipe = path.join(root, folder, name)
    rmSync(pipe, { force: true })
    execFileSync('mkfifo', [pipe])
    const { code, err } = await build(root)
    assert.ok(code === 0 || /^ibid: [A-Z]|FS\d/m.test(err), `${name}: ${code} ${err}`)
    rmSync(pipe, { force: true })
  }
  assert.equal((await build(root)).code, 0)
})

test('settings that are no file are told of once, and not called missing', async () => {
  const root = site({})
  const settings = path.join(root, 'content/site.yaml')
  rmSync(settings)
  execFileSync('mkfifo', [settings])
  const { err } = await build(root)
  assert.match(err, /FS302/)
  assert.doesNotMatch(err, /FM202/)
})

test('a site whose settings cannot be read is not published under another name', async () => {
  const root = site({})
  writeFileSync(path.join(root, 'content/site.yaml'), Buffer.from('title: Caf\xe9\n', 'latin1'))
  const { code, err } = await build(root, '--keep-going')
  assert.equal(code, 1)
  assert.match(err, /content\/site\.yaml:1:11: error FS104/)
  assert.match(filesOf(path.join(root, 'dist')).get('index.html') ?? '', /Margins/)
})

test('B13, B14 links out of the site, and round and round, are refused', async () => {
  for (const [folder, target] of [
    ['content/posts', '/etc/passwd'],
    ['public', '/etc/passwd'],
    ['public', '../../../../../../../../etc'],
    ['content/posts', '.'],
    ['public', 'link.md'],
  ] as const) {
    const root = site({ 'public/a.txt': '' })
    const link = path.join(root, folder, 'link.md')
    symlinkSync(target, link)
    const { err } = await isRefused(root, 'FS301', () => rmSync(link))
    assert.doesNotMatch(err, /root:x:/)
  }
})

test('B15, B17 the output goes neither through a link nor over the source', async () => {
  const root = site({})
  const elsewhere = newFolder()
  writeAll(elsewhere, { 'precious.txt': 'mine' })
  rmSync(path.join(root, 'dist'), { recursive: true })
  symlinkSync(elsewhere, path.join(root, 'dist'))
  const { code, err } = await build(root)
  assert.equal(code, 1)
  assert.match(err, /FS401/)
  for (const out of ['.', '..', 'content', 'content/posts', 'public/x', '/'])
    assert.match((await build(root, '--out', out)).err, /FS401/, out)
  assert.deepEqual([...filesOf(elsewhere).keys()], ['precious.txt'])
})

test('B16 files that Ibid did not write stay', async () => {
  const root = site({ 'dist/CNAME': 'example.org', 'dist/posts/mine.txt': 'mine' })
  rmSync(path.join(root, 'content/posts/good.md'))
  writeAll(root, { 'content/posts/other.md': post('x', 'Other') })
  assert.equal((await build(root)).code, 0)
  const files = filesOf(path.join(root, 'dist'))
  assert.deepEqual([files.get('CNAME'), files.get('posts/mine.txt')], ['example.org', 'mine'])
  assert.equal(files.has('posts/good/index.html'), false)
})

test('B18 a hard link is a file like any other', async () => {
  const root = site({ 'content/posts/one.md': post('x', 'One') })
  mkdirSync(path.join(root, 'public'))
  linkSync(path.join(root, 'content/posts/one.md'), path.join(root, 'public/one.txt'))
  assert.equal((await build(root)).code, 0)
})

test('C13 a cache that was cut, turned or replaced by anything is found out', async () => {
  const clean = filesOf(path.join(template, 'dist'))
  const root = site({})
  const state = path.join(root, '.ibid')
  const kept = filesOf(state)
  const spoil: Readonly<Record<string, (body: Buffer) => Uint8Array>> = {
    cut: (body) => body.subarray(0, body.length / 2),
    empty: () => Buffer.alloc(0),
    turned: (body) => body.map((byte, i) => (i % 97 === 0 ? byte ^ 1 : byte)),
    foreign: () => Buffer.from('{"version": 999, "files": {"../../x": {}}, "steps": []}'),
    binary: () => Buffer.from([0xff, 0xfe, 0x00]),
  }
  for (const [name, change] of Object.entries(spoil)) {
    copyOver(template, root)
    for (const [file, text] of kept)
      writeFileSync(path.join(state, file), change(Buffer.from(text, 'latin1')))
    const { code, err } = await build(root)
    assert.equal(code, 0, `${name}: ${err}`)
    assert.deepEqual(filesOf(path.join(root, 'dist')), clean, name)
  }
  for (const file of kept.keys()) {
    copyOver(template, root)
    rmSync(path.join(state, file))
    mkdirSync(path.join(state, file, 'a folder'), { recursive: true })
    const { err } = await build(root)
    assert.doesNotMatch(err, /^\s+at |went wrong inside/m, file)
    assert.deepEqual(filesOf(path.join(root, 'dist')), clean, file)
  }
})

test('a journal that came with the site puts nothing into it', async () => {
  const root = site({})
  const state = path.join(root, '.ibid')
  const [index = ''] = readdirSync(state).filter((name) => name.startsWith('index-'))
  const key = /^index-(.*)\.json$/.exec(index)?.[1] ?? ''
  assert.notEqual(key, '')
  const steps = [{ do: 'put', path: 'planted/index.html', staged: 'new-1', stage: 'page' }]
  writeAll(root, {
    [`.ibid/journal-${key}.json`]: JSON.stringify({ version: 1, steps }),
    [`.ibid/stage-${key}/new-1`]: '<script>alert(1)</script>',
  })
  const { code, err } = await build(root)
  assert.deepEqual([code, err], [0, ''])
  assert.equal(existsSync(path.join(root, 'dist/planted')), false)
  assert.deepEqual(filesOf(path.join(root, 'dist')), filesOf(path.join(template, 'dist')))
})
