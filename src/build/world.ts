import type { CardPainter } from '../io/card-ports.ts'
import type { CacheFiles, Clock, PictureEncoder, SourceFiles, Spool } from '../io/ports.ts'
import type { QuickReader } from '../model/quick-reader.ts'
import type { ThemeLoad } from './load-theme.ts'
import type { WorkerPlace } from './workers/post-workers.ts'

/** All that a build sees of the world. Tests pass one that is held in memory. */
export interface World {
  readonly source: SourceFiles
  readonly clock: Clock
  /** Finds a theme by name: the site's own, else a built-in one. */
  readonly loadTheme: (name: string) => Promise<ThemeLoad>
  /** Makes pictures of other sizes and formats; without it, or where it gives nothing, they are published as they are. */
  readonly encoder?: (() => Promise<PictureEncoder | undefined>) | undefined
  /** Paints cards; without it, or where it gives nothing, there are none. */
  readonly painter?: (() => Promise<CardPainter | undefined>) | undefined
  /** The text of the search page's script. */
  readonly searchScript: () => Promise<string>
  /** Stands for the engine and all that it runs on; what another one has kept is not used. */
  readonly engine?: string | undefined
  /** Where a build keeps what makes the next one quick. */
  readonly cache?: CacheFiles | undefined
  /** Where many pages wait until all are drawn; without it they are drawn once more when they are asked for. */
  readonly spool?: Spool | undefined
  /** A quicker parser than the one of record, for texts that both are known to read alike; it may give nothing. */
  readonly quickReader?: (() => Promise<QuickReader | undefined>) | undefined
  /** Where other threads could help to read posts. */
  readonly workers?: WorkerPlace | undefined
  /** Changes with a file outside the site's folder, such as a theme's; undefined where there is none. */
  readonly stampOf?: ((path: string) => string | undefined) | undefined
}
