import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rendered } from '../site-from.ts'

/** `file:line:column` of each collision and of its companions. */
async function collisions(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const { diagnostics } = await rendered(files)
  return diagnostics
    .filter(({ code }) => code === 'FS201' || code === 'FS202')
    .map(({ code, file, place, related = [] }) =>
      [code, ...[{ file, place }, ...related].map(where)].join(' '),
    )
}

function where({
  file,
  place,
}: {
  readonly file: string
  readonly place?:
    | { readonly start: { readonly line: number; readonly column: number } }
    | undefined
}): string {
  return place ? `${file}:${place.start.line}:${place.start.column}` : file
}

const post = (id: string, more = '') =>
  `---\nid: ${id}\ntitle: A lock\ndate: 2024-05-06\n${more}---\n\nWords.\n`

test('an alias that is taken is shown at its item, with the slug or title that takes it', async () => {
  const found = await collisions({
    'content/posts/a.md': post('aaaa1111', 'slug: lock\n'),
    'content/posts/b.md': post('bbbb2222', 'aliases:\n  - /old/\n  - posts/lock\n'),
  })
  assert.deepEqual(found, ['FS201 content/posts/b.md:7:5 content/posts/a.md:5:7'])
})

test('two posts with one alias are both shown at it, however it is spelled', async () => {
  const found = await collisions({
    'content/posts/a.md': post('aaaa1111', 'aliases: [/old/]\n'),
    'content/posts/b.md': post('bbbb2222', 'aliases: [x, old]\n'),
  })
  assert.deepEqual(found, ['FS201 content/posts/b.md:5:14 content/posts/a.md:5:11'])
})

test('a post that names an alias twice is shown once', async () => {
  const found = await collisions({
    'content/posts/a.md': post('aaaa1111', 'aliases: [/old/, old]\n'),
  })
  assert.deepEqual(found, ['FS201 content/posts/a.md:5:11'])
})

test('without a slug the title is shown, and a file of public/ as a whole', async () => {
  const found = await collisions({
    'content/posts/lock.md': post('aaaa1111'),
    'public/posts/lock/index.html': '<!doctype html>',
  })
  assert.equal(found.length, 1)
  assert.match(found[0] ?? '', /content\/posts\/lock\.md:3:8/)
  assert.match(found[0] ?? '', /public\/posts\/lock\/index\.html(?: |$)/)
})
