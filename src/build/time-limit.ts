import { Script } from 'node:vm'
import type { Breath } from './breath.ts'

/** A piece of work was still going on when its time was up. */
export class TimeIsUpError extends Error {
  override readonly name = 'TimeIsUpError'
  /** What it was given. */
  readonly milliseconds: number

  constructor(milliseconds: number) {
    super(`The work took more than ${milliseconds / 1000} seconds.`)
    this.milliseconds = milliseconds
  }
}

// Only a script of `node:vm` can be stopped from outside (V8 ends it at the next loop, call or step back in a
// regular expression). The one line of this script never changes; what it calls is ours.
const handle = Symbol.for('ibid.timed-work')
const script = new Script('globalThis[Symbol.for("ibid.timed-work")]()')

/**
 * Does a piece of work and stops it where it stands when its time is up, whatever it is at; not even its
 * `finally` is run. Costs a tenth of a millisecond or so.
 *
 * @param milliseconds of the clock on the wall
 * @param work that waits for nothing
 * @throws TimeIsUpError, and whatever the work throws
 */
export function withinTime<T>(milliseconds: number, work: () => T): T {
  const holder = globalThis as { [handle]?: (() => void) | undefined }
  const around = holder[handle]
  let done: { readonly value: T } | undefined
  holder[handle] = () => {
    done = { value: work() }
  }
  try {
    script.runInThisContext({ timeout: milliseconds, displayErrors: false })
  } catch (error) {
    if (!isTimeout(error)) throw error
    // It may have come to its end just as it was stopped.
    if (!done) throw new TimeIsUpError(milliseconds)
  } finally {
    if (around) holder[handle] = around
    else delete holder[handle]
  }
  // The script has come to its end, so the work has.
  return (done as unknown as { readonly value: T }).value
}

function isTimeout(error: unknown): boolean {
  return (error as NodeJS.ErrnoException | undefined)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
}

/** How a list of things is gone through. */
export interface TimedWork<T> {
  /** Milliseconds that each thing may take. */
  readonly patience: number
  readonly breath: Breath
  readonly work: (item: T) => void
  /** Told of each thing whose time was up. */
  readonly late: (item: T) => void
  /**
   * So often a thing is begun again whose time went by on the clock while the processor was at something else, since the
   * machine slept or waited for its disk; never where absent.
   */
  readonly again?: number | undefined
}

/**
 * Does a piece of work for each thing of a list in turn; one that takes too long is stopped, and the others go on.
 * Many small pieces of work share one watch.
 */
export async function forEachInTime<T>(
  items: readonly T[],
  { patience, breath, work, late, again = 0 }: TimedWork<T>,
): Promise<void> {
  let next = 0
  let begun: number | undefined
  let tries = 0
  const slice = (): void => {
    const end = performance.now() + breath.silence
    for (; next < items.length && performance.now() < end; next++) {
      begun = next
      work(items[next] as T)
    }
  }
  while (next < items.length) {
    const before = process.cpuUsage()
    try {
      withinTime(patience + breath.silence, slice)
      tries = 0
    } catch (error) {
      if (!(error instanceof TimeIsUpError)) throw error
      const { user, system } = process.cpuUsage(before)
      const isIdle = (user + system) / 1000 < patience && tries++ < again
      // Where the time was up between two things, the one before it has been done and the next has not begun.
      if (begun === next && !isIdle) late(items[next++] as T)
    }
    await breath()
  }
}
