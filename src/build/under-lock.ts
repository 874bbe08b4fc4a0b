import type { OutputFiles } from '../io/ports.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { lockedBy, notWritten } from './emit-findings.ts'
import { readJournal } from './journal.ts'
import { acquireLock } from './lock.ts'
import { clearStage } from './swap.ts'

/**
 * Does work on the output folder while no other build does, and turns what the system refuses into findings.
 *
 * @returns no findings where the work was interrupted
 * @throws errors of the program itself
 */
export async function underLock<T>(
  output: OutputFiles,
  signal: AbortSignal | undefined,
  work: () => Promise<T>,
): Promise<{ readonly value: T } | { readonly diagnostics: readonly Diagnostic[] }> {
  try {
    const lock = await acquireLock(output.state, output.processes, { signal })
    if (!lock.held)
      return { diagnostics: signal?.aborted ? [] : [lockedBy(lock.holder, output.processes)] }
    try {
      return { value: await work() }
    } catch (error) {
      await clearStage(output).catch(() => undefined)
      throw error
    } finally {
      await lock.release()
    }
  } catch (error) {
    if (isFault(error)) throw error
    if (signal?.aborted) return { diagnostics: [] }
    const left = await readJournal(output).catch(() => undefined)
    return { diagnostics: [notWritten(output, error, left !== undefined)] }
  }
}

/** True for errors of the program, which are no findings for an author. */
function isFault(error: unknown): boolean {
  return (
    error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError
  )
}
