import type { Diagnostic, TextEdit } from '../model/diagnostic.ts'

/**
 * Applies the safe repairs of some findings to the text that they are about.
 *
 * All edits of one finding are made, or none: a finding whose edits cross those of an earlier one is left
 * for the next run. Line ends are kept, since edits replace exact ranges. On a text that was repaired, the
 * findings of a new check have nothing left to repair.
 *
 * @param text the file as it lies on disk
 * @param diagnostics findings about that file; others must be left out by the caller
 */
export function applyFixes(text: string, diagnostics: readonly Diagnostic[]): string {
  const taken = new Map<string, TextEdit>()
  const accepted: TextEdit[] = []
  for (const { fix } of diagnostics) {
    if (!fix?.length) continue
    const fresh = fix.filter((edit) => !taken.has(keyOf(edit)))
    if (fresh.some((edit) => !isInside(edit, text) || crosses(edit, accepted))) continue
    for (const edit of fresh) {
      taken.set(keyOf(edit), edit)
      accepted.splice(placeFor(edit, accepted), 0, edit)
    }
  }
  return applyEdits(text, accepted)
}

/**
 * Applies edits to a text.
 *
 * @param edits sorted by start; they must not overlap
 */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const parts: string[] = []
  let end = 0
  for (const edit of edits) {
    parts.push(text.slice(end, edit.start), edit.insert)
    end = edit.end
  }
  parts.push(text.slice(end))
  return parts.join('')
}

function keyOf({ start, end, insert }: TextEdit): string {
  return `${start} ${end} ${insert}`
}

function isInside({ start, end }: TextEdit, text: string): boolean {
  return start >= 0 && start <= end && end <= text.length
}

/** Index of the first accepted edit that begins behind an edit. */
function placeFor(edit: TextEdit, accepted: readonly TextEdit[]): number {
  let low = 0
  let high = accepted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const other = accepted[middle] as TextEdit
    if (other.start < edit.start || (other.start === edit.start && other.end <= edit.end))
      low = middle + 1
    else high = middle
  }
  return low
}

/** Accepted edits do not overlap, so only the neighbours can cross. */
function crosses(edit: TextEdit, accepted: readonly TextEdit[]): boolean {
  const at = placeFor(edit, accepted)
  return [accepted[at - 1], accepted[at]].some(
    (other) => other !== undefined && other.start < edit.end && edit.start < other.end,
  )
}
