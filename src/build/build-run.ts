import type { Network, OutputFiles } from '../io/ports.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { HeldCounts } from '../site/published.ts'
import type { SiteOptions } from './options.ts'
import type { World } from './world.ts'

/** What was asked of one run. */
export interface BuildOptions extends SiteOptions {
  /** `check` says everything that `build` would say, and writes nothing. */
  readonly mode: 'build' | 'check'
  /** Trusts nothing that an earlier build has kept. */
  readonly distrust?: boolean | undefined
  /** Asks other sites whether the pages that essays link to are still there. */
  readonly external?: boolean | undefined
}

/** The world of a run that writes. */
export interface BuildWorld extends World {
  readonly output: OutputFiles
  /** Present where other sites may be asked. */
  readonly network?: Network | undefined
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
  /** What was kept out of the site; absent where it was not finished. */
  readonly held?: HeldCounts | undefined
  readonly written: number
  readonly kept: number
  readonly removed: number
  readonly durationMs: number
  readonly diagnostics: readonly Diagnostic[]
  /** The text of a source as it lies on disk, for code frames. */
  readonly sources: (path: string) => string | undefined
}
