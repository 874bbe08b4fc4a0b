import fc from 'fast-check'
import type { LoadedTheme } from '../../../src/build/load-theme.ts'
import { renderSite } from '../../../src/build/pipeline.ts'
import type { BuildOptions, BuildResult, BuildWorld } from '../../../src/build/run-build.ts'
import { runBuild } from '../../../src/build/run-build.ts'
import { openKeptSite } from '../../../src/dev/kept-site.ts'
import { type MemoryOutput, memoryOutput, memorySource } from '../../../src/io/memory.ts'
import { type MemoryCache, memoryCache } from '../../../src/io/memory-cache.ts'
import { isCopy, isUnmade } from '../../../src/model/site.ts'
import { memoryWorld } from '../../site-from.ts'

/** One change of a site, or of what a site is built with. */
export type Change =
  | { readonly do: 'post'; readonly slug: string; readonly post: PostSpec }
  /** One thing about a post that there is. */
  | { readonly do: 'edit'; readonly slug: string; readonly part: Partial<PostSpec> }
  | { readonly do: 'remove'; readonly slug: string }
  | { readonly do: 'rename'; readonly slug: string; readonly to: string }
  | { readonly do: 'touch'; readonly slug: string }
  | { readonly do: 'page'; readonly title: string }
  | { readonly do: 'shared'; readonly words: string }
  | { readonly do: 'settings'; readonly settings: string }
  | { readonly do: 'picture'; readonly width: number }
  | { readonly do: 'public'; readonly words: string }
  | { readonly do: 'theme' }
  | { readonly do: 'engine' }
  | { readonly do: 'time'; readonly year: number }
  | { readonly do: 'drafts'; readonly drafts: boolean }
  | { readonly do: 'damage'; readonly at: number; readonly bit: number }
  | { readonly do: 'lose'; readonly what: 'cache' | 'output' | 'index' | 'a page' }
  | { readonly do: 'spoil'; readonly words: string }
  /** Somebody starts the development server. */
  | { readonly do: 'serve' }

/** What a post of the model is made of. */
export interface PostSpec {
  readonly title: string
  readonly day: number
  readonly tags: readonly string[]
  readonly series: string
  readonly draft: boolean
  readonly expires: boolean
  readonly body: string
  readonly link: string
}

const slugs = ['ash', 'birch', 'cedar', 'elm', 'fir'] as const
const slug = fc.constantFrom(...slugs)
const words = fc.constantFrom(
  'Words.',
  'Other words.',
  'Many more words stand here.',
  'Words.\n\n## Below\n\nOne.',
  'Words.\n\n## Below\n\nTwo.',
  'Notes[^n].\n\n[^n]: So.',
)

const postParts = {
  title: fc.constantFrom('On ash', 'On birch', 'On *both*'),
  day: fc.integer({ min: 1, max: 9 }),
  tags: fc.subarray(['wood', 'Leaf', 'bark']),
  series: fc.constantFrom('', 'forest'),
  draft: fc.boolean(),
  expires: fc.boolean(),
  body: fc.oneof(
    words,
    fc.constant('Normal* service.\n\n*as ever'),
    fc.constant('See[^shared].'),
    fc.constant('<b>Raw</b> <a href="elm.md">html</a>'),
  ),
  link: fc.constantFrom(
    '',
    '[elm](elm.md)',
    '[gone](gone.md)',
    '![Wood](wood.svg)',
    '![None](none.svg)',
  ),
} satisfies { [Part in keyof PostSpec]: fc.Arbitrary<PostSpec[Part]> }

const postSpec: fc.Arbitrary<PostSpec> = fc.record(postParts)

const postPart: fc.Arbitrary<Partial<PostSpec>> = fc.oneof(
  fc.record({ body: postParts.body }),
  fc.record({ body: postParts.body }),
  fc.record({ title: postParts.title }),
  fc.record({ tags: postParts.tags }),
  fc.record({ link: postParts.link }),
  fc.record({ draft: postParts.draft }),
)

