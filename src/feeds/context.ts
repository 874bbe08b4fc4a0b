import type { Element, ElementContent, Root } from 'hast'
import type { Essay } from '../model/essay.ts'
import type { OutputPath } from '../model/paths.ts'
import type { OutputBody, Post } from '../model/site.ts'
import type { PrintedXml } from './xml.ts'

/** An essay as its page shows it: sanitised, links resolved, notes with their ids. Never changed by feeds. */
export interface PageTrees {
  readonly body: Root
  /** `<section class="notes">…`; absent where the essay has no notes. */
  readonly notes: Element | undefined
  /** The title with its calls of notes; absent where it is plain text. */
  readonly title?: readonly ElementContent[] | undefined
}

/** The picture of a post, for readers that show one beside its title. */
export interface FeedImage {
  /** Absolute address. */
  readonly url: string
  /** Media type: `image/png`. */
  readonly type: string
  readonly bytes: number
}

/** Sizes of a post's item in bytes. */
export interface ItemSizes {
  /** Of its RSS with the whole post. */
  readonly whole: number
  /** Of its RSS as feeds carry it. */
  readonly rss: number
  /** The largest of its forms; absent where only RSS was made. */
  readonly largest?: number | undefined
}

/** What is known of feeds from an earlier build. What it says of a post holds while the inputs are the same. */
export interface KnownFeeds {
  /** Stands for all that a post's item is made from; undefined where that cannot be told. */
  readonly inputs: (post: Post) => string | undefined
  readonly sizes: (post: Post, inputs: string) => ItemSizes | undefined
  readonly keepSizes: (post: Post, inputs: string, sizes: ItemSizes) => void
  /**
   * Keeps a printed item until it is asked for: there are as many as posts.
   *
   * @param again prints it once more
   * @returns gives it back
   */
  readonly hold: (text: PrintedXml, again: () => PrintedXml) => () => PrintedXml
  /** The body of a file; made at once only where it is not known. @param inputs stand for all that it is made from */
  readonly body: (path: OutputPath, inputs: string, make: () => string) => OutputBody
}

/** What feeds are made from beyond the site itself. */
export interface FeedContext {
  readonly trees: (essay: Essay) => PageTrees
  /** SHA-256 of a text in UTF-8, as 64 lower case hexadecimal digits. */
  readonly digest: (text: string) => string
  /** The picture that the front matter names; absent where there is none or it cannot be read. */
  readonly image?: ((post: Post) => FeedImage | undefined) | undefined
  readonly known?: KnownFeeds | undefined
}
