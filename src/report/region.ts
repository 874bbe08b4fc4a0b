import type { Position } from 'unist'

/** A stretch of a file: lines and columns from 1, columns in UTF-16 code units, the end behind the last one. */
export interface Region {
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly endColumn: number
}

/** The stretch that a finding is about; the very start of the file where it is about all of it. */
export function regionOf(place: Position | undefined): Region {
  if (!place) return { line: 1, column: 1, endLine: 1, endColumn: 1 }
  const { start, end } = place
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column }
}