export const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('post' as const), slug, post: postSpec }) },
  { weight: 8, arbitrary: fc.record({ do: fc.constant('edit' as const), slug, part: postPart }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), slug }) },
  fc.record({ do: fc.constant('rename' as const), slug, to: slug }),
  fc.record({ do: fc.constant('touch' as const), slug }),
  fc.record({ do: fc.constant('page' as const), title: fc.constantFrom('', 'About', 'Imprint') }),
  fc.record({ do: fc.constant('shared' as const), words }),
  fc.record({
    do: fc.constant('settings' as const),
    settings: fc.constantFrom(
      '',
      'pageSize: 2',
      'description: Other',
      'notes: {marks: authored}',
      'lang: de',
      'permalink: /:year/:slug/',
      'nav: [{title: Elm, href: /posts/elm/}]',
      'title: [broken',
    ),
  }),
  fc.record({ do: fc.constant('picture' as const), width: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ do: fc.constant('public' as const), words }),
  fc.record({ do: fc.constant('theme' as const) }),
  fc.record({ do: fc.constant('engine' as const) }),
  fc.record({ do: fc.constant('time' as const), year: fc.integer({ min: 2019, max: 2022 }) }),
  fc.record({ do: fc.constant('drafts' as const), drafts: fc.boolean() }),
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('damage' as const),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      bit: fc.nat(7),
    }),
  },
  fc.record({
    do: fc.constant('lose' as const),
    what: fc.constantFrom('cache' as const, 'output' as const, 'index' as const, 'a page' as const),
  }),
  fc.record({ do: fc.constant('spoil' as const), words }),
  fc.record({ do: fc.constant('serve' as const) }),
)

/** A site with a cache, built again and again. */
export interface ModelSite {
  readonly apply: (change: Change) => void
  /** Builds with whatever earlier builds have left. */
  readonly build: () => Promise<Built>
  /** Builds the same site where nothing was ever built. */
  readonly buildCold: () => Promise<Built>
  /** What the development server shows with whatever builds and servers have left; leaves something itself. */
  readonly serve: () => Promise<Served>
  /** The same where nothing was ever built. */
  readonly serveCold: () => Promise<Served>
  readonly cache: MemoryCache
}

/** A site as the development server holds it. */
export type Served = Pick<Built, 'files' | 'findings'>

/** A site as it was written, and what was said of it. */
export interface Built {
  readonly result: BuildResult
  readonly files: Readonly<Record<string, string>>
  readonly findings: readonly string[]
}

