import type { Essay } from '../../model/essay.ts'
import { turningPoints } from '../../site/published.ts'

/** Moments between which no post falls due or expires: from the first, before the second; milliseconds since 1970. */
export interface PublishWindow {
  /** Null where it is open. */
  readonly from: number | null
  readonly until: number | null
}

/**
 * The window around a moment in which the same posts are published.
 *
 * @param others further moments from which on a build says something else
 */
export function publishWindow(
  essays: readonly Pick<Essay, 'front'>[],
  now: number,
  others: readonly number[] = [],
): PublishWindow {
  let from: number | null = null
  let until: number | null = null
  for (const point of [...essays.flatMap(turningPoints), ...others])
    if (point <= now) from = from === null ? point : Math.max(from, point)
    else until = until === null ? point : Math.min(until, point)
  return { from, until }
}

export function isWithin({ from, until }: PublishWindow, now: number): boolean {
  return (from === null || now >= from) && (until === null || now < until)
}
