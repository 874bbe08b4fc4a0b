import type { Author, NoteMarks, StarMode } from './front-matter.ts'

/** The settings of a site, `content/site.yaml`, checked and with every default filled in. */
export interface Settings {
  readonly title: string
  /** Absolute address of the home page, ending in `/`. */
  readonly url: string
  readonly description: string
  /** BCP 47 tag of the site's language. */
  readonly lang: string
  readonly authors: readonly Author[]
  readonly theme: string
  /** Pattern of a post's address: `/posts/:slug/`, with `:year :month :day :slug`. */
  readonly permalink: string
  /** Posts on one page of a list. */
  readonly pageSize: number
  readonly license?: string | undefined
  readonly feeds: { readonly items: number }
  readonly code: { readonly highlight: boolean }
  readonly notes: { readonly stars: StarMode; readonly marks: NoteMarks }
  readonly keyFacts: {
    /** Whether a paragraph "Key facts:" followed by a list is read as key facts. */
    readonly automatic: boolean
  }
  /** What becomes of raw HTML in posts: parsed and sanitised, or dropped. */
  readonly html: 'safe' | 'drop'
  /** Links of the main navigation, in order; pages and addresses. */
  readonly nav: readonly { readonly title: string; readonly href: string }[]
  readonly images: {
    /** Hosts from which a post may show pictures; none by default. */
    readonly remote: readonly string[]
  }
  readonly security: {
    readonly contact: readonly string[]
    /** RFC 3339 date for the `Expires` of security.txt. */
    readonly expires?: string | undefined
  }
}
