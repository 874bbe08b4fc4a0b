import { type BuildMemory, emptyMemory } from '../build/cache/build-memory.ts'
import { manyTexts } from '../build/compile-essays.ts'
import type { SiteOptions } from '../build/options.ts'
import type { RenderedSite } from '../build/pipeline.ts'
import type { World } from '../build/world.ts'
import type { SourceEntry } from '../io/ports.ts'
import type { SourcePath } from '../model/paths.ts'
import type { Target } from './http/target.ts'
import { likelyPath } from './live/view.ts'

/**
 * Renders a part of a large site, so that a page can be shown before all of it is compiled: the newest posts, and
 * those that an address seems to ask for. Lists and links to other posts are not yet what they will be.
 */
export type FirstLook = (target: Target) => Promise<RenderedSite>

/** As many posts as a first page of a list shows, and some. */
const newestPosts = 30
/** Where a date in front matter is looked for; bytes. */
const longestFrontMatter = 2048

/**
 * Makes a first look at a site, where most of it has still to be compiled.
 *
 * @param known what is kept of the site
 * @param render as the whole site will be rendered
 * @returns undefined where the whole site is rendered soon enough
 */
export async function firstLook(
  { source, ...world }: World,
  known: BuildMemory,
  options: SiteOptions,
  render: (options: SiteOptions, world: World) => Promise<RenderedSite>,
): Promise<FirstLook | undefined> {
  const entries = await source.list('content')
  const essays = entries.filter(({ path, kind }) => kind === 'file' && isEssay(path))
  const unread = essays.filter(({ path }) => !known.essays.has(path))
  if (unread.length < manyTexts) return undefined
  const newest = newestOf(essays, (path) => source.readNow(path))
  const shown = new Set(newest)
  const memory = emptyMemory()
  return (target) => {
    for (const path of likelySources(essays, target)) shown.add(path)
    // Without their stamps these few are read anew each time: one may have been saved since.
    const part = entries
      .filter(({ path }) => !isEssay(path) || shown.has(path))
      .map((entry) => (isEssay(entry.path) ? { ...entry, stamp: undefined } : entry))
    const list: typeof source.list = async (folder) =>
      folder === 'content' ? part : source.list(folder)
    // What is kept is kept for the whole site: a part of it must not be taken for all there is.
    return render(
      { ...options, memory },
      { ...world, cache: undefined, source: { ...source, list } },
    )
  }
}

function isEssay(path: string): boolean {
  return /^content\/(?:posts|pages)\/.*\.md$/i.test(path)
}

/** The sources whose page may be at an address, as their names tell: dates before a name are seldom part of it. */
function likelySources(essays: readonly SourceEntry[], { path }: Target): readonly SourcePath[] {
  const asked = path.split('/').findLast((part) => part !== '' && part !== 'index.html')
  if (asked === undefined) return []
  return essays.flatMap(({ path }) => {
    const name = likelyPath(path).split('/').at(-2)?.toLowerCase()
    return name === asked || name?.replace(/^\d{4}-\d\d-\d\d-/, '') === asked ? [path] : []
  })
}

/** The newest posts, by the dates that their front matter begins with, else by those of the files. */
function newestOf(
  essays: readonly SourceEntry[],
  read: (path: SourcePath) => Uint8Array,
): readonly SourcePath[] {
  const dated = essays.map(({ path, modified }) => ({
    path,
    date: writtenDate(path, read) ?? new Date(modified).toISOString(),
  }))
  return dated
    .sort((a, b) => (a.date === b.date ? 0 : a.date < b.date ? 1 : -1))
    .slice(0, newestPosts)
    .map(({ path }) => path)
}

function writtenDate(path: SourcePath, read: (path: SourcePath) => Uint8Array): string | undefined {
  try {
    const start = Buffer.from(read(path).subarray(0, longestFrontMatter)).toString('latin1')
    return /^date:[ \t]*["']?(\d{4}-\d\d-\d\d\S*)/m.exec(start)?.[1]
  } catch {
    return undefined
  }
}
