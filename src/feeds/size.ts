/** Largest feed that is served to subscribers, in bytes of UTF-8; programs fetch it again and again. */
const largestFeed = 512 * 1024
/** What a feed says of itself takes less than this. */
const roomForHead = 16 * 1024
/** Largest entry that a feed can carry whole, in bytes. */
export const largestEntry = largestFeed - roomForHead

/** Length of a text in bytes of UTF-8. */
export function byteLength(text: string): number {
  return new TextEncoder().encode(text).length
}

/**
 * How many entries, from the first, go into one feed: at least one.
 *
 * @param sizes bytes of each entry
 */
export function fitting(sizes: readonly number[]): number {
  let total = 0
  for (const [index, size] of sizes.entries()) {
    total += size
    if (total > largestEntry) return Math.max(1, index)
  }
  return sizes.length
}

/** Cuts entries into runs that each fit into one feed. */
export function runsThatFit<T>(
  entries: readonly T[],
  sizeOf: (entry: T) => number,
): readonly T[][] {
  const runs: T[][] = []
  for (let start = 0; start < entries.length; ) {
    const rest = entries.slice(start)
    const count = fitting(rest.map(sizeOf))
    runs.push(rest.slice(0, count))
    start += count
  }
  return runs
}
