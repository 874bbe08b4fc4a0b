import type { Diagnostic } from '../../model/diagnostic.ts'

/** Findings in the order of the file; those of other files behind. */
export function byPlace(a: Diagnostic, b: Diagnostic): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  const first = (a.place?.start.offset ?? 0) - (b.place?.start.offset ?? 0)
  return first || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
}
