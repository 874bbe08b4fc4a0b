import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { manyTexts } from '../../src/build/compile-essays.ts'
import { loadTheme } from '../../src/build/load-theme.ts'
import type { SiteOptions } from '../../src/build/options.ts'
import { renderSite } from '../../src/build/pipeline.ts'
import type { World } from '../../src/build/world.ts'
import { startDev } from '../../src/dev/start-dev.ts'
import { nodeSource } from '../../src/io/node-source.ts'
import { temporaryFolder } from './built-site.ts'
import { packageFolder } from './stub-site.ts'

const count = manyTexts + 10
const newest = 123

const post = (number: number, body: string, more = ''): string =>
  `---\nid: post-${1000 + number}\ntitle: Post ${number}\ndate: ${number === newest ? 2022 : 2010 + (number % 10)}-05-06\n${more}---\n\n${body}\n`

const texts: Readonly<Record<string, string>> = {
  'content/site.yaml': 'title: Large\nurl: https://example.org/blog/\ntheme: plain\n',
  'public/mark.txt': 'as it is',
  ...Object.fromEntries(
    Array.from({ length: count }, (_, number) => [
      `content/posts/2000-01-01-post-${number}.md`,
      post(
        number,
        `Words ${number}.`,
        number === 7 ? 'slug: elsewhere\n' : `slug: post-${number}\n`,
      ),
    ]),
  ),
}

/** A server whose rendering of the whole site does not begin before it may. */
async function started(files: Readonly<Record<string, string>>, { isOpen = false } = {}) {
  const root = await temporaryFolder(files)
  let open = (): void => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  if (isOpen) open()
  const lines: string[] = []
  const world: World = {
    source: nodeSource(root),
    clock: { now: () => Date.UTC(2024, 6, 1) },
    searchScript: async () => '',
    loadTheme: (name) =>
      loadTheme({ root, name, packageFolder, cacheFolder: path.join(root, '.ibid') }),
  }
  const server = await startDev({
    root,
    packageFolder,
    port: 0,
    log: (line) => lines.push(line),
    world: () => world,
    render: async (options: SiteOptions, seen: World) => {
      const entries = await seen.source.list('content')
      if (entries.length > count) await Promise.race([gate, aborted(options.signal)])
      return await renderSite(options, seen)
    },
  })
  const get = async (target: string) => {
    const response = await fetch(new URL(target, server.url))
    return { status: response.status, text: await response.text() }
  }
  return { root, server, open, get, lines }
}

function aborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    if (signal?.aborted) reject(signal.reason)
    signal?.addEventListener('abort', () => reject(signal.reason))
  })
}

test('pages are shown before the whole of a large site is rendered; what needs the whole waits for it', async () => {
  const { root, server, open, get, lines } = await started(texts)
  try {
    assert.equal(new URL(server.url).pathname, '/blog/')
    const home = await get('/blog/')
    assert.equal(home.status, 200)
    assert.match(home.text, /Post 123/)
    const old = await get('/blog/posts/post-20/')
    assert.match(old.text, /Words 20\./)
    assert.match((await get('/blog/posts/post-30/')).text, /Words 30\./)
    const [style = ''] = /\/blog\/assets\/[^"]+\.css/.exec(old.text) ?? []
    assert.equal((await get(style)).status, 200)
    assert.equal((await get('/blog/mark.txt')).text, 'as it is')

    const file = path.join(root, 'content/posts/2000-01-01-post-20.md')
    await writeFile(file, post(20, 'Saved words.', 'slug: post-20\n'))
    assert.match((await get('/blog/posts/post-20/')).text, /Saved words\./)

    let isWhole = false
    const waiting = ['archive/', 'posts/elsewhere/', 'page/2/', 'nowhere/', 'feed.xml'].map(
      async (target) => {
        const answer = await get(`/blog/${target}`)
        assert.ok(isWhole, `${target} waits`)
        return answer
      },
    )
    await wait(300)
    isWhole = true
    open()
    const [archive, elsewhere, page, nowhere] = await Promise.all(waiting)
    assert.equal(archive?.text.match(/Post \d+</g)?.length, count)
    assert.match(elsewhere?.text ?? '', /Words 7\./)
    assert.equal(page?.status, 200)
    assert.equal(nowhere?.status, 404)
    assert.match((await get('/blog/posts/post-20/')).text, /Saved words\./)
    assert.ok(lines.some((line) => line.startsWith('Built in ')))
  } finally {
    open()
    await server.close()
  }
})

test('a site whose settings are broken is rendered whole at once, and says so', async () => {
  const { server, get } = await started(
    { ...texts, 'content/site.yaml': 'title: [Large\n' },
    { isOpen: true },
  )
  assert.equal((await get('/')).status, 500)
  await server.close()
})

test('whoever ends the server does not wait for the rest of the site', async () => {
  const { server } = await started(texts)
  const begun = performance.now()
  await server.close()
  assert.ok(performance.now() - begun < 5000)
})
