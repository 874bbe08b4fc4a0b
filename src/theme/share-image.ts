/** The picture that stands for a page where its address is shared. */
export interface ShareImage {
  /** Absolute. */
  readonly url: string
  /** What it shows, in words. */
  readonly alt: string
  /** Pixels, where they are known. */
  readonly size?: { readonly width: number; readonly height: number } | undefined
}
