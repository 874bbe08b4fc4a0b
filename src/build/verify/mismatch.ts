/** Something of a site that is not as its lists say. */
export interface Mismatch {
  readonly kind: 'changed' | 'missing' | 'added'
  readonly path: string
  /** In words. */
  readonly why: string
}
