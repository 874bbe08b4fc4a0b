import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { callIbid } from './call-ibid.ts'

const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'ibid-notes-')))
after(() => rmSync(cwd, { recursive: true, force: true }))
mkdirSync(join(cwd, 'content/posts'), { recursive: true })
mkdirSync(join(cwd, 'content/notes'))
writeFileSync(join(cwd, 'content/notes/all.md'), '[^ibid]: In the same place.\n')

const post = join(cwd, 'content/posts/a.md')
const text =
  '---\r\ntitle: A\r\ndate: 2020-01-01\r\n---\r\n\r\nOne* two^[an *inline* one] three[^ibid].\r\n\r\n*the first\r\n'

test('lists each note with where it is written and called', async () => {
  writeFileSync(post, text)
  const { code, out, err } = await callIbid(['notes', 'content/posts/a.md'], { cwd })
  assert.deepEqual([code, err], [0, ''])
  assert.deepEqual(
    out
      .trimEnd()
      .split('\n')
      .map((line) => line.trim().split(/\s{2,}/)),
    [
      ['1', 'star *', '8:1', 'the first', '(called at 6:4)'],
      ['2', 'inline', '6:9', 'an inline one', '(called at 6:9)'],
      ['3', 'shared [^ibid]', 'content/notes/all.md:1:1', 'In the same place.', '(called at 6:33)'],
    ],
  )
})

test('a file may be named from the site’s root, as findings name it', async () => {
  writeFileSync(post, text)
  const { code, out } = await callIbid(['notes', '--root', cwd, 'content/posts/a.md'], {
    cwd: tmpdir(),
  })
  assert.deepEqual([code, out.split('\n').length], [0, 4])
})

test('rewrites stars and inline notes as labels, keeps line ends, and does so once', async () => {
  writeFileSync(post, text)
  const call = ['notes', 'content/posts/a.md', '--to-labels']
  assert.deepEqual(await callIbid(call, { cwd }), {
    code: 0,
    out: 'Rewrote the notes of content/posts/a.md with labels.\n',
    err: '',
  })
  const rewritten = readFileSync(post, 'utf8')
  assert.match(rewritten, /^One\[\^1\] two\[\^2\] three\[\^ibid\]\.\r$/m)
  assert.match(rewritten, /^\[\^1\]: the first\r$/m)
  assert.match(rewritten, /^\[\^2\]: an \*inline\* one\r?$/m)
  assert.doesNotMatch(rewritten, /[^\r]\n/)
  const again = await callIbid(call, { cwd })
  assert.match(again.out, /has no star or inline note/)
  assert.equal(readFileSync(post, 'utf8'), rewritten)
})

test('a file that is not there, not the site’s or not readable is refused in a sentence', async () => {
  const missing = await callIbid(['notes', 'content/posts/none.md'], { cwd })
  assert.deepEqual(
    [missing.code, missing.err],
    [2, 'ibid: There is no file content/posts/none.md.\n'],
  )
  writeFileSync(join(cwd, 'outside.md'), text)
  assert.match((await callIbid(['notes', 'outside.md'], { cwd })).err, /does not lie in the folder/)
  writeFileSync(join(cwd, 'content/posts/bad.md'), '---\ntitle: [\n---\n')
  const bad = await callIbid(['notes', 'content/posts/bad.md'], { cwd })
  assert.equal(bad.code, 1)
  assert.match(bad.err, /content\/posts\/bad\.md:2:8: error FM305/)
})
