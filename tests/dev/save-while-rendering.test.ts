import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { setTimeout as wait } from 'node:timers/promises'
import { emptyMemory } from '../../src/build/cache/build-memory.ts'
import { loadTheme } from '../../src/build/load-theme.ts'
import { renderSite } from '../../src/build/pipeline.ts'
import { startDev } from '../../src/dev/start-dev.ts'
import { nodeSource } from '../../src/io/node-source.ts'
import { temporaryFolder } from './built-site.ts'
import { packageFolder } from './stub-site.ts'

const post = (title: string, body: string): string =>
  `---\nid: ${title.toLowerCase()}-id-1\ntitle: ${title}\ndate: 2024-05-06\n---\n\n${body}\n`

/** A server of a small site; from the second on, renderings of the whole end when they may. */
async function started() {
  const root = await temporaryFolder({
    'content/site.yaml': 'title: Small\nurl: https://example.org/\ntheme: plain\n',
    'content/posts/ash.md': post('Ash', 'First words.'),
    'content/posts/birch.md': post('Birch', 'Other words.'),
  })
  const memory = emptyMemory()
  let renderings = 0
  let open = (): void => {}
  const gate = new Promise<void>((resolve) => {
    open = resolve
  })
  const server = await startDev({
    root,
    packageFolder,
    port: 0,
    log: () => {},
    world: () => ({
      source: nodeSource(root),
      clock: { now: () => Date.UTC(2024, 6, 1) },
      searchScript: async () => '',
      loadTheme: (name) =>
        loadTheme({ root, name, packageFolder, cacheFolder: path.join(root, '.ibid') }),
    }),
    render: async (options, world) => {
      const rendered = await renderSite({ ...options, memory }, world)
      renderings += 1
      if (renderings > 1) await gate
      return rendered
    },
  })
  const text = async (target: string): Promise<string> =>
    await (await fetch(new URL(target, server.url))).text()
  const until = async (target: string, wanted: RegExp): Promise<void> => {
    const end = performance.now() + 20_000
    for (let page = await text(target); !wanted.test(page); page = await text(target)) {
      assert.ok(performance.now() < end, `${target} shows ${wanted}`)
      await wait(10)
    }
  }
  const save = (name: string, body: string): Promise<void> =>
    writeFile(path.join(root, 'content', name), body)
  const rendering = async (number: number): Promise<void> => {
    const end = performance.now() + 20_000
    while (renderings < number) {
      assert.ok(performance.now() < end, `rendering ${number}`)
      await wait(5)
    }
  }
  return { server, text, until, save, open, rendering }
}

test('a saved page is shown while the whole site is rendered, and stays when that ends', async () => {
  const { server, text, until, save, open, rendering } = await started()
  try {
    await text('/posts/ash/')
    await save('site.yaml', 'title: Renamed\nurl: https://example.org/\ntheme: plain\n')
    await rendering(2)
    await save('posts/ash.md', post('Ash', 'Second words.'))
    assert.match(await text('/posts/ash/'), /Second words\./)
    assert.match(await text('/posts/ash/'), /Small/)
    // Seen by the watcher alone: this page has not been asked for.
    await save('posts/birch.md', post('Birch', 'Third words.'))
    await until('/posts/birch/', /Third words\./)
    assert.match(await text('/feed.xml'), /Small/)
    open()
    await until('/posts/ash/', /Renamed/)
    assert.match(await text('/posts/ash/'), /Second words\./)
    assert.match(await text('/posts/birch/'), /Third words\./)
    await until('/feed.xml', /Second words\..*Third words\./s)
    // What was drawn alone is drawn with the rest of the site now.
    assert.match(await text('/posts/birch/'), /Renamed.*Third words\./s)
  } finally {
    open()
    await server.close()
  }
})
