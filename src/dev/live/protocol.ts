/** Where everything of the dev server's own lies; outside every base path. */
export const ownPath = '/__ibid/'
/** The client's module. */
export const clientPath = `${ownPath}client.js`
/** Style sheet of the dev server's own pages. */
export const stylePath = `${ownPath}page.css`
/** Where the WebSocket is opened. */
export const livePath = `${ownPath}live`
/** Name of the message that tells browsers of a rebuild. */
export const updateEvent = 'ibid:update'

/** One finding, ready to be shown: all of it is plain text. */
export interface Problem {
  readonly severity: 'error' | 'warning' | 'info'
  /** `FN301 star-missing-note` */
  readonly name: string
  /** `content/posts/krack.md:12:3`; empty where the finding is about no file. */
  readonly place: string
  readonly message: string
  readonly hint: string
  /** The lines of the file with the place marked; empty where there are none. */
  readonly frame: string
}

/** What browsers are told after each rebuild, and when they start to listen. */
export interface Update {
  /** Counts rebuilds, from 1. */
  readonly version: number
  /** Decoded paths of the addresses whose content is not what it was before, with the base path. */
  readonly changed: readonly string[]
  readonly errors: number
  readonly warnings: number
  /** Errors only, the first of many. */
  readonly problems: readonly Problem[]
}
