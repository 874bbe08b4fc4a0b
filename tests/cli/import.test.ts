import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { writeImported } from '../../src/cli/import/write-imported.ts'
import type { ImportedItem } from '../../src/importers/imported.ts'
import { nodeFolder } from '../../src/io/node-folder.ts'
import { callIbid } from './call-ibid.ts'

const place = realpathSync(mkdtempSync(join(tmpdir(), 'ibid-import-')))
after(() => rmSync(place, { recursive: true, force: true }))

function files(name: string, texts: Readonly<Record<string, string>>): string {
  const folder = join(place, name)
  mkdirSync(folder, { recursive: true })
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
  return folder
}

/** Every file below a folder with its text and when it was written. */
function snapshot(folder: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((path) => [
        path.slice(folder.length + 1),
        `${statSync(path).mtimeMs} ${readFileSync(path, 'utf8')}`,
      ]),
  )
}

files('hugo', {
  'hugo.toml': 'baseURL = "https://old.example.net/"\ntitle = "Old"\n',
  'content/posts/a.md':
    '+++\ntitle = "A"\ndate = 2020-01-01\n+++\nOne[^1]. {{< odd >}}\n\n[^1]: Note.\n',
  'content/about.md': '---\ntitle: About\n---\nMe.\n',
  'static/a.txt': 'text',
})

const imported = 'Imported 1 post, 1 page, 1 file, and wrote content/site.yaml.\n'

test('writes posts, pages and files, tells what was not turned, and says what to type next', async () => {
  const cwd = files('new', {})
  const { code, out, err } = await callIbid(['import', 'hugo', '../hugo'], { cwd })
  assert.deepEqual([code, err], [0, ''])
  assert.ok(out.startsWith(`${imported}\n`), out)
  assert.match(
    out,
    /^\.\.\/hugo\/content\/posts\/a\.md:5:10: warning FS601 not-imported: The shortcode `odd` means nothing here; it stays in sight\.\n {2}5 \| One\[\^1\]\. \{\{< odd >\}\}\n {4}\| {10}\^{11}\n {2}Hint: /m,
  )
  assert.match(out, /\n2 warnings\n\nNext:\nnpx ibid check\nnpx ibid freeze\n$/)
  assert.deepEqual(Object.keys(snapshot(cwd)), [
    'content/pages/about.md',
    'content/posts/a.md',
    'content/site.yaml',
    'public/a.txt',
  ])
  assert.equal(
    readFileSync(join(cwd, 'content/site.yaml'), 'utf8'),
    'title: Old\nurl: https://old.example.net/\n',
  )
})

test('a second run changes nothing and says so', async () => {
  const cwd = files('twice', {})
  await callIbid(['import', 'hugo', '../hugo'], { cwd })
  const before = snapshot(cwd)
  const { code, out } = await callIbid(['import', 'hugo', '../hugo'], { cwd })
  assert.deepEqual([code, snapshot(cwd)], [0, before])
  assert.ok(
    out.startsWith('Nothing is new. Already there, and the same: 1 post, 1 page, 1 file.\n'),
    out,
  )
  assert.doesNotMatch(out, /site\.yaml/)
})

test('nothing is overwritten: another text is told of with both names, other settings with their lines', async () => {
  const cwd = files('taken', {
    'content/posts/a.md': 'Mine.\n',
    'content/site.yaml': 'title: Mine\nurl: https://old.example.net/\n',
  })
  const { code, out } = await callIbid(['import', 'hugo', '../hugo'], { cwd })
  assert.equal(code, 1)
  assert.match(
    out,
    /\.\.\/hugo\/content\/posts\/a\.md:1:1: error FS603 import-not-written: content\/posts\/a\.md exists already and is something else, so \.\.\/hugo\/content\/posts\/a\.md was not written there\./,
  )
  assert.match(
    out,
    /content\/site\.yaml is there already and was left as it is\. The other blog says:\n\n {2}title: Old\n\n/,
  )
  assert.equal(readFileSync(join(cwd, 'content/posts/a.md'), 'utf8'), 'Mine.\n')
})

test('what cannot be read ends with 1, and the rest is there', async () => {
  const old = files('hostile', { 'content/posts/a.md': 'Words.\n', 'static/b.txt': 'b' })
  symlinkSync('/etc/passwd', join(old, 'static/passwd'))
  symlinkSync('/etc', join(old, 'static/etc'))
  symlinkSync('.', join(old, 'content/loop'))
  execFileSync('mkfifo', [join(old, 'content/posts/pipe.md')])
  writeFileSync(join(old, 'content/posts/utf16.md'), Buffer.from('\ufeffWords', 'utf16le'))
  const cwd = files('hostile-new', {})
  const { code, out } = await callIbid(['import', 'hugo', old], { cwd })
  assert.equal(code, 1)
  for (const file of [
    'static/passwd',
    'static/etc',
    'content/loop',
    'content/posts/pipe.md',
    'content/posts/utf16.md',
  ])
    assert.match(out, new RegExp(`hostile/${file}:\\d+:\\d+: error FS602 import-unread: `), out)
  assert.deepEqual(Object.keys(snapshot(cwd)), ['content/posts/a.md', 'public/b.txt'])
})

