import type { FileDigest } from './ports.ts'

/** What a copy of a site has at a path. */
export type Found =
  | { readonly kind: 'file'; readonly digest: FileDigest }
  | { readonly kind: 'absent' }
  /** Nobody gets to see the file, and that is as it should be: the host reads it itself, or leads on. */
  | { readonly kind: 'unseen'; readonly why: string }
  /** Something that is not the file: a link, a folder, an answer that is none. */
  | { readonly kind: 'other'; readonly why: string }

/** A site that is somewhere: in a folder, or served. */
export interface SiteCopy {
  /** The folder or the address, as messages name it. */
  readonly name: string
  /** A whole file; undefined where there is none, or where it is longer than `limit` bytes. @throws CopyError */
  readonly read: (path: string, limit: number) => Promise<Uint8Array | undefined>
  /**
   * The digest of a file.
   *
   * @param bytes how long the file is to be, where that is known; of a longer one no more may be read
   * @param leadsTo where a host leads who asks for the page of an alias
   * @throws CopyError
   */
  readonly look: (
    path: string,
    known: { readonly bytes?: number | undefined; readonly leadsTo?: string | undefined },
  ) => Promise<Found>
  /** Every file and link, sorted; absent where the copy cannot be listed. */
  readonly list?: () => Promise<readonly string[]>
  /** How many files may be looked at at once. */
  readonly atOnce: number
}

/** A copy that cannot be read at all. The message says why in a sentence, the hint what to type instead. */
export class CopyError extends Error {
  override readonly name = 'CopyError'
  readonly hint: string | undefined

  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}
