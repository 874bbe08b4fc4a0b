import type { OutputFiles } from '../io/ports.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { type Emitted, emit, inspectOutput, recoverOutput } from './emit.ts'
import type { SiteOptions } from './options.ts'
import { renderSite } from './pipeline.ts'
import type { World } from './world.ts'

/** What was asked of one run. */
export interface BuildOptions extends SiteOptions {
  /** `check` says everything that `build` would say, and writes nothing. */
  readonly mode: 'build' | 'check'
  /** Trusts nothing that an earlier build has kept. */
  readonly distrust?: boolean | undefined
  readonly signal?: AbortSignal | undefined
}

/** The world of a run that writes. */
export interface BuildWorld extends World {
  readonly output: OutputFiles
  /** Milliseconds of a clock that only goes on, to tell how long the run took. */
  readonly elapsed: () => number
}

/** What became of a run. */
export interface BuildResult {
  /** False where something that was asked for is not in the site: nothing was written, or posts were left out. */
  readonly ok: boolean
  /** False where nothing was published. */
  readonly finished: boolean
  /** True where `content/site.yaml` or an option is at fault. */
  readonly configurationError: boolean
  readonly posts: number
  readonly pages: number
  readonly written: number
  readonly kept: number
  readonly removed: number
  readonly durationMs: number
  readonly diagnostics: readonly Diagnostic[]
  /** The text of a source as it lies on disk, for code frames. */
  readonly sources: (path: string) => string | undefined
}

/** Renders the site and writes it; nothing is written unless all of it can be. */
export async function runBuild(options: BuildOptions, world: BuildWorld): Promise<BuildResult> {
  const start = world.elapsed()
  const writes = options.mode === 'build'
  const barred = writes ? await outputFindings(options, world) : []
  const rendered = await renderSite({ ...options, check: !writes }, world)
  const diagnostics = [...barred, ...rendered.diagnostics]
  const publishable = rendered.finished && barred.length === 0 && !options.signal?.aborted
  const emitted: Emitted = !publishable
    ? { done: false, diagnostics: [] }
    : writes
      ? await emit(rendered.files, world.output, world.source, options)
      : { done: true, written: 0, kept: 0, removed: 0, bytes: 0 }
  const counts = emitted.done ? emitted : { written: 0, kept: 0, removed: 0 }
  return {
    ok: emitted.done && rendered.failed.length === 0,
    finished: emitted.done,
    configurationError: !rendered.configured,
    posts: rendered.site?.posts.length ?? 0,
    pages: rendered.site?.pages.length ?? 0,
    written: counts.written,
    kept: counts.kept,
    removed: counts.removed,
    durationMs: Math.round(world.elapsed() - start),
    diagnostics: emitted.done ? diagnostics : [...diagnostics, ...emitted.diagnostics],
    sources: rendered.sources,
  }
}

/** Why the output folder cannot be written to. Ends first what a build that was stopped has left half done there. */
async function outputFindings(
  options: BuildOptions,
  { output }: BuildWorld,
): Promise<readonly Diagnostic[]> {
  const refused = await inspectOutput(output)
  return refused.length > 0 ? refused : recoverOutput(output, options.signal)
}