test('nothing is written through a link', async () => {
  const cwd = files('linked', {})
  const elsewhere = files('elsewhere', {})
  mkdirSync(join(cwd, 'content'))
  symlinkSync(elsewhere, join(cwd, 'content/posts'))
  symlinkSync(elsewhere, join(cwd, 'public'))
  const { code, out } = await callIbid(['import', 'hugo', '../hugo'], { cwd })
  assert.equal(code, 1)
  assert.match(out, /content\/posts\/a\.md cannot be written: content\/posts is no folder\./)
  assert.deepEqual(readdirSync(elsewhere), [])
})

test('wrong usage ends with 2 and says what to type', async () => {
  const cwd = files('usage', {})
  const table: readonly (readonly [string[], RegExp])[] = [
    [
      ['import'],
      /ibid import needs <wordpress\|jekyll\|hugo> <path>\.\n {2}Type: ibid import hugo/,
    ],
    [['import', 'huggo', '../hugo'], /"huggo"\.\n {2}Type: ibid import hugo <path>/],
    [['import', 'ghost', '../hugo'], /"ghost"\.\n {2}Type: ibid import <[a-z|]+> <path>/],
    [['import', 'hugo', '../none'], /There is no folder .*none\./],
    [['import', 'hugo', '../hugo/hugo.toml'], /is no folder; a Hugo blog is a folder/],
    [['import', 'hugo', ''], /The path of the blog is empty/],
    [['import', 'hugo', '..'], /lies in the blog that is to be imported/],
    [['import', 'hugo', '.'], /lies in the blog that is to be imported/],
    [
      ['import', 'hugo', '../hugo', '--root', 'none'],
      /There is no folder .*none for the new site\.\n {2}Type: mkdir .*none/,
    ],
  ]
  for (const [argv, message] of table) {
    const { code, out, err } = await callIbid(argv, { cwd })
    assert.deepEqual([code, out], [2, ''], argv.join(' '))
    assert.match(err, message)
  }
  assert.deepEqual(readdirSync(cwd), [])
})

test('with --quiet only errors are printed', async () => {
  const cwd = files('quiet', {})
  const { code, out } = await callIbid(['import', 'hugo', '../hugo', '--quiet'], { cwd })
  assert.deepEqual([code, out], [0, ''])
})

test('nothing is written outside content/ and public/, whatever an importer asks for', async () => {
  const part = fc.constantFrom(
    '..',
    '.',
    '',
    'content',
    'public',
    'posts',
    'a.md',
    '/etc',
    'C:\\x',
    '\0',
    '~',
    '…',
  )
  const paths = fc.array(part, { maxLength: 6 }).map((parts) => parts.join('/'))
  await fc.assert(
    fc.asyncProperty(fc.array(paths, { minLength: 1, maxLength: 5 }), async (wanted) => {
      const outer = mkdtempSync(join(place, 'outer-'))
      const root = join(outer, 'a/root')
      const items = async function* (): AsyncGenerator<ImportedItem> {
        for (const path of wanted) yield { kind: 'post', path, text: 'Words.\n', from: 'x.md' }
      }
      await writeImported({
        items: items(),
        blog: { stream: async function* () {} },
        target: nodeFolder(root),
        shownSource: (file) => file,
        signal: new AbortController().signal,
      })
      const written = Object.keys(snapshot(outer))
      assert.ok(
        written.every((path) => /^a\/root\/(?:content|public)\/./.test(path)),
        written.join(),
      )
      rmSync(outer, { recursive: true })
    }),
    { numRuns: 60 },
  )
})

test('an import that is stopped leaves whole files only', async () => {
  const stop = new AbortController()
  const root = files('stopped', {})
  const items = async function* (): AsyncGenerator<ImportedItem> {
    yield { kind: 'copy', path: 'public/a', from: 'a' }
    yield { kind: 'copy', path: 'public/b', from: 'b' }
    yield { kind: 'copy', path: 'public/c', from: 'c' }
  }
  const { made } = await writeImported({
    items: items(),
    blog: {
      stream: async function* (path) {
        yield new Uint8Array(10)
        if (String(path) === 'b') stop.abort()
        yield new Uint8Array(10)
      },
    },
    target: nodeFolder(root),
    shownSource: (file) => file,
    signal: stop.signal,
  })
  assert.equal(made.copy, 1)
  assert.deepEqual(readdirSync(join(root, 'public')), ['a'])
  assert.equal(existsSync(join(root, 'content')), false)
})
