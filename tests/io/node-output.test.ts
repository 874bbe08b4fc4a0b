import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { emit } from '../../src/build/emit.ts'
import { planOutputs } from '../../src/build/plan.ts'
import { memorySource } from '../../src/io/memory.ts'
import { nodeOutput } from '../../src/io/node-output.ts'
import { outputPath } from '../../src/model/paths.ts'

const folder = realpathSync(mkdtempSync(join(tmpdir(), 'ibid-output-')))
after(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
function newRoot(): string {
  const root = join(folder, `site-${count++}`)
  mkdirSync(join(root, 'content'), { recursive: true })
  return root
}

async function write(root: string, out: string, files: Readonly<Record<string, string>>) {
  const { plan } = planOutputs(
    Object.entries(files).map(([path, body]) => ({
      path: outputPath(path),
      body,
      stage: 'page',
      origin: path,
    })),
  )
  assert.ok(plan)
  return emit(plan, await nodeOutput(root, out), memorySource({}))
}

async function refusalOf(root: string, out: string): Promise<string> {
  const refusal = await (await nodeOutput(root, out)).refusal()
  return refusal?.message ?? ''
}

test('writes a site that sha256sum finds whole, and leaves nothing else', async () => {
  const root = newRoot()
  const out = join(root, 'dist')
  const emitted = await write(root, out, {
    'index.html': 'home',
    'posts/é/index.html': 'post',
    'odd\nname': 'x',
  })
  assert.ok(emitted.done)
  assert.match(
    execFileSync('sha256sum', ['-c', 'SHA256SUMS'], { cwd: out, encoding: 'utf8' }),
    /OK\n/,
  )
  assert.deepEqual(readdirSync(out).sort(), [
    'SHA256SUMS',
    'index.html',
    'odd\nname',
    'posts',
    'site-manifest.json',
  ])
  assert.ok(readdirSync(join(root, '.ibid')).every((name) => name.startsWith('index-')))
})

test('gives files and folders the same modes whatever the umask', async () => {
  const root = newRoot()
  const before = process.umask(0o077)
  try {
    assert.ok((await write(root, join(root, 'dist'), { 'a/b/index.html': '' })).done)
  } finally {
    process.umask(before)
  }
  const modeOf = (path: string) => lstatSync(join(root, 'dist', path)).mode & 0o777
  assert.deepEqual(['', 'a', 'a/b'].map(modeOf), [0o755, 0o755, 0o755])
  assert.deepEqual(
    ['a/b/index.html', 'site-manifest.json', 'SHA256SUMS'].map(modeOf),
    [0o644, 0o644, 0o644],
  )
})

test('does not touch unchanged files, replaces others without an in-between, removes stale ones and their folders', async () => {
  const root = newRoot()
  const out = join(root, 'dist')
  await write(root, out, { 'same.html': 'same', 'changed.html': 'one', 'old/deep/x.html': '' })
  writeFileSync(join(out, 'CNAME'), 'example.org')
  const inode = (path: string) => lstatSync(join(out, path)).ino
  const [same, changed] = [inode('same.html'), inode('changed.html')]
  const emitted = await write(root, out, { 'same.html': 'same', 'changed.html': 'two' })
  assert.ok(emitted.done)
  assert.deepEqual([emitted.written, emitted.kept, emitted.removed], [3, 1, 1])
  assert.equal(inode('same.html'), same)
  assert.notEqual(inode('changed.html'), changed)
  assert.deepEqual(readdirSync(out).sort(), [
    'CNAME',
    'SHA256SUMS',
    'changed.html',
    'same.html',
    'site-manifest.json',
  ])
})

test('mends what was changed by hand, even with the same size and time', async () => {
  const root = newRoot()
  const path = join(root, 'dist/a.html')
  await write(root, join(root, 'dist'), { 'a.html': 'one' })
  writeFileSync(path, 'eno')
  await write(root, join(root, 'dist'), { 'a.html': 'one' })
  assert.equal(readFileSync(path, 'utf8'), 'one')
})

test('replaces a link in the place of a file, and leaves what it led to', async () => {
  const root = newRoot()
  const out = join(root, 'dist')
  writeFileSync(join(root, 'precious.txt'), 'precious')
  mkdirSync(out)
  symlinkSync('../precious.txt', join(out, 'index.html'))
  assert.ok((await write(root, out, { 'index.html': 'home' })).done)
  assert.equal(readFileSync(join(root, 'precious.txt'), 'utf8'), 'precious')
  assert.ok(lstatSync(join(out, 'index.html')).isFile())
})

test('writes through no link to a folder', async () => {
  const root = newRoot()
  const elsewhere = join(root, 'elsewhere')
  mkdirSync(elsewhere)
  mkdirSync(join(root, 'dist'))
  symlinkSync('../elsewhere', join(root, 'dist/posts'))
  const emitted = await write(root, join(root, 'dist'), { 'posts/index.html': 'x' })
  assert.ok(!emitted.done)
  assert.match(
    emitted.diagnostics[0]?.message ?? '',
    /posts is a link; Ibid writes through no link/,
  )
  assert.deepEqual(readdirSync(elsewhere), [])
})

test('refuses folders that are not its own to write', async () => {
  const root = newRoot()
  const home = join(root, 'home')
  mkdirSync(home)
  symlinkSync(home, join(root, 'linked'))
  writeFileSync(join(root, 'file'), '')
  assert.match(
    await refusalOf(root, join(root, 'linked')),
    /is a link to .*home; Ibid writes through no link/,
  )
  assert.match(await refusalOf(root, join(root, 'file')), /is not a folder/)
  for (const out of [root, join(root, '..'), '/'])
    assert.match(await refusalOf(root, out), /holds the site's own source/)
  for (const out of ['content', 'content/posts', 'public', '.git', '.ibid/x', 'node_modules/y'])
    assert.match(await refusalOf(root, join(root, out)), /would mix with/)
  for (const out of ['dist', 'build/www', '../out-of-it'])
    assert.equal(await refusalOf(root, join(root, out)), '')
})

test('refuses a link in the place of its own folder', async () => {
  const root = newRoot()
  symlinkSync('/tmp', join(root, '.ibid'))
  assert.match(
    await refusalOf(root, join(root, 'dist')),
    /where Ibid keeps its own files, is a link/,
  )
})

test('the output folder may be asked for by a path with links above it', async () => {
  const root = newRoot()
  const alias = join(folder, `alias-${count++}`)
  symlinkSync(root, alias)
  assert.ok((await write(alias, join(alias, 'dist'), { 'index.html': '' })).done)
  assert.match(await refusalOf(root, join(alias, 'content')), /would mix with content/)
})

test('stages beside the site where .ibid lies on another disk', {
  skip: !existsSync('/dev/shm'),
}, async () => {
  const root = newRoot()
  const out = mkdtempSync('/dev/shm/ibid-')
  after(() => rmSync(out, { recursive: true, force: true }))
  for (const text of ['one', 'two']) {
    assert.ok((await write(root, out, { 'a/index.html': text })).done)
    assert.deepEqual(readdirSync(out).sort(), ['SHA256SUMS', 'a', 'site-manifest.json'])
    assert.equal(readFileSync(join(out, 'a/index.html'), 'utf8'), text)
  }
})

test('a build that is killed at any moment is brought to an end by the next', {
  timeout: 60_000,
}, async () => {
  const root = newRoot()
  const out = join(root, 'dist')
  const site = (text: string) =>
    Object.fromEntries(
      Array.from({ length: 40 }, (_, i) => [`${text}${i % 7}/${i}.html`, text + i]),
    )
  const modules = ['emit', 'plan'].map(
    (name) => new URL(`../../src/build/${name}.ts`, import.meta.url).href,
  )
  const io = ['node-output', 'memory'].map(
    (name) => new URL(`../../src/io/${name}.ts`, import.meta.url).href,
  )
  const script = `
    const { emit } = await import('${modules[0]}'); const { planOutputs } = await import('${modules[1]}')
    const { nodeOutput } = await import('${io[0]}'); const { memorySource } = await import('${io[1]}')
    const files = JSON.parse(process.env.FILES)
    const { plan } = planOutputs(Object.entries(files).map(([path, body]) => ({ path, body, stage: 'page', origin: path })))
    const output = await nodeOutput(process.env.ROOT, process.env.ROOT + '/dist')
    let left = Number(process.env.STEPS)
    for (const name of ['publish', 'withdraw', 'keep']) {
      const work = output[name]
      output[name] = async (...args) => { if (left-- === 0) process.kill(process.pid, 'SIGKILL'); return work(...args) }
    }
    await emit(plan, output, memorySource({}))`
  for (const steps of [0, 1, 30, 41, 42, 60, 83]) {
    await write(root, out, site('old'))
    const env = {
      ...process.env,
      FILES: JSON.stringify(site('new')),
      ROOT: root,
      STEPS: String(steps),
      NODE_NO_WARNINGS: '1',
    }
    const { signal } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { env })
    assert.equal(signal, 'SIGKILL', `after ${steps} steps`)
    assert.ok((await write(root, out, site('new'))).done)
    const clean = newRoot()
    await write(clean, join(clean, 'dist'), site('new'))
    assert.equal(
      spawnSync('diff', ['-r', out, join(clean, 'dist')]).status,
      0,
      `after ${steps} steps`,
    )
    assert.ok(readdirSync(join(root, '.ibid')).every((name) => name.startsWith('index-')))
  }
})
