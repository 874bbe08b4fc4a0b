import type { ItemSizes } from '../../feeds/context.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Essay } from '../../model/essay.ts'
import type { EssayTerms } from '../../search/essay-terms.ts'
import type { PieceOutline } from '../../search/update-pieces.ts'
import type { Question } from './addresses.ts'
import type { KeptText } from './compact-tree.ts'
import type { EssayHead, Facets } from './essay-head.ts'
import type { Reads } from './reads.ts'

/** What is known of a text file of the site, for as long as its stamp stays. */
export interface KnownText {
  readonly stamp: string
  /** Of its bytes. */
  readonly digest: string
  /** What reading it found. */
  readonly found: readonly Diagnostic[]
}

/**
 * What became of a source, for as long as its bytes and its context stay: an essay, whole or but for its
 * text, or no essay.
 */
export interface KnownEssay {
  /** Of the bytes. */
  readonly digest: string
  /** Stands for whatever else it was understood by. */
  readonly context: string
  readonly diagnostics: readonly Diagnostic[]
  readonly essay?: Essay | undefined
  readonly head?: EssayHead | undefined
  /** Absent where there is no essay. */
  readonly facets?: Facets | undefined
  /** Absent until it has been rendered. */
  readonly rendered?: RenderedText | undefined
  /** Whether it is known to be rendered in good time. */
  readonly isQuick?: boolean | undefined
  /** How a store has it, so that it need not be written down again. */
  readonly stored?: string | undefined
}

/** An essay rendered, for as long as the site gives the same answers to its questions, or open to any. */
export interface RenderedText {
  readonly questions: readonly Question[]
  /** Stands for the answers; undefined where the text is open, see `answeredText`. */
  readonly answers?: string | undefined
  readonly diagnostics: readonly Diagnostic[]
  /** In memory. */
  readonly text?: KeptText | undefined
  /** Out of memory. */
  readonly kept?: KeptPlace | undefined
}

/** Where something is kept. */
export interface KeptPlace {
  readonly start: number
  readonly bytes: number
  readonly digest: string
}

/** A file that was made by a build, for as long as what it was made from stays. */
export interface KnownFile {
  /** Stands for everything that it was made from. */
  readonly inputs: string
  readonly reads: Reads | undefined
  readonly body: string | Uint8Array | { readonly sha256: string; readonly bytes: number }
}

/** Sizes of a post's item in feeds, for as long as what it is made from stays. */
export interface KnownItem extends ItemSizes {
  readonly inputs: string
}

/** The terms of an essay, counted while its text was at hand. */
export interface KnownTerms {
  /** Stands for what they are counted from. */
  readonly inputs: string
  readonly terms: EssayTerms
}

/** A text in memory, or where it is kept out of it. */
export type HeldText = string | KeptPlace

/** The search index of the site as it was made the last time. */
export interface KnownIndex {
  /** By number. */
  readonly essays: readonly IndexedEssay[]
  /** Empty where the index is one file. */
  readonly pieces: readonly IndexedPiece[]
}

/** An essay as the index knows it, for as long as what its terms are counted from stays. */
export interface IndexedEssay {
  readonly source: string
  readonly inputs: string
  /** How many different terms each field holds. */
  readonly lengths: readonly number[]
  /** One line for each field. */
  readonly terms: HeldText
}

/** A piece of the index that is a file of its own. */
export interface IndexedPiece {
  readonly outline: PieceOutline
  /** Of the file. */
  readonly sha256: string
  readonly bytes: number
  readonly text: HeldText
}

/** Which posts belong together, for as long as their titles, tags and summaries stay: by number, in their order. */
export interface KnownRelated {
  readonly inputs: string
  readonly numbers: readonly (readonly number[])[]
}

/** Pixels of a picture, for as long as its stamp stays. */
export interface KnownPicture {
  readonly stamp: string
  readonly size: { readonly width: number; readonly height: number } | undefined
}

/**
 * What a build leaves for the next one. Everything in it is only a short cut: an entry counts where all
 * that it depends on is the same, and a build without any gives the same site and the same findings.
 * What is in it is never changed; entries are replaced.
 */
export interface BuildMemory {
  readonly texts: Map<string, KnownText>
  readonly essays: Map<string, KnownEssay>
  readonly pictures: Map<string, KnownPicture>
  readonly items: Map<string, KnownItem>
  /** Only of essays that were compiled a moment ago: the index takes them over. */
  readonly terms: Map<string, KnownTerms>
  /** The search index: the one entry is called `all`. */
  readonly index: Map<string, KnownIndex>
  readonly files: Map<string, KnownFile>
  /** Which posts belong together: the one entry is called `all`. */
  readonly related: Map<string, KnownRelated>
  /** Keeps texts of essays out of memory; absent where all are held in it. */
  readonly shelf?: Shelf | undefined
}

/** A place beside memory for texts of essays, and for what the search index is made of. */
export interface Shelf {
  /** Undefined where the text cannot be kept. */
  readonly keep: (text: KeptText) => KeptPlace | undefined
  /** The same with bytes: what `encodeText` has made already, or any other text. */
  readonly keepBytes: (text: Uint8Array) => KeptPlace | undefined
  /** Undefined where it is damaged or lost. */
  readonly recall: (place: KeptPlace) => KeptText | undefined
  /** The same as it was kept. */
  readonly recallBytes: (place: KeptPlace) => Uint8Array | undefined
}

/** A memory of nothing. */
export function emptyMemory(): BuildMemory {
  return {
    texts: new Map(),
    essays: new Map(),
    pictures: new Map(),
    items: new Map(),
    terms: new Map(),
    index: new Map(),
    files: new Map(),
    related: new Map(),
  }
}

/** Drops what is known of things that are gone. */
export function forgetOthers(
  known: Map<string, unknown>,
  present: { has: (name: string) => boolean },
): void {
  for (const name of known.keys()) if (!present.has(name)) known.delete(name)
}
