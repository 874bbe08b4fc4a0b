import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { nodeSource } from '../../src/io/node-source.ts'
import { sourcePath } from '../../src/model/paths.ts'

const folder = mkdtempSync(join(tmpdir(), 'ibid-source-'))
after(() => rmSync(folder, { recursive: true, force: true }))

/** A root with the given files, by path. */
function rootOf(name: string, files: Readonly<Record<string, string>>): string {
  const root = join(folder, name)
  mkdirSync(root)
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(join(root, path, '..'), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

async function listed(root: string, from = 'content'): Promise<string[]> {
  return (await nodeSource(root).list(from)).map(({ kind, path }) => `${kind} ${path}`)
}

test('lists files of all folders in code unit order, hidden ones too', async () => {
  const root = rootOf('order', {
    'content/b.md': '',
    'content/a/z.md': '',
    'content/a.md': '',
    'content/é.md': '',
    'content/.x': '',
  })
  assert.deepEqual(await listed(root), [
    'file content/.x',
    'file content/a.md',
    'file content/a/z.md',
    'file content/b.md',
    'file content/é.md',
  ])
})

test('tells size and time', async () => {
  const root = rootOf('facts', { 'content/a.md': 'four' })
  const [entry] = await nodeSource(root).list('content')
  assert.equal(entry?.bytes, 4)
  assert.ok(Math.abs((entry?.modified ?? 0) - Date.now()) < 60_000)
})

test('finds nothing in a folder that is not there, and itself in one that is a file', async () => {
  const root = rootOf('absent', { content: '' })
  assert.deepEqual([await listed(root), await listed(root, 'public')], [['file content'], []])
})

test('follows links inside the site, and no others', async () => {
  const root = rootOf('links', {
    'content/a.md': 'a',
    'art/x.png': 'x',
    'art/deep/y.png': '',
    '.env': 'secret',
  })
  symlinkSync('/etc/passwd', join(root, 'content/passwd.md'))
  symlinkSync('/etc', join(root, 'content/etc'))
  symlinkSync('../art', join(root, 'content/art'))
  symlinkSync('a.md', join(root, 'content/same.md'))
  symlinkSync('../.env', join(root, 'content/env.md'))
  symlinkSync('nowhere', join(root, 'content/dangling.md'))
  symlinkSync('turning', join(root, 'content/turning'))
  symlinkSync('.', join(root, 'content/loop'))
  symlinkSync('../deep', join(root, 'art/deep/again'))
  const entries = await nodeSource(root).list('content')
  assert.deepEqual(
    entries.map(
      ({ kind, path, reason }) => `${kind} ${path}${reason === undefined ? '' : `: ${reason}`}`,
    ),
    [
      'file content/a.md',
      'link content/art/deep/again: it stands in a folder that is itself reached by a link',
      'file content/art/deep/y.png',
      'file content/art/x.png',
      'link content/dangling.md: it leads to nothing',
      'link content/env.md: it leads to something that is not meant for readers, .env',
      'link content/etc: it leads out of the site, to /etc',
      'link content/loop: it leads to a folder that it stands in',
      'link content/passwd.md: it leads out of the site, to /etc/passwd',
      'file content/same.md',
      'link content/turning: it leads in a circle',
    ],
  )
})

test('follows no link in the place of the whole folder that leaves the site', async () => {
  const root = rootOf('whole', {})
  symlinkSync('/etc', join(root, 'content'))
  assert.deepEqual(await listed(root), ['link content'])
})

test('never opens a pipe', { timeout: 5000 }, async () => {
  const root = rootOf('special', { 'content/a.md': '' })
  execFileSync('mkfifo', [join(root, 'content/pipe.md')])
  const [, pipe] = await nodeSource(root).list('content')
  assert.deepEqual([pipe?.kind, pipe?.reason], ['special', 'it is a pipe (FIFO)'])
  await assert.rejects(nodeSource(root).read(sourcePath('content/pipe.md')), /not a plain file/)
})

test('shows the bytes of a name that is no UTF-8, and back slashes', async () => {
  const root = rootOf('names', {
    'content/a\\b.md': '',
    'content/a\nb.md': '',
    'content/-rf.md': '',
  })
  writeFileSync(
    Buffer.concat([Buffer.from(`${root}/content/caf`), Buffer.from([0xe9]), Buffer.from('.md')]),
    '',
  )
  assert.deepEqual(await listed(root), [
    'file content/-rf.md',
    'file content/a\nb.md',
    'unnamed content/a<0x5C>b.md',
    'unnamed content/caf<0xE9>.md',
  ])
})

test('reads whole files, their starts, and pieces', async () => {
  const text = 'x'.repeat(600_000)
  const source = nodeSource(rootOf('read', { 'content/a.md': text, 'content/empty.md': '' }))
  const path = sourcePath('content/a.md')
  assert.equal(Buffer.from(await source.read(path)).toString(), text)
  assert.equal((await source.read(path, 10)).length, 10)
  assert.equal((await source.read(sourcePath('content/empty.md'))).length, 0)
  const sizes: number[] = []
  for await (const piece of source.stream(path)) sizes.push(piece.length)
  assert.deepEqual(sizes, [262_144, 262_144, 75_712])
})

test('reads nothing through a link that leaves the site', async () => {
  const root = rootOf('escape', { 'content/a.md': '' })
  symlinkSync('/etc/passwd', join(root, 'content/p.md'))
  await assert.rejects(nodeSource(root).read(sourcePath('content/p.md')), /leads out of the site/)
})

test('lists and reads thousands of files with few descriptors', { timeout: 60_000 }, () => {
  const files = Object.fromEntries(
    Array.from({ length: 1500 }, (_, i) => [`content/posts/${i}.md`, String(i)]),
  )
  const root = rootOf('many', files)
  const module = new URL('../../src/io/node-source.ts', import.meta.url).href
  const script = `const { nodeSource } = await import('${module}')
    const source = nodeSource('${root}')
    const entries = await source.list('content')
    const texts = await Promise.all(entries.map(({ path }) => source.read(path)))
    console.log(texts.length)`
  const command = `ulimit -n 64 && exec "${process.execPath}" --input-type=module -e "$SCRIPT"`
  const env = { ...process.env, SCRIPT: script, NODE_NO_WARNINGS: '1' }
  assert.equal(execFileSync('sh', ['-c', command], { env, encoding: 'utf8' }).trim(), '1500')
})
