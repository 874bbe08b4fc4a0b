import type { Element, ElementContent, Root } from 'hast'
import type { Essay } from '../model/essay.ts'
import type { Post } from '../model/site.ts'

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

/** What feeds are made from beyond the site itself. */
export interface FeedContext {
  readonly trees: (essay: Essay) => PageTrees
  /** SHA-256 of a text in UTF-8, as 64 lower case hexadecimal digits. */
  readonly digest: (text: string) => string
  /**
   * Where the HTML of a post's item may be kept from one build to the next. What is kept must go when
   * the post, its address, or where its links lead has changed; `make` always tells it anew.
   */
  readonly remembered?: ((post: Post, make: () => string) => string) | undefined
  /** The picture that the front matter names; absent where there is none or it cannot be read. */
  readonly image?: ((post: Post) => FeedImage | undefined) | undefined
}
