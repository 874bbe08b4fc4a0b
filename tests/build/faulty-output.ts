import type { FolderFiles, OutputFiles } from '../../src/io/ports.ts'

/** What goes wrong, and when. */
export interface Fault {
  /** Which operation fails, counted from 0. */
  readonly at: number
  /** `killed`: this and every later operation fails, as when the machine stops. `error`: only this one. */
  readonly kind: 'killed' | 'error'
  /** The system's name of the error. */
  readonly code?: string
}

/**
 * An output folder in which one operation fails.
 *
 * @returns the folder, and a function that tells how many operations were asked for
 */
export function faultyOutput(
  output: OutputFiles,
  fault: Fault,
): { output: OutputFiles; operations: () => number } {
  let count = 0
  const guard =
    <Args extends unknown[], T>(work: (...args: Args) => Promise<T>) =>
    async (...args: Args): Promise<T> => {
      const now = count++
      if (now === fault.at || (fault.kind === 'killed' && now > fault.at))
        throw Object.assign(new Error(fault.kind), { code: fault.code ?? 'EIO' })
      return work(...args)
    }
  const guarded = (folder: FolderFiles): FolderFiles => ({
    ...folder,
    write: guard(folder.write),
    create: guard(folder.create),
    rename: guard(folder.rename),
    remove: guard(folder.remove),
    removeEmptyFolder: guard(folder.removeEmptyFolder),
    removeTree: guard(folder.removeTree),
    sync: guard(folder.sync),
  })
  const faulty: OutputFiles = {
    ...output,
    site: guarded(output.site),
    state: guarded(output.state),
    stage: guarded(output.stage),
    publish: guard(output.publish),
    keep: guard(output.keep),
    withdraw: guard(output.withdraw),
    processes: {
      ...output.processes,
      self: async () => ({ pid: 2, host: 'memory', started: String(fault.at) }),
    },
  }
  return { output: faulty, operations: () => count }
}
