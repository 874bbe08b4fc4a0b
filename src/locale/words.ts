/**
 * The words that the interface adds to an author's own, in one language. They are written out here and
 * never asked of the machine, so that a page has the same bytes wherever it is built.
 */
export interface Strings {
  /** BCP 47 tag of the language these words are in. */
  readonly lang: string
  /** Which way that language is written. */
  readonly direction: 'ltr' | 'rtl'

  /** Heading of the notes. */
  readonly notes: string
  /** Accessible name of a call: "Footnote 3". */
  readonly footnote: (number: number) => string
  /** Accessible name of the way back; `ordinal` of `count` calls, both from 1. */
  readonly backToText: (number: number, ordinal: number, count: number) => string
  readonly keyFacts: string
  /** Heading of a notice that has none of its own. */
  readonly notice: string
  /** Heading of a warning that has none of its own; stands before the title of one that has. */
  readonly warning: string

  readonly skipToContent: string
  /** Accessible name of the main navigation. */
  readonly mainNavigation: string
  readonly home: string
  readonly archive: string
  readonly tags: string
  readonly tagged: (tag: string) => string
  readonly series: (id: string) => string
  /** Heading of a list of series. */
  readonly allSeries: string
  readonly partOf: (part: number, count: number) => string
  readonly contents: string
  readonly allPosts: string
  readonly posts: (count: number) => string
  /** Stands where a list has nothing in it. */
  readonly noPosts: string

  readonly search: string
  /** How many results a search has, at least one. */
  readonly results: (count: number) => string
  /** Instead, where there are more than are shown. */
  readonly manyResults: (shown: number) => string
  readonly noResults: string
  readonly searchFailed: string
  /** A sentence that ends in a link to the archive. */
  readonly searchNeedsScript: string
  readonly relatedPosts: string
  readonly citeThis: string
  /** A citation that is no BibTeX and no CSL-JSON. */
  readonly plainText: string
  readonly authors: string
  readonly postsBy: (name: string) => string
  readonly otherLanguages: string
  /** What the language calls itself. */
  readonly languageName: string

  readonly published: string
  readonly updated: string
  readonly by: (names: string) => string
  /** Joins names: "A, B and C". */
  readonly names: (names: readonly string[]) => string
  readonly guestPost: string
  /** Reading time in minutes; `withNotes` is the larger where the notes add at least a minute. */
  readonly minutes: (body: number, withNotes: number) => string
  /** A calendar day `YYYY-MM-DD` in words: "17 October 2017". */
  readonly day: (day: string) => string

  /** Heading of the links to the posts before and after. */
  readonly morePosts: string
  readonly newer: string
  readonly older: string
  readonly page: (number: number, count: number) => string

  readonly draft: string
  readonly scheduled: string
  readonly expired: string
  readonly superseded: string
  readonly retracted: string
  /** Leads to the post that takes the place of a superseded one. */
  readonly readInstead: string
  readonly corrections: string
  readonly license: string
  readonly discussion: string
  readonly severity: string
  readonly affected: string
  readonly fixed: string

  /** Title of the page that lists the feeds, and of the links to it. */
  readonly feeds: string
  /** What feeds are for, in a sentence. */
  readonly feedsText: string
  /** What each format is, in a sentence. */
  readonly feedRss: string
  readonly feedAtom: string
  readonly feedJson: string
  readonly notFound: string
  readonly notFoundText: string
  readonly movedTo: string
}
