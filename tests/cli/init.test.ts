import assert from 'node:assert/strict'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { after, test } from 'node:test'
import { parse } from 'yaml'
import { callIbid } from './call-ibid.ts'

const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'ibid-init-')))
after(() => rmSync(cwd, { recursive: true, force: true }))

const read = (...path: string[]) => readFileSync(join(cwd, ...path), 'utf8')

test('makes a site and says the next two commands', async () => {
  const { code, out, err } = await callIbid(['init', 'my-blog'], { cwd })
  assert.deepEqual([code, out], [0, 'cd my-blog && npm install\nnpx ibid dev\n'])
  assert.match(err, /^Made a site in my-blog: content\/site\.yaml, /)
  assert.deepEqual(readdirSync(join(cwd, 'my-blog')).sort(), [
    '.editorconfig',
    '.github',
    '.gitignore',
    '.vscode',
    'content',
    'package.json',
    'public',
  ])
})

test('every file of it can be read by what it is for', () => {
  const settings = parse(read('my-blog/content/site.yaml'))
  assert.deepEqual(Object.keys(settings), [
    'title',
    'url',
    'description',
    'lang',
    'authors',
    'theme',
    'permalink',
    'nav',
    'cards',
  ])
  const workflow = parse(read('my-blog/.github/workflows/site.yml'))
  assert.deepEqual(Object.keys(workflow.jobs), ['check', 'publish'])
  assert.match(JSON.stringify(workflow), /npx ibid build --format github --base/)
  const { name, dependencies } = JSON.parse(read('my-blog/package.json'))
  assert.equal(name, 'my-blog')
  // The sources run from a clone, so the new site depends on the clone's own folder.
  const clone = resolve(import.meta.dirname, '../..')
  assert.equal(resolve(join(cwd, 'my-blog'), dependencies.ibid.replace('file:', '')), clone)
  assert.match(
    JSON.stringify(JSON.parse(read('my-blog/.vscode/settings.json'))),
    /ibid\/schema\/post\.json/,
  )
  for (const path of ['posts/a-first-essay.md', 'pages/about.md'])
    assert.match(read('my-blog/content', path), /^---\nid: [a-z][a-z0-9]{11}\ntitle: /)
})

test('the first post teaches every kind of note, a pull quote and key facts', () => {
  const post = read('my-blog/content/posts/a-first-essay.md')
  for (const sign of [
    /\w[.,]?\* /,
    /\w\*\*/,
    /\[\^labels\]/,
    /\^\[Like/,
    /\npullquote: /,
    /\nKey facts:\n\n- /,
    /\n\* Like/,
    /\n\*\* This/,
  ])
    assert.match(post, sign)
  const quote = /\npullquote: (.*)\./.exec(post)?.[1] ?? ''
  assert.equal(
    post.replaceAll(/\s+/g, ' ').split(quote.slice(2)).length,
    3,
    'the essay says its pull quote',
  )
})

test('dates the first post on the day of the author', async () => {
  await callIbid(['init', 'dated'], { cwd, env: { SOURCE_DATE_EPOCH: '1700000000' } })
  const local = new Date(1_700_000_000_000)
  const day = `2023-11-${local.getDate()}`
  assert.ok(read('dated/content/posts/a-first-essay.md').includes(`\ndate: ${day}\n`))
})

test('overwrites nothing: lists what is in the way and writes nothing at all', async () => {
  mkdirSync(join(cwd, 'taken/content'), { recursive: true })
  writeFileSync(join(cwd, 'taken/package.json'), 'mine')
  writeFileSync(join(cwd, 'taken/content/site.yaml'), 'mine')
  writeFileSync(join(cwd, 'taken/README.md'), 'mine')
  const { code, out, err } = await callIbid(['init', 'taken'], { cwd })
  assert.deepEqual([code, out], [1, ''])
  const taken = ['content/site.yaml', 'package.json']
    .map((path) => join(cwd, 'taken', path))
    .join(', ')
  assert.equal(err, `ibid: ${taken} exist already and are not overwritten. Nothing was written.\n`)
  assert.deepEqual(
    [read('taken/package.json'), existsSync(join(cwd, 'taken/public'))],
    ['mine', false],
  )
})

test('makes a site in the folder itself, beside what is there', async () => {
  const folder = join(cwd, 'Über uns & more')
  mkdirSync(folder)
  writeFileSync(join(folder, 'README.md'), 'mine')
  const { code, out } = await callIbid(['init'], { cwd: folder })
  assert.deepEqual([code, out], [0, 'npm install\nnpx ibid dev\n'])
  assert.equal(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).name, 'ber-uns-more')
})

test('quotes the folder for the shell', async () => {
  const { out } = await callIbid(['init', "it's mine"], { cwd })
  assert.match(out, /^cd 'it'\\''s mine' && npm install\n/)
})

test('says in words that nothing can be written', async () => {
  writeFileSync(join(cwd, 'file'), '')
  const { code, err } = await callIbid(['init', 'file/site'], { cwd })
  assert.equal(code, 1)
  assert.match(
    err,
    /^ibid: Nothing can be written to .*file\/site: A file is where a folder should be\.\n$/,
  )
})
