import assert from 'node:assert/strict'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import fc from 'fast-check'
import { parse } from 'yaml'
import { postTemplate, quotedYaml } from '../../src/cli/post-template.ts'
import { callIbid } from './call-ibid.ts'

const cwd = realpathSync(mkdtempSync(join(tmpdir(), 'ibid-new-')))
after(() => rmSync(cwd, { recursive: true, force: true }))
mkdirSync(join(cwd, 'content'))

function frontMatterOf(path: string): Record<string, unknown> {
  return parse(readFileSync(join(cwd, path), 'utf8').split('---\n')[1] ?? '')
}

test('writes a draft of today and prints its path', async () => {
  const env = { SOURCE_DATE_EPOCH: '1700000000' }
  const { code, out, err } = await callIbid(['new', 'On', 'reading:', 'slowly "& well"'], {
    cwd,
    env,
  })
  assert.deepEqual([code, out, err], [0, 'content/posts/on-reading-slowly-well.md\n', ''])
  const { id, ...front } = frontMatterOf(out.trim())
  assert.match(String(id), /^[a-z][a-z0-9]{11}$/)
  const day = `2023-11-${new Date(1_700_000_000_000).getDate()}`
  assert.deepEqual(front, {
    title: 'On reading: slowly "& well"',
    date: day,
    draft: true,
    tags: [],
  })
})

test('overwrites nothing', async () => {
  await callIbid(['new', 'Twice'], { cwd })
  const before = readFileSync(join(cwd, 'content/posts/twice.md'), 'utf8')
  const { code, out, err } = await callIbid(['new', 'Twice'], { cwd })
  assert.deepEqual([code, out], [1, ''])
  assert.match(err, /content\/posts\/twice\.md exists already and is not overwritten/)
  assert.equal(readFileSync(join(cwd, 'content/posts/twice.md'), 'utf8'), before)
})

test('says so outside a site', async () => {
  const { code, err } = await callIbid(['new', 'x'], { cwd: tmpdir() })
  assert.equal(code, 2)
  assert.match(err, /is no site: it has no folder content\/\.\n {2}Type: ibid init\n$/)
})

test('a title of signs only is named by its id, an empty one refused', async () => {
  const { out } = await callIbid(['new', '???'], { cwd })
  assert.equal(out, `content/posts/${frontMatterOf(out.trim()).id}.md\n`)
  assert.equal((await callIbid(['new', ' \n'], { cwd })).code, 2)
})

test('no title leaves the folder of posts', async () => {
  for (const title of [
    '../../etc/passwd',
    '/etc/shadow',
    '..',
    'a\\..\\b',
    '.hidden',
    '-rf',
    'CON',
  ])
    assert.equal((await callIbid(['new', '--', title], { cwd })).code, 0, title)
  assert.deepEqual(readdirSync(cwd), ['content'])
})

test('any title is read back as it was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (title) => {
      assert.equal(parse(`title: ${quotedYaml(title)}`).title, title.toWellFormed())
    }),
  )
})

test('the front matter is closed and followed by room to write', () => {
  assert.match(
    postTemplate({ id: 'a', title: '---', day: '2026-01-01' }),
    /^---\nid: a[\s\S]*\n---\n\n$/,
  )
})

test('a post of a series becomes its next part', async () => {
  const parts = [await callIbid(['new', 'First of it', '--series', 'on: locks'], { cwd })]
  parts.push(await callIbid(['new', 'Second of it', '--series', 'on: locks'], { cwd }))
  assert.deepEqual(
    parts.map(({ out }) => frontMatterOf(out.trim()).series),
    [
      { id: 'on: locks', part: 1 },
      { id: 'on: locks', part: 2 },
    ],
  )
})

test('a template is filled in, its front matter as YAML wants it', async () => {
  writeFileSync(
    join(cwd, 'review.md'),
    '---\nid: {{id}}\ntitle: {{title}}\nsubtitle: "On {{ title }}"\ndate: {{date}}\nseries: { id: {{series}}, part: {{part}} }\n---\n\n# {{title}}\n',
  )
  const args = ['new', 'Say "no": a review', '--template', 'review.md', '--series', 'reviews']
  const { code, out, err } = await callIbid(args, { cwd })
  assert.deepEqual([code, err], [0, ''])
  const front = frontMatterOf(out.trim())
  assert.equal(front.title, 'Say "no": a review')
  assert.equal(front.subtitle, 'On Say "no": a review')
  assert.deepEqual(front.series, { id: 'reviews', part: 1 })
  assert.match(readFileSync(join(cwd, out.trim()), 'utf8'), /\n# Say "no": a review\n$/)
})

test('a template that is not there, or asks for what nobody knows, is told of', async () => {
  const none = await callIbid(['new', 'None', '--template', 'none.md'], { cwd })
  assert.equal(none.code, 2)
  assert.match(none.err, /none\.md cannot be read/)
  writeFileSync(join(cwd, 'odd.md'), '{{author}}')
  const odd = await callIbid(['new', 'Odd', '--template', 'odd.md'], { cwd })
  assert.equal(odd.code, 2)
  assert.match(odd.err, /\{\{author\}\} means nothing in a template/)
  assert.ok(!readdirSync(join(cwd, 'content/posts')).includes('odd.md'))
})
