import assert from 'node:assert/strict'
import { test } from 'node:test'
import { breathing } from '../../src/build/breath.ts'
import { emptyMemory } from '../../src/build/cache/build-memory.ts'
import { openEssayStore } from '../../src/build/cache/essay-store.ts'
import { compileChanged } from '../../src/build/compile-essays.ts'
import { essayRenderer } from '../../src/build/essay-renderer.ts'
import { EssayGivenUpError, tooSlow } from '../../src/build/giving-up.ts'
import { renderSite } from '../../src/build/pipeline.ts'
import type { ContentSource } from '../../src/build/read-content.ts'
import type { World } from '../../src/build/world.ts'
import { memoryCache } from '../../src/io/memory-cache.ts'
import { sourcePath } from '../../src/model/paths.ts'
import { codes, memoryWorld, rendered } from '../site-from.ts'

const post = (title: string): string =>
  `---\nid: id-of-${title}\ntitle: ${title}\ndate: 2020-01-01\n---\n\nWords and [a link](/).\n`
const files = {
  'content/site.yaml': 'title: T\nurl: https://example.org/\ndescription: D.\n',
  'content/posts/good.md': post('good'),
  'content/posts/bad.md': post('bad'),
}
const bad = sourcePath('content/posts/bad.md')
const options = { drafts: false, future: false, keepGoing: false }

/** Sources of which one comes to no end when it is read. */
function sources(): readonly ContentSource[] {
  return ['a', 'stuck', 'b'].map((name) => ({
    path: sourcePath(`content/posts/${name}.md`),
    digest: `digest of content/posts/${name}.md`,
    get text(): string {
      while (name === 'stuck');
      return post(name)
    },
  }))
}

async function compiledWith(workers: World['workers']) {
  const { site } = await rendered(files)
  assert.ok(site)
  const memory = emptyMemory()
  const context = { settings: site.settings, sharedNotes: new Map() }
  const help = { memory, breath: breathing(undefined), workers, patience: 800 }
  const compiled = await compileChanged(sources(), context, help)
  return compiled.map(({ essay, diagnostics }) => [
    essay?.title,
    ...diagnostics.map(({ code }) => code).filter((code) => code.startsWith('LM')),
  ])
}

test('of a few posts, one that never ends fails alone, by name', async () => {
  assert.deepEqual(await compiledWith(undefined), [['a'], [undefined, 'LM112'], ['b']])
})

test('of a few posts, one that takes long is tried in a thread before it is given up', async () => {
  const script = new URL('workers/stuck-worker.ts', import.meta.url)
  const workers = { script, root: '/' }
  assert.deepEqual(await compiledWith(workers), [['a'], [undefined, 'LM112'], ['b']])
})

test('an essay whose page never ends is given up by name', async () => {
  const memory = emptyMemory()
  const site = await rendered(files, { memory })
  assert.ok(site.site)
  const [{ essay } = assert.fail()] = site.site.posts
  const { rendered: _, ...known } = memory.essays.get(essay.source) ?? assert.fail()
  memory.essays.set(essay.source, known)
  const renderer = essayRenderer({
    site: site.site,
    resolve: () => {
      for (;;);
    },
    picture: () => undefined,
    memory,
    many: false,
    patience: 50,
  })
  assert.throws(
    () => renderer.trees(essay),
    (error) => error instanceof EssayGivenUpError && error.source === essay.source,
  )
})

/** A world whose theme comes upon something when it draws a post. */
function worldThat(meets: (title: string) => void): World {
  const world = memoryWorld(files)
  return {
    ...world,
    loadTheme: async (name) => {
      const loaded = await world.loadTheme(name)
      assert.ok(loaded.theme)
      const { theme } = loaded.theme
      const { post: draw } = theme.layouts
      const layouts: typeof theme.layouts = {
        ...theme.layouts,
        post: (props) => {
          meets(props.post.essay.title)
          return draw(props)
        },
      }
      return { ...loaded, theme: { ...loaded.theme, theme: { ...theme, layouts } } }
    },
  }
}

const givesUpBad = (): World =>
  worldThat((title) => {
    if (title === 'bad') throw new EssayGivenUpError(bad, tooSlow(bad))
  })

test('a site that has to give up an essay is not published', async () => {
  const site = await renderSite(options, givesUpBad())
  assert.deepEqual([site.finished, site.failed], [false, [bad]])
  assert.deepEqual(codes(site), ['LM112'])
})

test('with --keep-going it is published without the essay, lists and feeds too', async () => {
  const site = await renderSite({ ...options, keepGoing: true }, givesUpBad())
  assert.deepEqual([site.finished, site.failed, codes(site)], [true, [bad], ['LM112']])
  const written = [...site.files].filter(([, { body }]) => typeof body === 'string')
  assert.ok(written.some(([file]) => file === 'posts/good/index.html'))
  for (const [file, { body }] of written)
    assert.doesNotMatch(`${file} ${body}`, /posts\/bad|id-of-bad/, file)
})

test('a theme that never ends is told of by name, and nothing is published', async () => {
  const world = worldThat((title) => {
    while (title === 'bad');
  })
  const site = await renderSite({ ...options, patience: 500 }, world)
  assert.equal(site.finished, false)
  const [found] = site.diagnostics.filter(({ code }) => code === 'TH113')
  assert.match(found?.message ?? '', /“marginalia” takes more than 1\.5 seconds .*\/posts\/bad\//)
})

test('a theme that ends the program while it draws is told of, with the page', async () => {
  const { exit } = process
  const world = worldThat((title) => {
    if (title === 'bad') process.exit(0)
  })
  const site = await renderSite(options, world)
  assert.equal(process.exit, exit)
  assert.equal(site.finished, false)
  const [found] = site.diagnostics.filter(({ code }) => code === 'TH107')
  assert.match(
    found?.message ?? '',
    /“marginalia” could not draw \/posts\/bad\/\. .*process\.exit\(\)/,
  )
})

test('what was given up is tried again by the next build', async () => {
  const cache = memoryCache()
  const { memory, save } = openEssayStore(cache, 'engine')
  const given = (code: 'LM112' | 'LM103') => ({ ...tooSlow(bad), code })
  const known = { digest: 'd', context: 'c' }
  memory.essays.set('content/posts/slow.md', { ...known, diagnostics: [given('LM112')] })
  memory.essays.set('content/posts/deep.md', { ...known, diagnostics: [given('LM103')] })
  save()
  const { essays } = openEssayStore(cache, 'engine').memory
  assert.deepEqual([...essays.keys()], ['content/posts/deep.md'])
})
