/** A part of a text, by UTF-16 offsets, and what is to stand in its place. */
export interface Edit {
  readonly start: number
  readonly end: number
  readonly insert: string
}

/** The text with all edits made at once. Of two that overlap, the one that begins first counts, then the longer one. */
export function withEdits(text: string, edits: readonly Edit[]): string {
  const sorted = [...edits].sort((a, b) => a.start - b.start || b.end - a.end)
  const parts: string[] = []
  let done = 0
  for (const { start, end, insert } of sorted) {
    if (start < done) continue
    parts.push(text.slice(done, start), insert)
    done = end
  }
  return `${parts.join('')}${text.slice(done)}`
}

/** Takes whole lines out; of two blank lines that would then meet, one goes with them. */
export function withoutLines(text: string, start: number, end: number): Edit {
  const meets = /(?:^|\n)[ \t]*\r?\n$/.test(text.slice(Math.max(0, start - 50), start))
  const blank = meets ? /^[ \t]*\r?\n/.exec(text.slice(end, end + 50)) : null
  return { start, end: end + (blank?.[0].length ?? 0), insert: '' }
}
