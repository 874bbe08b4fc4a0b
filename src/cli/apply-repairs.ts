import type { TextEdit } from '../model/diagnostic.ts'

/**
 * Makes the edits of repairs in a text. A repair is made whole or not at all; one that touches what an
 * earlier one has changed waits for the next round.
 *
 * @param repairs each a list of edits whose offsets count in the given text
 * @returns the new text, and how many repairs were made
 */
export function applyRepairs(
  text: string,
  repairs: readonly (readonly TextEdit[])[],
): { readonly text: string; readonly repairs: number } {
  const taken: TextEdit[] = []
  let made = 0
  for (const repair of repairs) {
    const fits = repair.every(
      (edit, i) =>
        isIn(text, edit) &&
        ![...taken, ...repair.slice(0, i)].some((other) => overlaps(edit, other)),
    )
    if (!fits) continue
    taken.push(...repair)
    made++
  }
  const ordered = taken.sort((a, b) => a.start - b.start || a.end - b.end)
  let at = 0
  const pieces: string[] = []
  for (const { start, end, insert } of ordered) {
    pieces.push(text.slice(at, start), insert)
    at = end
  }
  return { text: [...pieces, text.slice(at)].join(''), repairs: made }
}

function isIn(text: string, { start, end }: TextEdit): boolean {
  return start >= 0 && start <= end && end <= text.length
}

/** Edits that meet in one point are apart, unless both insert there: their order would be a guess. */
function overlaps(a: TextEdit, b: TextEdit): boolean {
  if (a.start === b.start)
    return a.start === a.end || b.start === b.end ? a.start === a.end && b.start === b.end : true
  return a.start < b.end && b.start < a.end
}
