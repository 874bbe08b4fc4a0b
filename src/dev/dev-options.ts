import type { SiteOptions } from '../build/options.ts'
import type { RenderedSite } from '../build/pipeline.ts'
import type { World } from '../build/world.ts'

/** What `ibid dev` serves, and where. */
export interface DevOptions {
  readonly root: string
  /** The engine's own folder, where its `package.json` lies. */
  readonly packageFolder: string
  /** The port asked for; without it the first free one from 4000 on. */
  readonly port?: number | undefined
  readonly base?: string | undefined
  readonly theme?: string | undefined
  /** Whether drafts are shown; true by default. */
  readonly drafts?: boolean | undefined
  /** Whether scheduled and expired posts are shown; true by default. */
  readonly future?: boolean | undefined
  /** Names the folder that builds write; where it is given, what they have kept of the site is used. */
  readonly outputKey?: string | undefined
  /** The world as it is at the next rebuild. */
  readonly world: () => World
  /** Takes a line for the terminal. */
  readonly log: (line: string) => void
  /** Takes the place of the pipeline, in tests. */
  readonly render?: ((options: SiteOptions, world: World) => Promise<RenderedSite>) | undefined
}
