import { type EssayTerms, eachTerm } from './essay-terms.ts'
import type { TermEntry } from './wire.ts'

/** Numbers in an index that is one file: some 120 KB on the way. */
export const mostNumbersInOne = 60_000
/** Numbers in one piece of a divided index: some 40 KB on the way. */
export const numbersOfPiece = 20_000

/** A piece of the index, before it has an address. */
export interface Piece {
  /** It holds every term from here up to the next piece's, in code unit order. */
  readonly from: string
  readonly index: readonly TermEntry[]
}

/** Where a term stands in one field: the numbers that are written, and the last essay among them. */
interface Postings {
  readonly numbers: number[]
  last: number
}

/**
 * Turns the terms of essays into an index, in code unit order of the terms. A large one is cut into pieces, each
 * fetched when a term that may be in it is asked for.
 *
 * @param most numbers that may be in one piece before there are several
 * @param mostOfPiece numbers that may be in each of several, but for a term that has more by itself
 */
export function indexPieces(
  essays: readonly EssayTerms[],
  most = mostNumbersInOne,
  mostOfPiece = numbersOfPiece,
): readonly Piece[] {
  const terms = new Map<string, Fields>()
  for (const [number, essay] of essays.entries())
    for (const [field, text] of essay.entries())
      eachTerm(text, (term, count) => {
        let fields = terms.get(term)
        if (!fields) {
          fields = []
          terms.set(term, fields)
        }
        addTo(fields, field, number, count)
      })
  const sorted = [...terms]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(
      ([term, fields]): TermEntry => [
        term,
        ...fields.flatMap((each) => (each ? [each.numbers] : [])),
      ],
    )
  const size = sorted.reduce((sum, entry) => sum + numbersOf(entry), 0)
  return size > most ? cut(sorted, mostOfPiece) : [{ from: '', index: sorted }]
}

/** Where a term stands, by number of the field. */
type Fields = (Postings | undefined)[]

function addTo(fields: Fields, field: number, essay: number, count: number): void {
  let postings = fields[field]
  if (!postings) {
    postings = { numbers: [field], last: 0 }
    fields[field] = postings
  }
  postings.numbers.push(essay - postings.last)
  if (count > 1) postings.numbers.push(-count)
  postings.last = essay
}

/** Starts a new piece where one is full. */
function cut(terms: readonly TermEntry[], mostOfPiece: number): readonly Piece[] {
  const pieces: { from: string; index: TermEntry[] }[] = [{ from: '', index: [] }]
  let size = 0
  let last = ''
  for (const entry of terms) {
    const numbers = numbersOf(entry)
    if (size > 0 && size + numbers > mostOfPiece) {
      pieces.push({ from: shortestAfter(last, entry[0]), index: [] })
      size = 0
    }
    pieces.at(-1)?.index.push(entry)
    size += numbers
    last = entry[0]
  }
  return pieces
}

/** How many numbers an entry is written with. */
export function numbersOf([, ...fields]: TermEntry): number {
  return fields.reduce((sum, numbers) => sum + numbers.length, 0)
}

/** The shortest beginning of a term that comes after another one. */
export function shortestAfter(last: string, term: string): string {
  let start = ''
  for (const letter of term) {
    start += letter
    if (start > last) break
  }
  return start
}
