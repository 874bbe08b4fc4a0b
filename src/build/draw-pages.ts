import type { Root } from 'hast'
import { type GuardFinding, guardPage } from '../hast/guard.ts'
import { print } from '../hast/print.ts'
import type { Spool } from '../io/ports.ts'
import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { Essay } from '../model/essay.ts'
import { outputPathOf, type RoutePath } from '../model/paths.ts'
import {
  absoluteUrlOf,
  type OutputFile,
  type OutputStage,
  type Route,
  type Site,
} from '../model/site.ts'
import type { SiteIcon } from '../theme/head.ts'
import { renderPage } from '../theme/render.ts'
import type { ShareImage } from '../theme/share-image.ts'
import { ThemeFailure } from '../theme/theme-failure.ts'
import type { Breath } from './breath.ts'
import type { BuildMemory } from './cache/build-memory.ts'
import { digest } from './cache/digest.ts'
import { type InputFacts, pageInputs } from './cache/page-inputs.ts'
import { createReader } from './cache/reads.ts'
import { trackedSite } from './cache/tracked-site.ts'
import { knownBody, unmade } from './cache/unmade.ts'
import { cardSize } from './cards/card-layout.ts'
import type { EssayRenderer } from './essay-renderer.ts'
import { EssayGivenUpError } from './giving-up.ts'
import { holdExit } from './hold-exit.ts'
import type { PictureLookup } from './images.ts'
import type { LoadedTheme } from './load-theme.ts'
import type { SiteSearch } from './site-search.ts'
import { forEachInTime } from './time-limit.ts'
import { manyWaiting, waitingBody } from './waiting-body.ts'

/** What pages are drawn from. */
export interface DrawInputs {
  readonly site: Site
  readonly theme: LoadedTheme
  readonly trees: EssayRenderer['trees']
  readonly answers: EssayRenderer['answers']
  readonly picture: PictureLookup
  /** Where the card of an essay lies; undefined where it has none. */
  readonly card: (essay: Essay) => RoutePath | undefined
  readonly icons: readonly SiteIcon[]
  readonly search: SiteSearch
  /** Stands for the engine. */
  readonly engine: string
  readonly memory: BuildMemory
  readonly spool?: Spool | undefined
  /** Whether every page is to be drawn, known or not, so that its ids can be told. */
  readonly all: boolean
  readonly breath: Breath
  /** Told of each page that is to be drawn, so that the trees of its essay serve for more; a theme may change them. */
  readonly before?: ((route: Route) => void) | undefined
  /** Milliseconds that an essay may take to be rendered; a page gets three times as much. */
  readonly patience?: number | undefined
}

/** Milliseconds: a thousand times what a long page needs. */
const longestDrawing = 30_000

/** Tries to draw a page on a machine that is at something else all the time. */
const mostTries = 12

