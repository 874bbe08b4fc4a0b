import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rendered } from '../site-from.ts'

const settings = 'title: M\nurl: https://example.org/\ndescription: d\n'
const post = (id: string, more: string, body = 'Words.') =>
  `---\nid: authoring-${id}\ntitle: Post ${id}\n${more}---\n\n${body}\n`
const summed = 'summary: In short.\ndate: 2020-01-01\n'

async function told(files: Readonly<Record<string, string>>, check = true) {
  const site = await rendered({ 'content/site.yaml': settings, ...files }, { check })
  return site.diagnostics
    .map((d) => `${d.severity} ${d.code} ${d.file}:${d.place?.start.line ?? 0}`)
    .sort()
}

const faults = {
  'content/posts/short.md': post('1', 'date: 2020-01-01\n'),
  'content/posts/later.md': post('2', 'summary: s\ndate: 2099-01-01\n'),
  'content/posts/due.md': post('3', 'summary: s\ndate: 2020-01-01\npublishAt: 2099-01-01\n'),
  'content/posts/alone.md': post('4', `${summed}lang: de\ntranslationOf: shrot\n`),
  'content/posts/old.md': post('5', `${summed}status: { superseded: true, by: nothing }\n`),
  'content/posts/calls.md': post('6', `${summed}draft: true\n`, 'Words[^Used] and words.'),
  'content/notes/all.md': '[^used]: A note.\n\n[^unused]: Another.\n',
}

test('check finds what only the whole site can tell of texts, each at its place', async () => {
  assert.deepEqual(await told(faults), [
    'error LK104 content/posts/alone.md:7',
    'error LK104 content/posts/old.md:6',
    'info FM116 content/posts/short.md:3',
    'info FM117 content/posts/due.md:6',
    'info FM117 content/posts/later.md:5',
    'warning FN209 content/notes/all.md:3',
  ])
})

test('a build says none of it', async () => {
  assert.deepEqual(await told(faults, false), [])
})

test('names of posts that exist are no fault, and the nearest one is offered for those that do not', async () => {
  const site = await rendered(
    {
      'content/site.yaml': settings,
      'content/posts/lock.md': post('1', summed),
      'content/posts/a.md': post('2', `${summed}lang: de\ntranslationOf: lock\n`),
      'content/posts/b.md': post('3', `${summed}lang: fr\ntranslationOf: authoring-1\n`),
      'content/posts/c.md': post('4', `${summed}lang: it\ntranslationOf: /posts/lock/\n`),
      'content/posts/d.md': post(
        '5',
        `${summed}status: { superseded: true, by: "https://e.org/" }\n`,
      ),
      'content/posts/e.md': post('6', `${summed}lang: es\ntranslationOf: lokc\n`),
    },
    { check: true },
  )
  assert.deepEqual(
    site.diagnostics.map(({ code, file, hint }) => [code, file, hint]),
    [['LK104', 'content/posts/e.md', 'Did you mean lock?']],
  )
})

test('parts that call their series otherwise than its first part are told, drafts too', async () => {
  const part = (n: number, rest: string, more = '') =>
    post(`p${n}`, `${summed}series: { id: logs, part: ${n}${rest} }\n${more}`)
  const site = await rendered(
    {
      'content/site.yaml': settings,
      'content/posts/a.md': part(3, ', title: Other'),
      'content/posts/b.md': part(1, ''),
      'content/posts/c.md': part(2, ', title: Logs'),
      'content/posts/d.md': part(4, ', title: Logs'),
      'content/posts/e.md': part(5, ', title: More', 'draft: true\n'),
      'content/posts/f.md': post('q', `${summed}series: { id: locks, part: 1, title: Locks }\n`),
    },
    { check: true },
  )
  assert.deepEqual(
    site.diagnostics
      .map(({ code, file, place, related }) => [code, file, place?.start.line, related?.[0]?.file])
      .sort(),
    [
      ['FM118', 'content/posts/a.md', 6, 'content/posts/c.md'],
      ['FM118', 'content/posts/e.md', 6, 'content/posts/c.md'],
    ],
  )
})

test('two posts with one id, and one id twice in a page, are found', async () => {
  const site = await rendered(
    {
      'content/site.yaml': settings,
      'content/posts/a.md': post('1', summed, '<p id="x">a</p>\n\n<p id="x">b</p>'),
      'content/posts/b.md': post('1', summed),
    },
    { check: true },
  )
  assert.deepEqual(
    site.diagnostics.map(({ code, file, place }) => `${code} ${file}:${place?.start.line}`).sort(),
    ['FD102 content/posts/b.md:1', 'HT108 content/posts/a.md:10'],
  )
})
