/** Beyond this many comparisons the middle of two lists is left as it is. */
const mostSteps = 4_000_000

/**
 * The longest common sequence of two lists, as pairs of places in order. What both lists begin and end with is
 * taken first, so that the usual edit costs next to nothing.
 */
export function commonSequence(
  a: readonly string[],
  b: readonly string[],
): readonly [number, number][] {
  let start = 0
  while (start < a.length && start < b.length && a[start] === b[start]) start++
  let tail = 0
  while (
    tail < Math.min(a.length, b.length) - start &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++
  const middle = longest(a.slice(start, a.length - tail), b.slice(start, b.length - tail))
  return [
    ...Array.from({ length: start }, (_, i): [number, number] => [i, i]),
    ...middle.map(([i, j]): [number, number] => [i + start, j + start]),
    ...Array.from({ length: tail }, (_, i): [number, number] => [
      a.length - tail + i,
      b.length - tail + i,
    ]),
  ]
}

function longest(a: readonly string[], b: readonly string[]): readonly [number, number][] {
  if (a.length * b.length > mostSteps) return []
  const width = b.length + 1
  // lengths[i * width + j]: length of the longest common sequence of a from i and b from j.
  const lengths = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
  const pairs: [number, number][] = []
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    if (a[i] === b[j]) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  }
  return pairs
}