/** One finished page, or the reasons why the theme could not make it. */
export interface DrawnPage {
  readonly file: OutputFile | undefined
  /** The ids that a link can lead to; none where the page was not drawn. */
  readonly ids: ReadonlySet<string>
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Draws, guards and prints one page for each route of the site, but for those whose inputs are what they were.
 *
 * @throws EssayGivenUpError where an essay cannot be rendered in good time
 */
export async function drawPages(inputs: DrawInputs): Promise<readonly DrawnPage[]> {
  const { site, memory, all, breath } = inputs
  // Long enough for the essay on a page to be given up first, if it is the essay's fault.
  const patience = inputs.patience === undefined ? longestDrawing : 3 * inputs.patience
  const { reader, watch } = createReader()
  const tracked = trackedSite(site, reader)
  const known = pageInputs(inputFacts(inputs))
  const draw = (route: Route) => watch(() => drawPage(tracked.route(route), tracked.site, inputs))
  const pages: DrawnPage[] = []
  const page = (route: Route): DrawnPage => {
    const path = outputPathOf(route.path)
    const before = all ? undefined : memory.files.get(path)
    if (before?.reads && before.inputs === known.of(route, before.reads)) {
      const make = (): string => bodyOf(draw(route).value)
      const file = { path, body: unmade(before.body, make), ...roleOf(route) }
      return { file, ids: new Set(), diagnostics: [] }
    }
    inputs.before?.(route)
    const { value: drawing, reads } = draw(route)
    const { text } = drawing
    const many = site.routes.length > manyWaiting
    const again = (): string => bodyOf(draw(route).value)
    const body = text !== undefined && many ? waitingBody(text, inputs.spool, again) : text
    const made = known.of(route, reads)
    if (body !== undefined && made !== undefined)
      memory.files.set(path, { inputs: made, reads, body: knownBody(body) })
    else memory.files.delete(path)
    const file = body === undefined ? undefined : { path, body, ...roleOf(route) }
    return { file, ids: drawing.ids, diagnostics: drawing.diagnostics }
  }
  const letExit = holdExit()
  try {
    await forEachInTime(site.routes, {
      patience,
      breath,
      work: (route) => {
        pages.push(page(route))
      },
      again: mostTries,
      late: (route) => {
        const { text: _, ...rest } = refused([tooSlowPage(route, inputs.theme, patience)])
        pages.push({ file: undefined, ...rest })
      },
    })
  } finally {
    letExit()
  }
  return pages
}

/** Draws one page, whatever is known of it. The page is not remembered. */
export function drawAlone(route: Route, inputs: DrawInputs): DrawnPage {
  const { text: body, ids, diagnostics } = drawPage(route, inputs.site, inputs)
  const path = outputPathOf(route.path)
  const file = body === undefined ? undefined : { path, body, ...roleOf(route) }
  return { file, ids, diagnostics }
}

function inputFacts(inputs: DrawInputs): InputFacts {
  const { site, theme, icons, search, engine, memory, answers } = inputs
  return {
    site,
    shared: digest(JSON.stringify([engine, theme.fingerprint, site.settings, icons])),
    facets: (source) => memory.essays.get(source)?.facets,
    answers,
    image: (essay) => coverOf(essay, inputs),
    search: search.assets,
  }
}

/** A page as text, or the reasons why there is none. */
interface Drawing {
  readonly text: string | undefined
  readonly ids: ReadonlySet<string>
  readonly diagnostics: readonly Diagnostic[]
}

function drawPage(route: Route, site: Site, inputs: DrawInputs): Drawing {
  const { theme, trees, all } = inputs
  try {
    const page = renderPage(route, site, theme.theme, {
      styles: theme.styles,
      trees,
      image: (essay) => coverOf(essay, inputs),
      icons: inputs.icons,
      search: inputs.search.assets,
      locate: theme.locate,
    })
    const unsafe = guardPage(page)
    if (unsafe.length > 0) return refused(unsafe.map((found) => unsafePage(found, route, theme)))
    return { text: print(page), ids: all ? idsOf(page) : new Set(), diagnostics: [] }
  } catch (error) {
    if (!(error instanceof ThemeFailure)) throw error
    if (error.cause instanceof EssayGivenUpError) throw error.cause
    return refused([error.diagnostic])
  }
}

/** @throws Error where a page that could be drawn before no longer can */
function bodyOf({ text, diagnostics }: Drawing): string {
  if (text === undefined) throw new Error(diagnostics[0]?.message ?? 'A page cannot be drawn.')
  return text
}

function roleOf(route: Route): Pick<OutputFile, 'stage' | 'origin'> {
  return { stage: stageOf(route), origin: ownerOf(route) }
}

function refused(diagnostics: readonly Diagnostic[]): Drawing {
  return { text: undefined, ids: new Set(), diagnostics }
}

function unsafePage(found: GuardFinding, route: Route, { theme }: LoadedTheme): Diagnostic {
  const [, file = '', line = '1', column = '1'] = /^(.*):(\d+):(\d+)$/.exec(found.where ?? '') ?? []
  const point = { line: Number(line), column: Number(column) }
  return diagnose('TH112', {
    message: `The page ${route.path}, drawn by the theme “${theme.name}”, holds ${found.what}.`,
    file: file || ownerOf(route),
    ...(file ? { place: { start: point, end: point } } : {}),
    hint: 'Nothing was published. Take it out of the theme.',
  })
}

function tooSlowPage(route: Route, { theme }: LoadedTheme, patience: number): Diagnostic {
  return diagnose('TH113', {
    message: `The theme “${theme.name}” takes more than ${patience / 1000} seconds to draw the page ${route.path}.`,
    file: ownerOf(route),
    hint: 'Nothing was published. Look for a loop in the theme that never ends.',
  })
}

/** The picture that stands for an essay where it is shared: its own, else its card. */
function coverOf(
  essay: Essay,
  { site, picture, card }: Pick<DrawInputs, 'site' | 'picture' | 'card'>,
): ShareImage | undefined {
  const { image } = essay.front
  if (image === undefined) {
    const route = card(essay)
    return route && { url: absoluteUrlOf(site, route), alt: essay.title, size: cardSize }
  }
  const found = picture(image.src, essay.source)
  if (!found) return undefined
  return { url: new URL(found.href, site.settings.url).href, alt: image.alt, size: found.size }
}

function stageOf(route: Route): OutputStage {
  return route.kind === 'post' || route.kind === 'page' || route.kind === 'redirect'
    ? 'page'
    : 'list'
}

/** Who asked for a page, for messages: the author's file where there is one. */
function ownerOf(route: Route): string {
  switch (route.kind) {
    case 'post':
      return route.post.essay.source
    case 'page':
      return route.page.essay.source
    case 'redirect':
      return route.source
    case 'tag':
      return `the tag ${route.tag.name}`
    case 'series':
      return `the series ${route.series.id}`
    case 'home':
      return 'the home page'
    case 'tags':
      return 'the list of tags'
    case 'archive':
      return 'the archive'
    case 'feeds':
      return 'the page of feeds'
    case 'search':
      return 'the search page'
    case 'authors':
      return 'the list of authors'
    case 'author':
      return `the author ${route.author.name}`
    case 'not-found':
      return 'the page for addresses that do not exist'
  }
}

function idsOf(page: Root): ReadonlySet<string> {
  const ids = new Set<string>()
  const stack: Root['children'] = [...page.children]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type !== 'element') continue
    if (typeof node.properties.id === 'string') ids.add(node.properties.id)
    for (const child of node.children) stack.push(child)
  }
  return ids
}
