/** A letter, a digit, closing punctuation, or the last character of a span. */
const before = /[\p{L}\p{N}\p{M}_.,;:!?…)\]}»›"'”’%°>`$€£¥™®©*~]$/u

/** Closing punctuation and then white space, a hard break or the end, a dash, `’s`, or punctuation of full width. */
const after =
  /^(?:[.,;:!?…)\]}»›"'”’*_~|]*(?:\s|$|\\(?=[\r\n])|[—–<]|--)|['’]s\b|[、。！？：；）」』】》〉])/u

/** Longest run of closing punctuation that is looked at. */
const reach = 64

/**
 * Whether a run of stars stands where a call may stand.
 *
 * ```markdown
 * > | the government**, he said
 *                   ^^
 * ```
 *
 * @param text the text that holds the run
 * @param start offset of the first star
 * @param end offset behind the last star
 */
export function isAttached(text: string, start: number, end: number): boolean {
  return (
    before.test(text.slice(Math.max(0, start - 2), start)) &&
    after.test(text.slice(end, end + reach))
  )
}

/** Whether a call may stand here but for the spaces before it. */
export function isDetached(text: string, start: number, end: number): boolean {
  const line = text.slice(Math.max(0, start - reach), start)
  const spaces = /[ \t\u00a0]+$/.exec(line)?.[0].length ?? 0
  if (spaces === 0 || !/^(?:[\s.,;:!?)]|$)/.test(text.slice(end, end + 1))) return false
  return before.test(line.slice(0, line.length - spaces))
}

/** Number of stars of each run that may be a call as far as its neighbours tell. Cheap: no parse. */
export function plausibleCounts(text: string): Set<number> {
  const counts = new Set<number>()
  for (const { 0: run, index } of text.matchAll(/\*+/g)) {
    if (counts.has(run.length)) continue
    const end = index + run.length
    // A backslash takes one star away; so may emphasis that ends here.
    const previous = text.slice(Math.max(0, index - 2), index)
    if (!before.test(previous) && !previous.endsWith('\\')) continue
    if (text[end] !== '|' && !after.test(text.slice(end, end + reach))) continue
    for (let left = run.length; left > 0; left--) counts.add(left)
  }
  return counts
}
