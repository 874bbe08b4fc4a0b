import { lstatSync, type Stats } from 'node:fs'

/**
 * Changes whenever a file is written to or replaced. The time of change is among its parts, which no
 * program can set: a file that is given back its old length and date is another one all the same.
 */
export function stampOf({ size, mtimeMs, ctimeMs, ino }: Stats): string {
  return `${size}-${mtimeMs}-${ctimeMs}-${ino}`
}

/**
 * Whether a file was last changed so long ago that a further change gets another time. Most disks tell
 * times apart by some milliseconds, some by seconds only, and those are seen by their whole numbers.
 */
export function isSettled({ mtimeMs, ctimeMs }: Stats, now: number): boolean {
  const newest = Math.max(mtimeMs, ctimeMs)
  return now - newest > (newest % 1000 === 0 ? 2500 : 50)
}

/** The stamp of what lies at a path, links followed not; undefined where nothing does, or it cannot be looked at. */
export function stampAt(path: string): string | undefined {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false })
    return stats && stampOf(stats)
  } catch {
    return undefined
  }
}
