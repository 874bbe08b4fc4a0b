/** Many marks of emphasis in a row, or three within words. */
const long = /[*_~]{4}|[^\s*]\*{3}[^\s*]|[^\s_]_{3}[^\s_]|[^\s~]~{3}[^\s~]/
/** The same of marks that are no stars. Stars beside others are refused wherever they stand. */
const longOfOthers = /[_~]{4}|[^\s_]_{3}[^\s_]|[^\s~]~{3}[^\s~]/

/**
 * Plain words between stars that certainly belong together: what stands before the first and behind the last of
 * them keeps the first from closing and the last from opening emphasis (CommonMark 0.31.2, 6.2).
 */
const pair =
  /(\*{1,2})(?<=(?:^|[\s(“‘])\1)(?=\p{L})[\p{L}\p{N} .,;:’'-]*(?<=\p{L})\1(?=[\s.,;:!?)”’—–]|$)/gmu

/** A star, and what stands on either side of its run. */
const run = /(?<!\*)\*+/g

/** Signs behind a run that keep it from opening emphasis, where a letter or a number stands before it. */
const closingSign = /[.,;:!?)\]}”’"'»›…—–]/

/**
 * Whether long runs of marks stand where they may be part of emphasis: how many of their marks belong to which
 * neighbour is told otherwise by the two parsers. A run of stars is none where, in its block, nothing before it
 * could open what it closes, and nothing behind it could close what it opens.
 *
 * @param lines the lines of a text outside code, joined
 */
export function hasDoubtfulRuns(lines: string): boolean {
  // The first test is the quicker one, and enough for most texts.
  if (!/\*{3}|_{3}|~{3}/.test(lines) || !long.test(lines)) return false
  if (longOfOthers.test(lines)) return true
  return lines
    .split(/\n(?=\n)/)
    .some((chunk) => chunk.includes('***') && long.test(chunk) && isDoubtful(chunk))
}

/** @param chunk whole blocks */
function isDoubtful(chunk: string): boolean {
  const text = chunk.replaceAll(pair, (whole) => 'x'.repeat(whole.length))
  const runs = [...text.matchAll(run)].map(({ 0: { length }, index }) => ({
    length,
    ...mayBe(text, index, index + length),
  }))
  const firstOpening = runs.findIndex(({ opens }) => opens)
  const lastClosing = runs.findLastIndex(({ closes }) => closes)
  return runs.some(
    ({ length, opens, closes }, at) =>
      length > 2 &&
      ((opens && at < lastClosing) || (closes && firstOpening >= 0 && firstOpening < at)),
  )
}

/** What a run of stars may be; a "yes" may be wrong, a "no" is not. */
function mayBe(text: string, start: number, end: number): { opens: boolean; closes: boolean } {
  const before = text.slice(Math.max(0, start - 2), start)
  const after = text.charAt(end)
  const closes = /\S$/.test(before)
  const opens = /\S/.test(after) && !(/[\p{L}\p{N}]$/u.test(before) && closingSign.test(after))
  return { opens, closes }
}
