import type { CompileContext } from '../essay/compile.ts'
import type { SourceFiles } from '../io/ports.ts'
import type { Essay } from '../model/essay.ts'
import { type OutputPath, outputPathOf } from '../model/paths.ts'
import type { OutputFile, Route } from '../model/site.ts'
import { decodeText } from '../syntax/decode.ts'
import { digest } from './cache/digest.ts'
import { withDate } from './cache/essay-head.ts'
import { contextKey } from './compile-essays.ts'
import { compileKnown } from './compile-known.ts'
import { type DrawInputs, drawAlone } from './draw-pages.ts'
import type { EssayRenderer } from './essay-renderer.ts'
import { EssayGivenUpError, firstWait } from './giving-up.ts'
import type { ContentSource } from './read-content.ts'
import type { RenderedSite } from './rendered-site.ts'
import { TimeIsUpError, withinTime } from './time-limit.ts'

/** What the pages of a site that stands were drawn from. */
export interface RedrawInputs {
  readonly context: CompileContext
  readonly files: SourceFiles
  readonly draw: DrawInputs
  readonly diagnostics: EssayRenderer['diagnostics']
}

/** A route that shows an essay. */
type EssayRoute = Extract<Route, { kind: 'post' | 'page' }>

/**
 * Draws the pages of a few saved texts at once, and nothing else: lists, feeds and findings about the
 * whole site follow with the next rendering.
 *
 * @param paths the sources that were saved
 * @returns undefined where more has changed than the words of published essays
 */
export function redrawn(
  paths: readonly string[],
  inputs: RedrawInputs,
  before: RenderedSite,
): RenderedSite | undefined {
  let site: RenderedSite | undefined = before
  for (const path of paths) {
    const route = inputs.draw.site.routes.find((one) => sourceOf(one) === path)
    if (!route || (route.kind !== 'post' && route.kind !== 'page')) return undefined
    site = site && redrawnOne(route, inputs, site)
  }
  return site
}

function redrawnOne(
  route: EssayRoute,
  inputs: RedrawInputs,
  before: RenderedSite,
): RenderedSite | undefined {
  const { draw, context, files } = inputs
  const { memory } = draw
  const shown = essayOf(route)
  const source = readSaved(files, shown.source)
  const known = memory.essays.get(shown.source)
  if (!source || !known?.facets) return undefined
  const key = contextKey(context)
  if (known.context !== key) return undefined
  if (known.digest === source.digest) return before
  const { card } = known.facets
  const told = new Set([...known.diagnostics, ...inputs.diagnostics([shown])])
  // A watch costs as much as a short paragraph: one for both.
  const saved = quick(() => {
    const fresh = compileKnown(source, { context, key, memory }, false)
    // Whatever else shows the essay shows its title, its dates, its tags.
    if (!fresh.essay || fresh.facets?.card !== card) return undefined
    memory.essays.set(shown.source, fresh)
    const essay = fresh.essay.date ? fresh.essay : withDate(fresh.essay, shown.date)
    return { fresh, file: drawAlone(showing(route, essay), draw).file }
  })
  if (!saved?.file) return undefined
  const { fresh, file } = saved
  const path = outputPathOf(route.path)
  const found = [...fresh.diagnostics, ...inputs.diagnostics([shown])]
  return {
    ...before,
    files: new Map<OutputPath, OutputFile>(before.files).set(path, file),
    diagnostics: [...before.diagnostics.filter((finding) => !told.has(finding)), ...found],
    failed: before.failed.filter((failed) => failed !== shown.source),
    sources: (name) => (name === source.path ? source.text : before.sources(name)),
  }
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

/** At once, or what a watcher does with a folder of a thousand files comes in between. What was read half written is saved again. */
function readSaved(files: SourceFiles, path: Essay['source']): ContentSource | undefined {
  try {
    const bytes = files.readNow(path)
    const { text, diagnostics } = decodeText(path, bytes)
    if (text === undefined || diagnostics.length > 0) return undefined
    return { path, text, digest: digest(bytes) }
  } catch {
    return undefined
  }
}

function sourceOf(route: Route): string | undefined {
  return route.kind === 'post' || route.kind === 'page' ? essayOf(route).source : undefined
}

function essayOf(route: EssayRoute): Essay {
  return route.kind === 'post' ? route.post.essay : route.page.essay
}

function showing(route: EssayRoute, essay: Essay): EssayRoute {
  return route.kind === 'post'
    ? { ...route, post: { ...route.post, essay } }
    : { ...route, page: { ...route.page, essay } }
}
