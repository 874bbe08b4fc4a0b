/** A box of a card, with words or with boxes in it. */
export interface CardBox {
  readonly type: 'div'
  readonly props: {
    /** Names and values of CSS, as far as flexible boxes and text need them. */
    readonly style: Readonly<Record<string, string | number>>
    readonly children: string | readonly CardBox[]
  }
}

/** A font with the name that boxes use it by. */
export interface CardFont {
  readonly name: string
  /** WOFF2, WOFF, TrueType or OpenType. */
  readonly bytes: Uint8Array
}

/** A card as a picture, or why there is none. */
export type PaintedCard =
  | { readonly png: Uint8Array }
  /** The letters that no font has, each once, sorted. */
  | { readonly missing: string }
  /** Ends a sentence; a font that cannot be read, for one. */
  | { readonly problem: string }

/** Pixels. */
export interface CardSize {
  readonly width: number
  readonly height: number
}

/** Makes pictures of cards. A letter that the first font lacks is taken from the others, in their order. */
export type CardPainter = (
  fonts: readonly CardFont[],
) => (card: CardBox, size: CardSize) => Promise<PaintedCard>
