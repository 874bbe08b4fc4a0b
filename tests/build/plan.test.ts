import assert from 'node:assert/strict'
import { test } from 'node:test'
import { collisionKey, planOutputs } from '../../src/build/plan.ts'
import { outputPath } from '../../src/model/paths.ts'
import type { OutputFile } from '../../src/model/site.ts'

/** A path and who asks for it. */
type Owned = readonly [path: string, origin: string]

function files(...paths: readonly Owned[]): readonly OutputFile[] {
  return paths.map(([path, origin]) => ({
    path: outputPath(path),
    body: '',
    stage: 'page',
    origin,
  }))
}

function messagesOf(...paths: readonly Owned[]): readonly string[] {
  const { plan, diagnostics } = planOutputs(files(...paths))
  assert.equal(plan === undefined, diagnostics.length > 0)
  return diagnostics.map(({ code, message }) => `${code} ${message}`)
}

test('plans files that do not meet', () => {
  const { plan, diagnostics } = planOutputs(
    files(['a/index.html', 'x'], ['a/b.html', 'y'], ['ab', 'z']),
  )
  assert.deepEqual([plan?.size, diagnostics], [3, []])
})

test('names both owners of one path, at the author’s file, with the other beside it', () => {
  const { diagnostics } = planOutputs(
    files(
      ['posts/a/index.html', 'content/posts/a.md'],
      ['posts/a/index.html', 'content/posts/b.md'],
    ),
  )
  assert.deepEqual(diagnostics, [
    {
      code: 'FS201',
      severity: 'error',
      message:
        'Both content/posts/a.md and content/posts/b.md would be written to posts/a/index.html.',
      hint: 'give one of the two another slug, alias or name',
      file: 'content/posts/b.md',
      related: [{ message: 'The other owner is here.', file: 'content/posts/a.md' }],
    },
  ])
})

test('shows the author’s file where the other owner is none', () => {
  const { diagnostics } = planOutputs(
    files(
      ['archive/index.html', 'content/pages/archive.md'],
      ['archive/index.html', 'the archive'],
    ),
  )
  assert.deepEqual(
    diagnostics.map(({ file, related }) => [file, related]),
    [['content/pages/archive.md', undefined]],
  )
})

test('takes paths for one that differ in case or composition only', () => {
  for (const [a, b] of [
    ['Post.html', 'post.html'],
    ['caf\u00e9.html', 'cafe\u0301.html'],
    ['CAF\u00c9.html', 'cafe\u0301.html'],
    ['straße', 'STRASSE'],
    ['ὈΔΥΣΣΕΎΣ', 'ὀδυσσεύς'],
  ] as const) {
    const [message] = messagesOf([a, 'one'], [b, 'two'])
    assert.match(
      message ?? '',
      /^FS201 Both one and two .*many disks take the two for one/,
      `${a} ${b}`,
    )
  }
  assert.notEqual(collisionKey('a'), collisionKey('á'))
})

test('finds a path that is a file and a folder', () => {
  assert.deepEqual(messagesOf(['a/b/index.html', 'one'], ['A', 'two'], ['a/c', 'three']), [
    'FS202 The path A is a file, made from two, and also the folder of a/b/index.html, made from one.',
  ])
})

test('keeps the lists of files for itself', () => {
  assert.deepEqual(
    messagesOf(
      ['site-manifest.json', 'public/site-manifest.json'],
      ['sha256sums', 'public/sha256sums'],
    ),
    [
      'FS201 Both the list of the site’s files and public/site-manifest.json would be written to site-manifest.json.',
      'FS201 Both the list of checksums and public/sha256sums would be written to sha256sums (there as SHA256SUMS; many disks take the two for one).',
    ],
  )
})

test('refuses names that no disk can hold, counted in bytes', () => {
  const [fits, tooLong] = ['é'.repeat(127), 'é'.repeat(128)]
  assert.deepEqual(messagesOf([`${fits}/index.html`, 'one']), [])
  assert.deepEqual(messagesOf([`posts/${tooLong}/index.html`, 'content/posts/x.md']), [
    `FS203 The name "${'é'.repeat(40)}…" in an output path made from content/posts/x.md takes 256 bytes; disks hold 255.`,
  ])
})

test('lists the first twenty collisions and counts the rest', () => {
  const all = Array.from(
    { length: 10_000 },
    (_, i) => ['posts/same/index.html', `content/posts/${i}.md`] as const,
  )
  const messages = messagesOf(...all)
  assert.equal(messages.length, 20)
  assert.match(messages[19] ?? '', /There are 9979 more like this one\.$/)
})
