import type { Clock, SourceFiles } from '../io/ports.ts'
import type { ThemeLoad } from './load-theme.ts'

/** All that a build sees of the world. Tests pass one that is held in memory. */
export interface World {
  readonly source: SourceFiles
  readonly clock: Clock
  /** Finds a theme by name: the site's own, else a built-in one. */
  readonly loadTheme: (name: string) => Promise<ThemeLoad>
}
