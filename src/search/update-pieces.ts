import { mostNumbersInOne, numbersOf, numbersOfPiece, type Piece, shortestAfter } from './pieces.ts'
import { changedEntries, type TermChanges } from './term-changes.ts'
import type { TermEntry } from './wire.ts'

/** What can be told of a piece without reading it. */
export interface PieceOutline {
  readonly first: string
  readonly last: string
  /** All numbers in it, and those of its first term. */
  readonly numbers: number
  readonly firstNumbers: number
}

/** A divided index. */
export interface KnownPieces {
  readonly outlines: readonly PieceOutline[]
  /** Reads a piece by its number; undefined where that cannot be done. */
  readonly read: (number: number) => readonly TermEntry[] | undefined
}

/** A piece of an index that has been brought up to date: its terms, or the number that it had where it is as it was. */
export type UpdatedPiece = Piece | { readonly from: string; readonly kept: number }

/** @param index at least one term */
export function outlineOf(index: readonly TermEntry[]): PieceOutline {
  const [first] = index
  return {
    first: first?.[0] ?? '',
    last: index.at(-1)?.[0] ?? '',
    numbers: index.reduce((sum, entry) => sum + numbersOf(entry), 0),
    firstNumbers: first ? numbersOf(first) : 0,
  }
}

/**
 * Brings a divided index up to date, and reads only the pieces that change. What comes of it is what `indexPieces`
 * would make of all essays.
 *
 * @returns undefined where a piece cannot be read, or the index is no longer to be divided
 */
export function updatePieces(
  known: KnownPieces,
  changes: TermChanges,
  most = mostNumbersInOne,
  mostOfPiece = numbersOfPiece,
): readonly UpdatedPiece[] | undefined {
  const runs = changedRuns(known, changes)
  if (!runs) return undefined
  if (runs.reduce((sum, { numbers }) => sum + numbers, 0) <= most) return undefined
  const pieces: OpenPiece[] = []
  for (const run of runs) {
    const open = pieces.at(-1)
    // Where an old piece began, one begins again as long as the one before it is full.
    const apart = !open || open.numbers + run.firstNumbers > mostOfPiece
    if (apart && run.kept !== undefined) {
      pieces.push({ ...run, terms: undefined })
      continue
    }
    const terms = run.terms ?? known.read(run.kept ?? -1)
    if (!terms || !pour(terms, pieces, known, mostOfPiece)) return undefined
  }
  return pieces.map(({ kept, terms = [], first }, number) => {
    const before = pieces[number - 1]
    const from = before ? shortestAfter(before.last, first) : ''
    return kept === undefined ? { from, index: terms } : { from, kept }
  })
}

/** Terms one behind the other: those of an old piece, which is not read where none of them has changed. */
interface Run extends PieceOutline {
  readonly kept?: number | undefined
  readonly terms?: readonly TermEntry[] | undefined
}

/** A piece that terms may still be added to: an old one as long as none is. */
interface OpenPiece {
  kept?: number | undefined
  terms: TermEntry[] | undefined
  numbers: number
  readonly first: string
  last: string
}

function changedRuns(
  { outlines, read }: KnownPieces,
  changes: TermChanges,
): readonly Run[] | undefined {
  const byPiece = new Map<number, Map<string, NonNullable<ReturnType<TermChanges['get']>>>>()
  for (const [term, counts] of changes) {
    const number = pieceOf(term, outlines)
    const inPiece = byPiece.get(number)
    if (inPiece) inPiece.set(term, counts)
    else byPiece.set(number, new Map([[term, counts]]))
  }
  const runs: Run[] = []
  for (const [number, outline] of outlines.entries()) {
    const changed = byPiece.get(number)
    if (!changed) {
      runs.push({ ...outline, kept: number })
      continue
    }
    const before = read(number)
    if (!before) return undefined
    const terms = changedEntries(before, changed)
    if (terms.length > 0) runs.push({ ...outlineOf(terms), terms })
  }
  return runs
}

/** The last piece that begins with the term or before it; the first one where none does. */
function pieceOf(term: string, outlines: readonly PieceOutline[]): number {
  let low = 0
  for (let high = outlines.length; high - low > 1; ) {
    const middle = (low + high) >> 1
    if ((outlines[middle]?.first ?? '') <= term) low = middle
    else high = middle
  }
  return low
}

/** Adds terms to the last piece, and begins new ones as they are full. False where the last piece cannot be read. */
function pour(
  terms: readonly TermEntry[],
  pieces: OpenPiece[],
  { read }: KnownPieces,
  mostOfPiece: number,
): boolean {
  for (const entry of terms) {
    const numbers = numbersOf(entry)
    const open = pieces.at(-1)
    if (!open || open.numbers + numbers > mostOfPiece) {
      pieces.push({ terms: [entry], numbers, first: entry[0], last: entry[0] })
      continue
    }
    if (open.kept !== undefined) {
      const whole = read(open.kept)
      if (!whole) return false
      open.terms = [...whole]
      open.kept = undefined
    }
    open.terms?.push(entry)
    open.numbers += numbers
    open.last = entry[0]
  }
  return true
}
