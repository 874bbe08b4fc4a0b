import type { BuildMemory } from './cache/build-memory.ts'

/** What the author asked of one build. */
export interface SiteOptions {
  readonly drafts: boolean
  /** Lets scheduled and expired posts through. */
  readonly future: boolean
  /** Leaves out posts that cannot be rendered and publishes the rest. */
  readonly keepGoing: boolean
  /** Takes the place of the site's `url`. */
  readonly base?: string | undefined
  /** Takes the place of the site's theme. */
  readonly theme?: string | undefined
  /** What earlier builds have left; brought up to date. */
  readonly memory?: BuildMemory | undefined
  /** How many threads may read posts; one for each processor where absent. */
  readonly jobs?: number | undefined
  /** Whether what can be made later is to be made only when it is asked for; for who shows pages one by one. */
  readonly later?: boolean | undefined
  /** Milliseconds that a text may take to be read or rendered, and a page a few times over; eight seconds where absent. */
  readonly patience?: number | undefined
  readonly signal?: AbortSignal | undefined
  /** Resolves once nothing more urgent is at work; undefined where nothing is. */
  readonly giveWay?: (() => Promise<void> | undefined) | undefined
  /** Longest time without an answer to others, in milliseconds; 50 where absent. */
  readonly silence?: number | undefined
  /** Checks everything that can be checked, drafts too. */
  readonly check?: boolean | undefined
}
