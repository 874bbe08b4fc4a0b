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

  readonly skipToContent: string
  /** Accessible name of the main navigation. */
  readonly mainNavigation: string
  readonly home: string
  readonly archive: string
  readonly tags: string
  readonly tagged: (tag: string) => string
  readonly series: (id: string) => string
  readonly partOf: (part: number, count: number) => string
  readonly contents: string
  readonly allPosts: string
  readonly posts: (count: number) => string
  /** Stands where a list has nothing in it. */
  readonly noPosts: string

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

  readonly feed: string
  readonly notFound: string
  readonly notFoundText: string
  readonly movedTo: string
}
