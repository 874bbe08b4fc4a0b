import type { Author, NoteMarks, StarMode } from './front-matter.ts'

/** A short form and what it stands for: `TLS`, `Transport Layer Security`. */
export interface Abbreviation {
  readonly short: string
  readonly long: string
}

/** Kinds of identifiers that are linked where they stand in a text: `CVE-2024-3094`, `CWE-79`, `RFC 9116`. */
export type ReferenceKind = 'cve' | 'cwe' | 'rfc'

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
  readonly feeds: {
    /** Posts in one feed. */
    readonly items: number
    /** Absolute address of a WebSub hub, which tells subscribers of news at once. */
    readonly hub?: string | undefined
  }
  readonly code: { readonly highlight: boolean }
  readonly notes: { readonly stars: StarMode; readonly marks: NoteMarks }
  readonly keyFacts: {
    /** Whether a paragraph "Key facts:" followed by a list is read as key facts. */
    readonly automatic: boolean
  }
  /** Explained wherever they stand in a text. */
  readonly abbreviations: readonly Abbreviation[]
  /** Which identifiers are linked wherever they stand in a text. */
  readonly references: Readonly<Record<ReferenceKind, boolean>>
  /** Whether `$…$` is a formula, where a post does not say. */
  readonly math: boolean
  /** What becomes of raw HTML in posts: parsed and sanitised, or dropped. */
  readonly html: 'safe' | 'drop'
  /** Links of the main navigation, in order; pages and addresses. */
  readonly nav: readonly { readonly title: string; readonly href: string }[]
  /** Whether a picture is made of each post's title, to be shown where its address is shared. */
  readonly cards: boolean
  readonly images: {
    /** Hosts from which a post may show pictures; none by default. */
    readonly remote: readonly string[]
  }
  readonly security: {
    readonly contact: readonly string[]
    /** RFC 3339 date for the `Expires` of security.txt. */
    readonly expires?: string | undefined
    /** Absolute `https:` addresses: how faults are dealt with, a key to write with, who is thanked. */
    readonly policy?: string | undefined
    readonly encryption?: string | undefined
    readonly acknowledgments?: string | undefined
    /** BCP 47 tags of the languages that a report may be written in. */
    readonly languages: readonly string[]
  }
}

/**
 * What an essay is understood and rendered by. The other settings may be changed without looking at any
 * text again, so that nothing that reads a text may depend on them.
 */
export type EssaySettings = Omit<
  Settings,
  | 'title'
  | 'url'
  | 'description'
  | 'authors'
  | 'theme'
  | 'permalink'
  | 'pageSize'
  | 'license'
  | 'feeds'
  | 'nav'
  | 'cards'
  | 'images'
  | 'security'
>
