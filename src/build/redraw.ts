import type { CompileContext } from '../essay/compile.ts'
import type { SourceFiles } from '../io/ports.ts'
import type { Essay } from '../model/essay.ts'
import { type OutputPath, outputPathOf } from '../model/paths.ts'
import type { QuickReader } from '../model/quick-reader.ts'
import type { OutputFile, Route, Site } from '../model/site.ts'
import type { BuildMemory, KnownEssay } from './cache/build-memory.ts'
import { withDate } from './cache/essay-head.ts'
import { contextKey } from './compile-essays.ts'
import { compileKnown } from './compile-known.ts'
import { type DrawInputs, drawAlone } from './draw-pages.ts'
import type { EssayRenderer } from './essay-renderer.ts'
import { EssayGivenUpError, firstWait } from './giving-up.ts'
import type { ContentSource } from './read-content.ts'
import { readSoundText } from './read-sound-text.ts'
import type { RenderedSite } from './rendered-site.ts'
import { TimeIsUpError, withinTime } from './time-limit.ts'

/** What the pages of a site that stands were drawn from. */
export interface RedrawInputs {
  readonly context: CompileContext
  readonly files: SourceFiles
  readonly draw: DrawInputs
  /** Makes what turns essays into trees, with what it is to know of them. */
  readonly renderer: (memory: BuildMemory) => EssayRenderer
  /** Gives a quicker parser, where there is one. */
  readonly quickReader?: (() => Promise<QuickReader | undefined>) | undefined
}

/** A route that shows an essay. */
type EssayRoute = Extract<Route, { kind: 'post' | 'page' }>

/** What one site is drawn again from. */
interface Desk extends Omit<RedrawInputs, 'renderer' | 'quickReader'> {
  /** Stands for the context. */
  readonly key: string
  readonly routes: ReadonlyMap<string, EssayRoute>
  readonly diagnostics: EssayRenderer['diagnostics']
}

/**
 * Makes what draws pages of a site that stands, whatever is rendered beside it: nothing of it changes the memory
 * before it is to.
 */
export function redrawing(
  inputs: RedrawInputs,
): Pick<RenderedSite, 'redraw' | 'rehearse' | 'leaveRedrawn'> {
  const { memory } = inputs.draw
  const own: BuildMemory = { ...memory, essays: new Map(memory.essays) }
  // Made now, while nobody waits.
  const desk = deskOf(inputs, own)
  const { context, routes } = desk
  const reader = arriving(inputs.quickReader)
  const drawn = new Set<string>()
  return {
    redraw: (paths, before) => {
      let site: RenderedSite | undefined = before
      for (const path of paths) {
        const route = routes.get(path)
        if (!route) return undefined
        site =
          site && redrawnOne(route, { ...desk, context: { ...context, quick: reader() } }, site)
        if (site) drawn.add(path)
      }
      return site
    },
    rehearse: () => rehearsed({ ...desk, context: { ...context, quick: reader() } }),
    leaveRedrawn: () => {
      for (const path of drawn) {
        const known = own.essays.get(path)
        if (known) memory.essays.set(path, known)
      }
    },
  }
}

/** Begins to load the quicker parser. @returns what gives it once it is there */
function arriving(load: RedrawInputs['quickReader']): () => QuickReader | undefined {
  let reader: QuickReader | undefined
  void load?.().then(
    (loaded) => {
      reader = loaded
    },
    // Without it, the parser of record reads everything.
    () => {},
  )
  return () => reader
}

function deskOf(inputs: RedrawInputs, memory: BuildMemory): Desk {
  const { context, files, draw } = inputs
  const renderer = inputs.renderer(memory)
  const { diagnostics } = renderer
  const key = contextKey(context)
  const routes = essayRoutes(draw.site)
  return { context, files, draw: { ...draw, ...renderer, memory }, key, routes, diagnostics }
}

function essayRoutes(site: Site): Desk['routes'] {
  const routes = new Map<string, EssayRoute>()
  for (const route of site.routes)
    if (route.kind === 'post' || route.kind === 'page') routes.set(essayOf(route).source, route)
  return routes
}

function redrawnOne(route: EssayRoute, desk: Desk, before: RenderedSite): RenderedSite | undefined {
  const { draw, key, files, diagnostics } = desk
  const { memory } = draw
  const shown = essayOf(route)
  // What was read half written is saved again.
  const source = readSoundText({ path: shown.source }, files)
  const known = memory.essays.get(shown.source)
  if (!source || !known?.facets || known.context !== key) return undefined
  if (known.digest === source.digest) return before
  const told = new Set([...known.diagnostics, ...diagnostics([shown])])
  const saved = drawnAnew(route, desk, source, known.facets.card)
  if (!saved?.file) {
    memory.essays.set(shown.source, known)
    return undefined
  }
  const { fresh, file } = saved
  const found = [...fresh.diagnostics, ...diagnostics([shown])]
  return {
    ...before,
    files: new Map<OutputPath, OutputFile>(before.files).set(outputPathOf(route.path), file),
    diagnostics: [...before.diagnostics.filter((finding) => !told.has(finding)), ...found],
    failed: before.failed.filter((failed) => failed !== shown.source),
    sources: (name) => (name === source.path ? source.text : before.sources(name)),
  }
}

/** A page as it is with a saved text, which is remembered. Undefined where its title, dates or tags are others. */
function drawnAnew(
  route: EssayRoute,
  { draw, context, key }: Desk,
  source: ContentSource,
  card: string,
): { readonly fresh: KnownEssay; readonly file: OutputFile | undefined } | undefined {
  const { memory } = draw
  // A watch costs as much as a short paragraph: one for both.
  return quick(() => {
    const fresh = compileKnown(source, { context, key, memory }, false)
    // Whatever else shows the essay shows these too.
    if (!fresh.essay || fresh.facets?.card !== card) return undefined
    memory.essays.set(source.path, fresh)
    const essay = fresh.essay.date ? fresh.essay : withDate(fresh.essay, essayOf(route).date)
    return { fresh, file: drawAlone(showing(route, essay), draw).file }
  })
}

/** Draws the first essay once more, and forgets it: code that has run before runs several times as fast. */
function rehearsed(desk: Desk): void {
  const { essays } = desk.draw.memory
  const [route] = desk.routes.values()
  if (!route) return
  const known = essays.get(essayOf(route).source)
  const source = readSoundText({ path: essayOf(route).source }, desk.files)
  if (!source || !known?.facets) return
  drawnAnew(route, desk, source, known.facets.card)
  essays.set(source.path, known)
}

/** What takes long is left to the next rendering, which can have it done by threads. */
function quick<T>(work: () => T): T | undefined {
  try {
    return withinTime(firstWait, work)
  } catch (error) {
    if (error instanceof TimeIsUpError || error instanceof EssayGivenUpError) return undefined
    throw error
  }
}

function essayOf(route: EssayRoute): Essay {
  return route.kind === 'post' ? route.post.essay : route.page.essay
}

function showing(route: EssayRoute, essay: Essay): EssayRoute {
  return route.kind === 'post'
    ? { ...route, post: { ...route.post, essay } }
    : { ...route, page: { ...route.page, essay } }
}
