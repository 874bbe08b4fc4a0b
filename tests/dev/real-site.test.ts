import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { after, before, test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { loadTheme } from '../../src/build/load-theme.ts'
import { startDev } from '../../src/dev/start-dev.ts'
import type { RunningServer } from '../../src/dev/start-preview.ts'
import { nodeSource } from '../../src/io/node-source.ts'
import { temporaryFolder } from './built-site.ts'
import { packageFolder } from './stub-site.ts'

const post = (title: string, more: string, body: string): string =>
  `---\nid: abcd1234\ntitle: ${title}\ndate: 2024-05-06\n${more}---\n\n${body}\n`

let root = ''
let server: RunningServer

before(async () => {
  root = await temporaryFolder({
    'content/site.yaml': 'title: Real\nurl: https://example.org/\ntheme: plain\n',
    'content/posts/open.md': post('Open', '', 'Words with a note.[^a]\n\n[^a]: The note.'),
    'content/posts/held.md': post('Held', 'draft: true\n', 'Not yet.').replace(
      'abcd1234',
      'efgh5678',
    ),
    'public/robots-of-mine.txt': 'hello',
  })
  const world = {
    clock: { now: () => Date.UTC(2024, 6, 1) },
    searchScript: async () => '',
    loadTheme: (name: string) =>
      loadTheme({ root, name, packageFolder, cacheFolder: path.join(root, '.ibid') }),
  }
  server = await startDev({
    root,
    packageFolder,
    port: 0,
    log: () => {},
    world: () => ({ ...world, source: nodeSource(root) }),
  })
})
after(() => server.close())

async function get(target: string): Promise<{ status: number; text: string }> {
  const response = await fetch(new URL(target, server.url))
  return { status: response.status, text: await response.text() }
}

async function until(
  target: string,
  wanted: (answer: { status: number; text: string }) => boolean,
): Promise<string> {
  const end = performance.now() + 8_000
  for (;;) {
    const answer = await get(target)
    if (wanted(answer)) return answer.text
    if (performance.now() > end) assert.fail(`${target} stayed ${answer.status}:\n${answer.text}`)
    await wait(15)
  }
}

test('the engine’s own pages are served, drafts among them', async () => {
  const open = await get('/posts/open/')
  assert.equal(open.status, 200)
  assert.match(open.text, /id="fn-[a-z0-9]+-a".*The note\./s)
  assert.equal((await get('/posts/held/')).status, 200)
  assert.equal((await get('/robots-of-mine.txt')).text, 'hello')
  assert.match((await get('/__ibid/')).text, /Held<\/a><\/td>\s*<td>draft/)
})

test('broken front matter is shown in the post’s place until it is mended', async () => {
  const file = path.join(root, 'content/posts/open.md')
  await writeFile(file, '---\ntitle: "Open\n---\n\nWords.\n')
  const text = await until('/posts/open/', ({ status }) => status === 500)
  assert.match(text, /content\/posts\/open\.md:\d+:\d+/)
  await writeFile(file, post('Open', '', 'Mended words.'))
  await until(
    '/posts/open/',
    ({ status, text: page }) => status === 200 && page.includes('Mended words.'),
  )
})
