import type { ContentDate } from '../../model/content-date.ts'
import type { TextPlace } from './content-tree.ts'

/** A text of the site, as far as others need to know it. */
export interface HugoText {
  readonly kind: 'post' | 'page'
  /** Relative to the site of Hugo’s. */
  readonly file: string
  /** Relative to the new site. */
  readonly path: string
  readonly place: TextPlace
  /** Site-absolute path, not percent-encoded. */
  readonly address: string
  readonly date: ContentDate | undefined
  readonly title: string | undefined
  readonly draft: boolean
  readonly language: string | undefined
  /** The new path of what it is a translation of. */
  readonly translationOf: string | undefined
}