export function modelSite(base: BuildWorld['loadTheme']): ModelSite {
  const files = new Map<string, string>()
  const posts = new Map<string, PostSpec>()
  const stamps: Record<string, string> = {}
  const cache = memoryCache()
  const output = memoryOutput()
  let saves = 0
  let theme = 0
  let engine = 0
  let now = Date.UTC(2021, 0, 1)
  let drafts = false
  const put = (path: string, text: string | undefined): void => {
    if (text === undefined) files.delete(path)
    else files.set(path, text)
    stamps[path] = `save-${saves++}`
  }
  put('content/site.yaml', settingsText(''))
  put('content/posts/wood.svg', picture(2))
  const world = (place: MemoryOutput, kept: MemoryCache): BuildWorld => {
    const texts = Object.fromEntries(files)
    return {
      ...memoryWorld(texts, { now }),
      source: memorySource(texts, { stamps }),
      engine: `engine ${engine}`,
      cache: kept,
      stampOf: () => `theme ${theme}`,
      output: place,
      elapsed: () => 0,
      loadTheme: async (name) => {
        const loaded = await base(name)
        return {
          ...loaded,
          files: ['/theme'],
          theme: loaded.theme && changed(loaded.theme, theme),
        }
      },
    }
  }
  const options = (): BuildOptions => ({ mode: 'build', drafts, future: false, keepGoing: true })
  const run = async (place: MemoryOutput, kept: MemoryCache): Promise<Built> => {
    const result = await runBuild(options(), world(place, kept))
    const written = [...place.files].sort(([a], [b]) => (a < b ? -1 : 1))
    return {
      result,
      files: Object.fromEntries(
        written.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]),
      ),
      findings: result.diagnostics.map((found) => JSON.stringify(found)).sort(),
    }
  }
  const show = async (place: MemoryOutput, kept: MemoryCache): Promise<Served> => {
    const here = world(place, kept)
    const site = openKeptSite(here, place.key)
    const shown = { drafts: true, future: true, keepGoing: true, later: true, memory: site.memory }
    const rendered = await renderSite(shown, here)
    site.save()
    const texts = [...rendered.files].map(([path, { body }]) => {
      const made = isUnmade(body) ? body.make() : isCopy(body) ? body.copy : body
      return [path, typeof made === 'string' ? made : new TextDecoder().decode(made)] as const
    })
    return {
      files: Object.fromEntries(texts),
      findings: rendered.diagnostics.map((found) => JSON.stringify(found)).sort(),
    }
  }
  const path = (name: string): string => `content/posts/${name}.md`
  return {
    cache,
    build: () => run(output, cache),
    buildCold: () => run(memoryOutput(), memoryCache()),
    serve: () => show(output, cache),
    serveCold: () => show(memoryOutput(), memoryCache()),
    apply: (step) => {
      switch (step.do) {
        case 'serve':
          return
        case 'post':
          posts.set(step.slug, step.post)
          return put(path(step.slug), postText(step.post))
        case 'edit': {
          const post = posts.get(step.slug)
          if (!post || !files.has(path(step.slug))) return
          posts.set(step.slug, { ...post, ...step.part })
          return put(path(step.slug), postText({ ...post, ...step.part }))
        }
        case 'remove':
          return put(path(step.slug), undefined)
        case 'rename': {
          const text = files.get(path(step.slug))
          put(path(step.slug), undefined)
          return put(path(step.to), text)
        }
        case 'touch':
          stamps[path(step.slug)] = `save-${saves++}`
          return
        case 'page':
          return put(
            'content/pages/about.md',
            step.title ? `---\ntitle: ${step.title}\n---\n\nUs.\n` : undefined,
          )
        case 'shared':
          return put('content/notes/all.md', `[^shared]: ${step.words.split('\n')[0]}\n`)
        case 'settings':
          return put('content/site.yaml', settingsText(step.settings))
        case 'picture':
          return put('content/posts/wood.svg', step.width ? picture(step.width) : undefined)
        case 'public':
          return put('public/robots-extra.txt', step.words)
        case 'theme':
          theme++
          return
        case 'engine':
          engine++
          return
        case 'time':
          now = Date.UTC(step.year, 0, 5)
          return
        case 'drafts':
          drafts = step.drafts
          return
        case 'damage': {
          const all = [...cache.files]
          const [name, bytes] = all[Math.floor(step.at * all.length)] ?? []
          if (name === undefined || bytes === undefined || bytes.length === 0) return
          const at = Math.min(bytes.length - 1, Math.floor(step.at * bytes.length))
          cache.files.set(name, bytes.with(at, (bytes[at] ?? 0) ^ (1 << step.bit)))
          return
        }
        case 'lose':
          if (step.what === 'cache') cache.files.clear()
          if (step.what === 'index') output.state.files.delete('index-memory.json')
          if (step.what === 'output') output.files.clear()
          if (step.what === 'a page') output.files.delete('index.html')
          return
        case 'spoil': {
          if (output.files.has('archive/index.html'))
            output.files.set('archive/index.html', new TextEncoder().encode(step.words))
          return
        }
      }
    },
  }
}

/** The same theme with a mark of its version on each page. */
function changed(theme: LoadedTheme, version: number): LoadedTheme {
  const { home } = theme.theme.layouts
  const layouts: LoadedTheme['theme']['layouts'] = {
    ...theme.theme.layouts,
    home: (page) => home({ ...page, title: `${page.title} ${version}` }),
  }
  return {
    ...theme,
    fingerprint: `${theme.fingerprint} ${version}`,
    theme: { ...theme.theme, layouts },
  }
}

function settingsText(more: string): string {
  const base = ['title: Trees', 'url: https://example.org/', 'description: A test.', 'pageSize: 3']
  const [key = ''] = more.split(':')
  return `${[...base.filter((line) => !line.startsWith(`${key}:`)), more].join('\n')}\n`
}

function postText({ title, day, tags, series, draft, expires, body, link }: PostSpec): string {
  return [
    '---',
    `title: ${JSON.stringify(title)}`,
    `date: 2020-01-0${day}`,
    `tags: [${tags.join(', ')}]`,
    ...(series ? [`series: {id: ${series}}`] : []),
    ...(draft ? ['draft: true'] : []),
    ...(expires ? ['expires: 2021-06-01'] : []),
    '---',
    '',
    body,
    '',
    link,
    '',
  ].join('\n')
}

function picture(width: number): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}0" height="10"/>`
}
