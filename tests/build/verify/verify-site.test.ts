import assert from 'node:assert/strict'
import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { readSiteLists } from '../../../src/build/verify/site-lists.ts'
import { verifySite } from '../../../src/build/verify/verify-site.ts'
import { folderCopy } from '../../../src/io/folder-copy.ts'
import { type BuiltCopy, builtCopy } from '../../built-copy.ts'

const copies: BuiltCopy[] = []
after(() => {
  for (const copy of copies) copy.remove()
})

async function site(files: Readonly<Record<string, string>>): Promise<BuiltCopy> {
  const copy = await builtCopy(files)
  copies.push(copy)
  return copy
}

/** What a check finds: `changed index.html`. */
async function found(dist: string, vouched = false): Promise<readonly string[]> {
  const copy = folderCopy(dist, 'dist')
  const { mismatches } = await verifySite(copy, await readSiteLists(copy), { vouched })
  return mismatches.map(({ kind, path }) => `${kind} ${path}`)
}

/** A small generator that gives the same numbers every time. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

function rewrite(file: string, change: (text: string) => string): void {
  writeFileSync(file, change(readFileSync(file, 'utf8')))
}

const pages = { 'index.html': '<p>home', 'posts/a/index.html': '<p>a', 'assets/a.css': 'p{}' }

test('a site that nobody touched is as it was built', async () => {
  const { dist } = await site({ ...pages, 'odd name\nü.txt': 'x', 'empty.txt': '' })
  assert.deepEqual(await found(dist), [])
})

test('one byte of each of 200 random files is found 200 times', async () => {
  const random = numbers(7)
  const files: Record<string, string> = {}
  for (let i = 0; i < 300; i++)
    files[`posts/${i % 17}/${i}.html`] = Array.from({ length: 1 + random(4000) }, () =>
      String.fromCharCode(32 + random(90)),
    ).join('')
  const { dist } = await site(files)
  const left = Object.keys(files)
  const chosen = Array.from({ length: 200 }, () => left.splice(random(left.length), 1)[0] ?? '')
  for (const path of chosen) {
    const bytes = readFileSync(join(dist, path))
    const at = random(bytes.length)
    bytes[at] = (bytes[at] ?? 0) ^ (1 + random(255))
    writeFileSync(join(dist, path), bytes)
  }
  assert.deepEqual(
    await found(dist),
    chosen.map((path) => `changed ${path}`).sort((a, b) => (a < b ? -1 : 1)),
  )
})

test('missing, added, and put in the place of a file', async () => {
  const { dist } = await site({ ...pages, 'b.txt': 'b', 'c.txt': 'c' })
  rmSync(join(dist, 'index.html'))
  writeFileSync(join(dist, 'new.html'), '')
  symlinkSync('/etc/passwd', join(dist, 'leak'))
  rmSync(join(dist, 'b.txt'))
  symlinkSync('c.txt', join(dist, 'b.txt'))
  rmSync(join(dist, 'c.txt'))
  mkdirSync(join(dist, 'c.txt'))
  mkdirSync(join(dist, 'empty'))
  assert.deepEqual(await found(dist), [
    'changed b.txt',
    'changed c.txt',
    'missing index.html',
    'added leak',
    'added new.html',
  ])
})

test('signatures beside the lists count as no addition', async () => {
  const { dist } = await site(pages)
  writeFileSync(join(dist, 'SHA256SUMS.minisig'), '')
  writeFileSync(join(dist, 'SHA256SUMS.sig'), '')
  assert.deepEqual(await found(dist), [])
})

test('a list that lies is found, and the file that it lies about is not blamed', async () => {
  for (const list of ['SHA256SUMS', 'site-manifest.json']) {
    const { dist } = await site(pages)
    const digest = /[0-9a-f]{64}/
    rewrite(join(dist, list), (text) =>
      text.replace(digest, (hex) => `${hex.startsWith('0') ? 1 : 0}${hex.slice(1)}`),
    )
    assert.deepEqual(await found(dist), [`changed ${list}`])
  }
})

test('every change of one byte in a list is found', async () => {
  const { dist } = await site(pages)
  for (const list of ['SHA256SUMS', 'site-manifest.json']) {
    const original = readFileSync(join(dist, list))
    for (let at = 0; at < original.length; at += 7) {
      const bytes = Buffer.from(original)
      bytes[at] = (bytes[at] ?? 0) ^ 1
      writeFileSync(join(dist, list), bytes)
      const all = await found(dist)
      assert.ok(all.includes(`changed ${list}`), `${list}, byte ${at}: ${all}`)
    }
    writeFileSync(join(dist, list), original)
  }
  assert.deepEqual(await found(dist), [])
})

test('a list that is gone, or none at all, is told', async () => {
  const { dist } = await site(pages)
  rmSync(join(dist, 'site-manifest.json'))
  assert.deepEqual(await found(dist), ['missing site-manifest.json'])
  rmSync(join(dist, 'SHA256SUMS'))
  await assert.rejects(found(dist), /holds no site that Ibid built/)
})

test('where a signature vouches for the checksums, they alone decide', async () => {
  const { dist } = await site(pages)
  writeFileSync(join(dist, 'index.html'), '<p>evil')
  rewrite(join(dist, 'site-manifest.json'), (text) =>
    text.replace('"files": {', '"files": {\n  "evil.html": { "sha256": "00", "bytes": 0 },'),
  )
  assert.deepEqual(await found(dist, true), ['changed index.html', 'changed site-manifest.json'])
})

test('an attacker who rewrites both lists is only found by a signature', async () => {
  const { dist } = await site(pages)
  const other = await site({ ...pages, 'index.html': '<p>evil' })
  assert.deepEqual(await found(other.dist), [])
  const sums = readFileSync(join(dist, 'SHA256SUMS'))
  writeFileSync(join(other.dist, 'SHA256SUMS'), sums)
  assert.deepEqual(await found(other.dist, true), [
    'changed index.html',
    'changed site-manifest.json',
  ])
})

test('paths that lead out of the folder are never read', async () => {
  const { dist, root } = await site(pages)
  writeFileSync(join(root, 'outside'), 'x')
  rewrite(join(dist, 'SHA256SUMS'), (text) => `${text}${'0'.repeat(64)}  ../outside\n`)
  assert.deepEqual(await found(dist), ['changed SHA256SUMS'])
})
