/** The parts of a text that are searched, by number as indexes write them; a word in a title counts for more. */
export const fields = ['title', 'tags', 'headings', 'text', 'notes'] as const

/** What a result shows of an essay. */
export interface FoundEssay {
  readonly title: string
  /** Address as a page writes it. */
  readonly href: string
  readonly summary: string
  /** For `datetime=`, and in words. */
  readonly date?: readonly [text: string, words: string] | undefined
  /** BCP 47 tag, where it is not the site's own. */
  readonly lang?: string | undefined
}

/**
 * Where a term stands. Each list begins with the number of a field; then come the essays, each as its
 * distance from the one before (from 0), and behind an essay, where the term stands there more than once,
 * how often as a negative number: `["lock", [3, 5, 2, -4]]` is once in the text of essay 5, four times in
 * that of essay 7.
 */
export type TermEntry = readonly [term: string, ...fields: readonly (readonly number[])[]]

/** One piece of the index: it holds the terms from `from` up to the next piece's, in code unit order. */
export type IndexPiece =
  | { readonly from: string; readonly index: readonly TermEntry[] }
  /** In a file of its own, by its address as a page writes it. */
  | { readonly from: string; readonly href: string }

/** The words of the interface that the script shows. */
export interface SearchWords {
  /** How many results there are, by their number, from 0 to as many as are shown. */
  readonly results: readonly string[]
  /** Instead, where there are more than are shown. */
  readonly manyResults: string
}

/** What results show, in files of so many essays each, in their order; addresses as a page writes them. */
export interface EssayFiles {
  readonly each: number
  readonly hrefs: readonly string[]
}

/** What the script fetches first. */
export interface SearchIndex {
  readonly words: SearchWords
  /** An essay's number is its place in this list. */
  readonly essays: readonly FoundEssay[] | EssayFiles
  /** How many different terms each field of each essay holds, and the same on average: long texts weigh less. */
  readonly lengths: readonly (readonly number[])[]
  readonly averages: readonly number[]
  /** In order; never empty. */
  readonly pieces: readonly IndexPiece[]
}
