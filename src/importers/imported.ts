import type { Position } from 'unist'

/**
 * Another blog, as it is to stand in a site: what is found comes one by one, in the order of its source, so
 * that an export of any size is never held whole.
 */
export type Imported = AsyncIterable<ImportedItem>

export type ImportedItem = ImportedText | ImportedCopy | ImportProblem | ImportedSettings

/** A post or a page that was turned. */
export interface ImportedText {
  readonly kind: 'post' | 'page'
  /** Where it is to stand, relative to the site's root: `content/posts/name.md`. */
  readonly path: string
  /** Front matter and Markdown. */
  readonly text: string
  /** What it was made from, for people: a path in the other blog, or `export.xml:120`. */
  readonly from: string
}

/** A picture or another file that is taken over byte for byte. */
export interface ImportedCopy {
  readonly kind: 'copy'
  /** Where it is to stand, relative to the site's root. */
  readonly path: string
  /** Where it lies in the other blog, relative to the folder that is imported, with forward slashes. */
  readonly from: string
}

/** Something that could not be turned, or was turned into something else. */
export interface ImportProblem {
  readonly kind: 'problem'
  /** The file in the other blog, relative to the folder that is imported. */
  readonly file: string
  readonly place?: Position | undefined
  /** What was not turned, in a sentence. */
  readonly message: string
  /** What to do about it. */
  readonly hint?: string | undefined
  /** True where the file could not be read, so that something is missing and the import is not whole. */
  readonly unread?: true | undefined
}

/** What the other blog says of itself, in the keys of `content/site.yaml`. */
export interface ImportedSettings {
  readonly kind: 'settings'
  readonly settings: Readonly<Record<string, unknown>>
}
