import { type EssayTerms, readTerms } from './essay-terms.ts'
import type { TermEntry } from './wire.ts'

/** Numbers in one piece of a divided index: about 200 KB of JSON, 70 KB of it on the way. */
const numbersOfPiece = 60_000

/** A piece of the index, before it has an address. */
export interface Piece {
  /** The first letters of its terms: it holds every term from here up to the next piece's. */
  readonly from: string
  readonly index: readonly TermEntry[]
}

/** Where a term stands in one field: the numbers that are written, and the last essay among them. */
interface Postings {
  readonly numbers: number[]
  last: number
}

/**
 * Turns the terms of essays into an index, in code unit order of the terms.
 *
 * @param divided whether the index is cut into pieces, each fetched when a term with its first letters is asked for
 */
export function indexPieces(essays: readonly EssayTerms[], divided: boolean): readonly Piece[] {
  const terms = new Map<string, Postings[]>()
  for (const [number, essay] of essays.entries())
    for (const [field, text] of essay.entries())
      for (const [term, count] of readTerms(text)) addTo(terms, term, field, number, count)
  const sorted = [...terms]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([term, fields]): TermEntry => [term, ...fields.map(({ numbers }) => numbers)])
  return divided ? cut(sorted) : [{ from: '', index: sorted }]
}

function addTo(
  terms: Map<string, Postings[]>,
  term: string,
  field: number,
  essay: number,
  count: number,
): void {
  let fields = terms.get(term)
  if (!fields) {
    fields = []
    terms.set(term, fields)
  }
  let postings = fields.find(({ numbers }) => numbers[0] === field)
  if (!postings) {
    postings = { numbers: [field], last: 0 }
    fields.push(postings)
  }
  postings.numbers.push(essay - postings.last)
  if (count > 1) postings.numbers.push(-count)
  postings.last = essay
}

/** Starts a new piece where one is full, but only where the first two characters change. */
function cut(terms: readonly TermEntry[]): readonly Piece[] {
  const pieces: { from: string; index: TermEntry[] }[] = [{ from: '', index: [] }]
  let size = 0
  let last: string | undefined
  for (const entry of terms) {
    const start = firstLetters(entry[0])
    if (size >= numbersOfPiece && start !== last) {
      pieces.push({ from: start, index: [] })
      size = 0
    }
    pieces.at(-1)?.index.push(entry)
    const [, ...fields] = entry
    for (const numbers of fields) size += numbers.length
    last = start
  }
  return pieces
}

function firstLetters(term: string): string {
  return [...term.slice(0, 4)].slice(0, 2).join('')
}
