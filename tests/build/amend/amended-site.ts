import type { BuildOptions, BuildResult, BuildWorld } from '../../../src/build/run-build.ts'
import { runBuild } from '../../../src/build/run-build.ts'
import { type MemoryOutput, memoryOutput, memorySource } from '../../../src/io/memory.ts'
import { type MemoryCache, memoryCache } from '../../../src/io/memory-cache.ts'
import { memoryWorld } from '../../site-from.ts'

const options: BuildOptions = { mode: 'build', drafts: false, future: false, keepGoing: false }

/** A site that is built again and again on a machine that remembers. */
export interface AmendedSite {
  readonly files: Record<string, string>
  readonly cache: MemoryCache
  readonly output: MemoryOutput
  /** Changes a file. */
  readonly put: (path: string, text: string) => void
  readonly build: (changes?: Partial<BuildOptions>) => Promise<BuildResult>
  /** True where the last build left the whole one before it standing and noted only what has changed. */
  readonly wasAmended: () => boolean
  /** What differs from a site that is built where nothing was ever built: paths, and what was said. */
  readonly differences: (result: BuildResult) => Promise<readonly string[]>
}

export function amendedSite(texts: Readonly<Record<string, string>>): AmendedSite {
  const files: Record<string, string> = { ...texts }
  const stamps: Record<string, string> = Object.fromEntries(
    Object.keys(files).map((path) => [path, 'first']),
  )
  const cache = memoryCache()
  const output = memoryOutput()
  let saves = 0
  let store: Uint8Array | undefined
  const world = (place: MemoryOutput, kept: MemoryCache): BuildWorld => ({
    ...memoryWorld(files, { now: Date.UTC(2022, 0, 1) }),
    source: memorySource(files, { stamps }),
    output: place,
    cache: kept,
    engine: 'engine',
    stampOf: () => 'same',
    elapsed: () => 0,
  })
  return {
    files,
    cache,
    output,
    put: (path, text) => {
      files[path] = text
      stamps[path] = `save-${saves++}`
    },
    build: async (changes = {}) => {
      store = cache.files.get('essays')
      return await runBuild({ ...options, ...changes }, world(output, cache))
    },
    wasAmended: () => cache.files.has('since-memory') && cache.files.get('essays') === store,
    differences: async (result) => {
      const place = memoryOutput()
      const fresh = await runBuild(options, world(place, memoryCache()))
      const paths = new Set([...place.files.keys(), ...output.files.keys()])
      const text = (site: MemoryOutput, path: string): string | undefined => site.text(path)
      return [
        ...[...paths].filter((path) => text(output, path) !== text(place, path)),
        ...differing(saidBy(result), saidBy(fresh)),
      ]
    },
  }
}

/** Every finding with the lines that it shows. */
function saidBy({ diagnostics, sources }: BuildResult): readonly string[] {
  return diagnostics.map((found) => {
    const line = found.place && sources(found.file)?.split('\n')[found.place.start.line - 1]
    return JSON.stringify([found, line])
  })
}

function differing(one: readonly string[], other: readonly string[]): readonly string[] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_, i) =>
    one[i] === other[i] ? [] : [`said ${one[i]} not ${other[i]}`],
  ).flat()
}

/** Settings under which feeds are soon full. */
export const settings = [
  'title: M',
  'url: https://example.org/',
  'description: d',
  'pageSize: 5',
  'feeds: {items: 3}',
  '',
].join('\n')

/** A post of the site. */
export interface PostParts {
  readonly title?: string
  readonly more?: string
  readonly body?: string
}

/** The text of a post. @param day of 2020 or, below zero, of 2019 */
export function postText(
  name: string,
  day: number,
  { title = `On ${name}`, more = '', body = 'Words of it[^n].\n\n[^n]: A note.' }: PostParts = {},
): string {
  const date = new Date(Date.UTC(2020, 0, day)).toISOString().slice(0, 10)
  return `---\nid: ${name}-id\ntitle: ${title}\ndate: ${date}\nsummary: S.\ntags: [wood]\n${more}---\n\n${body}\n`
}

const names = ['ash', 'birch', 'cedar', 'elm', 'fir', 'hazel', 'larch', 'maple'] as const

/** Where a post lies. */
export const pathOf = (name: (typeof names)[number]): string => `content/posts/${name}.md`

/** Posts of two years with links and a picture among them, a page and a shared note. */
export function forest(): Record<string, string> {
  const posts = names.map((name, i) => [pathOf(name), postText(name, i * 4 - 12)] as const)
  return {
    ...Object.fromEntries(posts),
    [pathOf('elm')]: postText('elm', 0, {
      body: 'See [ash](ash.md#below), ![Wood](wood.svg) and [there](https://example.com/).',
    }),
    [pathOf('fir')]: postText('fir', 4, { body: 'Said[^shared] twice[^lost].', more: 'x-a: 1\n' }),
    [pathOf('hazel')]: postText('hazel', 8).replace('id: hazel-id\n', ''),
    'content/posts/wood.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="3"><path d="M0 0h2v3z"/></svg>',
    'content/notes/all.md': '[^shared]: Of all.\n',
    'content/pages/about.md': '---\ntitle: About\n---\n\nUs.\n',
    'content/site.yaml': settings,
  }
}
