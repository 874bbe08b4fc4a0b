import type { FeedContext } from '../../feeds/context.ts'
import type { Essay } from '../../model/essay.ts'
import { outputPathOf, type RoutePath, routePath } from '../../model/paths.ts'
import type { OutputFile, Page, Post, Route, Site } from '../../model/site.ts'
import { breathing } from '../breath.ts'
import type { BuildWorld } from '../build-run.ts'
import type { BuildMemory, KnownEssay } from '../cache/build-memory.ts'
import { essayFromHead } from '../cache/essay-head.ts'
import { shelved, textFor } from '../cache/kept-essay.ts'
import { knownFeeds } from '../cache/known-feeds.ts'
import type { EssayRenderer } from '../essay-renderer.ts'
import type { LoadedTheme } from '../load-theme.ts'
import { sha256 } from '../sha256.ts'
import type { AmendedEssay } from './amend-essay.ts'
import { type AmendedFeeds, type AmendedPost, amendedFeeds } from './amend-feeds.ts'
import { amendedPages, partialSite, placedEssay } from './amend-pages.ts'
import { type AmendedSearch, amendedSearch } from './amend-search.ts'
import type { SiteChange } from './emit-amended.ts'
import type { BookHead } from './site-book.ts'

/** What the files of a change are made from. */
export interface AmendInputs {
  readonly essays: readonly AmendedEssay[]
  /** All pages beside the posts, as they were. */
  readonly pages: readonly Page[]
  readonly head: BookHead
  readonly settings: Site['settings']
  readonly theme: LoadedTheme
  /** Of the pages, at first; of everything that was made, then. */
  readonly memory: BuildMemory
}

/** The files of a change, with what is to be remembered of them. */
export interface AmendedFiles extends SiteChange {
  readonly search: AmendedSearch
  readonly rooms: AmendedFeeds['rooms']
  /** Feeds that are others now. */
  readonly feeds: readonly string[]
}

/** Makes the files that change with the words of some essays; undefined where there may be more of them. */
export async function amendedFiles(
  inputs: AmendInputs,
  world: Pick<BuildWorld, 'output' | 'engine'>,
): Promise<AmendedFiles | undefined> {
  const { essays, pages, head, settings, memory } = inputs
  const read = async (path: string): Promise<string> =>
    new TextDecoder().decode(await world.output.site.read(path))
  for (const essay of essays) {
    const known = remembered(essay, memory)
    if (!known) return undefined
    memory.essays.set(essay.source.path, known)
  }
  const site = partialSite(essays, pages, head, settings)
  const stands = await read(outputPathOf(head.search.index))
  const search = amendedSearch(essays, head, stands, { site, memory })
  const drawn = search && (await drawnPages(inputs, site, search.index, world.engine))
  if (!drawn) return undefined
  const feeds = await feedsOf(inputs, site, world.engine ?? '', read)
  if (!feeds) return undefined
  return {
    files: [...search.files, ...drawn, ...feeds.files],
    gone: search.gone,
    search,
    rooms: feeds.rooms,
    feeds: feeds.files.map(({ path }) => path),
  }
}

/** Undefined where there is no room for the text. */
function remembered(
  { source, before, essay, facets, diagnostics, rendered, answers }: AmendedEssay,
  memory: BuildMemory,
): KnownEssay | undefined {
  const { digest } = source
  const known = { digest, context: before.context, diagnostics, essay, facets }
  const made = shelved(known, { ...rendered, answers }, memory)
  return made.essay ? undefined : made
}

async function drawnPages(
  { essays, head, theme, memory }: AmendInputs,
  site: Site,
  index: RoutePath,
  engine = '',
): Promise<readonly OutputFile[] | undefined> {
  const searchPage: Route = { kind: 'search', path: routePath('/search/') }
  const { trees, answers } = rendererOf(essays, memory)
  const shown = new Map<string, AmendedEssay['entry']>(
    essays.map(({ source, entry }) => [source.path, entry]),
  )
  const drawn = await amendedPages({
    site: { ...site, routes: [...site.routes, searchPage] },
    ...{ theme, trees, answers, engine, memory },
    picture: (_url, from) => shown.get(from)?.picture,
    card: () => undefined,
    icons: head.icons,
    search: { assets: { ...head.search, index }, files: [] },
    all: false,
    breath: breathing(undefined),
  })
  return drawn?.flatMap(({ file }) => file ?? [])
}

/** Trees of the essays that have changed, and of no other. */
function rendererOf(
  essays: readonly AmendedEssay[],
  memory: BuildMemory,
): Pick<EssayRenderer, 'trees' | 'answers'> {
  const trees = new Map(essays.map(({ source, rendered }) => [source.path, rendered.text.trees]))
  return {
    trees: ({ source }) => {
      const found = trees.get(source)
      if (!found) throw new Error(`${source} has not changed.`)
      return found
    },
    answers: ({ source }) => memory.essays.get(source)?.rendered?.answers,
  }
}

async function feedsOf(
  { essays, head, memory }: AmendInputs,
  site: Site,
  engine: string,
  read: (path: string) => Promise<string>,
): Promise<AmendedFeeds | undefined> {
  const { trees, answers } = rendererOf(essays, memory)
  const texts = new Map<string, EssayTexts>()
  const posts: AmendedPost[] = []
  for (const each of essays) {
    const { essay, entry, source } = each
    const old = textFor(each.before.rendered, each.says, memory)
    const { sizes, place, feeds, beyond } = entry
    if (!('tags' in place) || place.held !== undefined) continue
    if (!old || !sizes) return undefined
    texts.set(source.path, { trees: old.trees, image: entry.feedImage })
    const before = placedEssay(formerEssay(each), place) as Post
    const now = placedEssay(essay, place) as Post
    posts.push({ before, now, sizes, feeds, beyond })
  }
  const image = ({ essay }: Post) => texts.get(essay.source)?.image
  const known = knownFeeds({ ...{ site, memory, engine, answers, image }, later: false })
  const context: FeedContext = { trees, digest: sha256, image, known }
  const former: FeedContext = {
    ...{ digest: sha256, image },
    trees: ({ source }) => (texts.get(source) as EssayTexts).trees,
  }
  return amendedFeeds(posts, head.feeds, { site, before: former, now: context }, read)
}

/** What feeds showed of an essay. */
interface EssayTexts {
  readonly trees: ReturnType<EssayRenderer['trees']>
  readonly image: AmendedEssay['entry']['feedImage']
}

/** The essay as it was, of which nothing is left but its head and its trees. */
function formerEssay({ before }: AmendedEssay): Essay {
  const lost = (): never => {
    throw new Error('The text is another one by now.')
  }
  return essayFromHead(before.head, before.diagnostics, {
    ...{ titleContent: lost, body: lost, notes: lost, outline: lost, links: lost },
  })
}
