import { systemErrorCode } from './system-error.ts'

/** Runs a piece of work once there is room for it. */
export type Bounded = <T>(work: () => Promise<T>) => Promise<T>

/** How many files are open at once: the system's thread pool has four threads, and some systems allow 64 files. */
export const openFiles = 8

/**
 * Bounds how many pieces of work run at the same time. Work that fails because too many files are open
 * is tried again, a little later each time.
 *
 * @param limit how many may run at once
 */
export function bounded(limit: number): Bounded {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= limit) await new Promise<void>((resolve) => waiting.push(resolve))
    else running++
    try {
      return await withRetry(work)
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}

async function withRetry<T>(work: () => Promise<T>): Promise<T> {
  for (let pause = 10; ; pause *= 2) {
    try {
      return await work()
    } catch (error) {
      const code = systemErrorCode(error)
      if ((code !== 'EMFILE' && code !== 'ENFILE') || pause > 640) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
}

/**
 * Does the same to every item, a bounded number at a time, in order of start. When one fails, no further
 * ones are started, those under way are awaited, and the first failure is thrown.
 */
export async function forEachBounded<T>(
  items: Iterable<T>,
  work: (item: T) => Promise<void>,
  limit = openFiles,
): Promise<void> {
  const iterator = items[Symbol.iterator]()
  const failures: unknown[] = []
  const worker = async () => {
    for (let next = iterator.next(); !next.done && failures.length === 0; next = iterator.next()) {
      try {
        await withRetry(() => work(next.value))
      } catch (error) {
        failures.push(error)
      }
    }
  }
  await Promise.all(Array.from({ length: limit }, worker))
  if (failures.length > 0) throw failures[0]
}
