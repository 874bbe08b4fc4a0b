import type { Diagnostic } from '../model/diagnostic.ts'

/** Findings by file, line, column and code, in code unit order: the same wherever and however they were found. */
export function inReadingOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort(
    (a, b) =>
      compare(a.file, b.file) ||
      compare(a.place?.start.line ?? 0, b.place?.start.line ?? 0) ||
      compare(a.place?.start.column ?? 0, b.place?.start.column ?? 0) ||
      compare(a.code, b.code) ||
      compare(a.message, b.message),
  )
}

function compare<T extends string | number>(a: T, b: T): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** How many findings there are of each severity. */
export interface Counts {
  readonly error: number
  readonly warning: number
  readonly info: number
}

export function countFindings(diagnostics: readonly Diagnostic[]): Counts {
  const count = { error: 0, warning: 0, info: 0 }
  for (const { severity } of diagnostics) count[severity]++
  return count
}
