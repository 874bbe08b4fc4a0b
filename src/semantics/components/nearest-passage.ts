import type { Token } from './quote-tokens.ts'

/** Above so many comparisons only the first words of a quote are looked for. */
const mostComparisons = 4_000_000

/**
 * Finds the run of words that needs the fewest words changed, added or left out to become a quote:
 * approximate string matching over words (Sellers 1980), one row for each word of the quote. Of equally
 * near passages it takes the one that has the most words of the quote.
 *
 * @param quote the words that are looked for
 * @param text the words of the essay
 * @returns where the passage stands in the text; nothing where fewer than half of the words agree
 */
export function nearestPassage(
  quote: readonly Token[],
  text: readonly Token[],
): { readonly start: number; readonly end: number } | undefined {
  const wanted = quote.slice(0, Math.max(1, Math.floor(mostComparisons / (text.length + 1))))
  // A change outweighs every agreement that there can be.
  const change = wanted.length + 1
  let row = firstRow(text.length + 1)
  for (const { word } of wanted) row = nextRow(row, word, text, change)
  const { costs, starts } = row
  let last = 0
  for (let j = 1; j < costs.length; j++) {
    const isLonger = at(starts, j) === at(starts, last) && j - at(starts, j) <= wanted.length
    if (at(costs, j) < at(costs, last) || (isLonger && at(costs, j) === at(costs, last))) last = j
  }
  const first = text[at(starts, last)]
  const end = text[last - 1]
  if (!first || !end || first.start >= end.end) return undefined
  const changes = Math.ceil(at(costs, last) / change)
  return changes * 2 <= wanted.length ? { start: first.start, end: end.end } : undefined
}

/** For passages that end after each word of the text: what the best one costs, and where it begins. */
interface Row {
  readonly costs: Float64Array
  readonly starts: Uint32Array
}

function firstRow(length: number): Row {
  return {
    costs: new Float64Array(length),
    starts: Uint32Array.from({ length }, (_, index) => index),
  }
}

function nextRow(above: Row, word: string, text: readonly Token[], change: number): Row {
  const { length } = above.costs
  const row: Row = { costs: new Float64Array(length), starts: new Uint32Array(length) }
  row.costs[0] = at(above.costs, 0) + change
  for (let j = 1; j < length; j++) {
    const diagonal = at(above.costs, j - 1) + (text[j - 1]?.word === word ? -1 : change)
    const left = at(row.costs, j - 1) + change
    const missing = at(above.costs, j) + change
    const cost = Math.min(diagonal, left, missing)
    row.costs[j] = cost
    if (cost === diagonal) row.starts[j] = at(above.starts, j - 1)
    else row.starts[j] = cost === missing ? at(above.starts, j) : at(row.starts, j - 1)
  }
  return row
}

function at(row: Float64Array | Uint32Array, index: number): number {
  return row[index] ?? 0
}
