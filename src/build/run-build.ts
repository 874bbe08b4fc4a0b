import type { Diagnostic } from '../model/diagnostic.ts'
import type { Site } from '../model/site.ts'
import type { BuildOptions, BuildResult, BuildWorld } from './build-run.ts'
import { siteNow } from './cache/unchanged.ts'
import { type Emitted, emit, inspectOutput, recoverOutput } from './emit.ts'
import { listedOnce } from './listed-once.ts'

export type { BuildOptions, BuildResult, BuildWorld }

/** Renders the site and writes it; nothing is written unless all of it can be. */
export async function runBuild(
  options: BuildOptions,
  { source, ...others }: BuildWorld,
): Promise<BuildResult> {
  const world = { ...others, source: listedOnce(source) }
  const start = world.elapsed()
  const writes = options.mode === 'build'
  const refused = writes ? await inspectOutput(world.output) : []
  const known = writes && refused.length === 0 && !options.distrust
  const quick = known ? await quickBuild(options, world) : undefined
  if (quick) return { ...quick, durationMs: Math.round(world.elapsed() - start) }
  const barred =
    writes && refused.length === 0 ? await recoverOutput(world.output, options.signal) : refused
  // What renders is loaded only where something has to be rendered.
  const [{ renderSite }, { openKeptBuild }] = await Promise.all([
    import('./pipeline.ts'),
    import('./cache/remember-build.ts'),
  ])
  const kept = openKeptBuild(options, world)
  const rendered = await renderSite({ ...options, memory: kept?.memory, check: !writes }, world)
  const diagnostics = [
    ...barred,
    ...rendered.diagnostics,
    ...(await externalFindings(options, world, rendered.site)),
  ]
  const publishable = rendered.finished && barred.length === 0 && !options.signal?.aborted
  const emitted: Emitted = !publishable
    ? { done: false, diagnostics: [] }
    : writes
      ? await emit(rendered.files, world.output, world.source, options)
      : { done: true, written: 0, kept: 0, removed: 0, bytes: 0, digests: new Map() }
  const sources =
    (emitted.done && writes ? await kept?.remember(rendered, emitted.digests) : undefined) ??
    rendered.sources
  const counts = emitted.done ? emitted : { written: 0, kept: 0, removed: 0 }
  return {
    ok: emitted.done && rendered.failed.length === 0,
    finished: emitted.done,
    configurationError: !rendered.configured,
    posts: rendered.site?.posts.length ?? 0,
    pages: rendered.site?.pages.length ?? 0,
    held: rendered.basis?.held,
    written: counts.written,
    kept: counts.kept,
    removed: counts.removed,
    durationMs: Math.round(world.elapsed() - start),
    diagnostics: emitted.done ? diagnostics : [...diagnostics, ...emitted.diagnostics],
    sources,
  }
}

/** What comes of a site of which nothing has changed, or next to nothing; undefined where it is to be made as a whole. */
async function quickBuild(
  options: BuildOptions,
  world: BuildWorld,
): Promise<Omit<BuildResult, 'durationMs'> | undefined> {
  const now = await siteNow(options, world)
  if (!now) return undefined
  if ('same' in now) return now.same
  const { amendSite } = await import('./amend/amend.ts')
  return amendSite(now.edited, options, world)
}

/** What other sites say of the links to them, where they are to be asked. */
async function externalFindings(
  { external, distrust, signal }: BuildOptions,
  { network, cache, clock }: BuildWorld,
  site: Site | undefined,
): Promise<readonly Diagnostic[]> {
  if (!external || !network || !site) return []
  const { checkExternal } = await import('./external/check-external.ts')
  return checkExternal(site, {
    network,
    cache: distrust ? undefined : cache,
    now: clock.now(),
    signal,
  })
}
