import type { EssayCache } from './compile-essays.ts'

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
  /** Essays of the build before, where the process keeps them. */
  readonly cache?: EssayCache | undefined
  /** Checks everything that can be checked, drafts too. */
  readonly check?: boolean | undefined
}
