import type { FolderFiles, Processes, ProcessOwner } from '../io/ports.ts'
import { isAbsent } from '../io/system-error.ts'

/** What the lock file says of who holds it. */
export interface LockHolder extends ProcessOwner {
  /** RFC 3339, in UTC. */
  readonly since: string
}

/** The lock is held, or by whom else. */
export type Lock =
  | { readonly held: true; readonly release: () => Promise<void> }
  | { readonly held: false; readonly holder: LockHolder | undefined }

const lockFile = 'lock'
/** Held for the moment in which a dead owner's lock is taken away, so that two builds never do it at once. */
const takeoverFile = 'lock.takeover'
/** A lock without a readable owner is being written; after so long it is taken for a wreck. */
const unreadableFor = 2000
const pause = 50

/**
 * Takes the lock of a root's `.ibid/`, taking it over where its owner is dead.
 *
 * @param patience milliseconds to wait for a living owner
 */
export async function acquireLock(
  state: FolderFiles,
  processes: Processes,
  { patience = 5000, signal }: { patience?: number; signal?: AbortSignal | undefined } = {},
): Promise<Lock> {
  const until = processes.now() + patience
  let unreadableSince: number | undefined
  for (;;) {
    const text = await holderText(processes)
    if (await state.create(lockFile, text))
      return { held: true, release: () => release(state, processes, text) }
    const holder = await readHolder(state)
    const now = processes.now()
    if (holder) unreadableSince = undefined
    else unreadableSince ??= now
    const wreck = unreadableSince !== undefined && now - unreadableSince >= unreadableFor
    if (wreck || (holder && !(await processes.alive(holder))))
      await takeOver(state, processes, holder)
    else if (now >= until || signal?.aborted) return { held: false, holder }
    await processes.wait(pause)
  }
}

async function holderText(processes: Processes): Promise<Uint8Array> {
  const since = `${new Date(processes.now()).toISOString().slice(0, 19)}Z`
  const holder: LockHolder = { ...(await processes.self()), since }
  return new TextEncoder().encode(`${JSON.stringify(holder)}\n`)
}

/** Undefined where there is no lock, or its text is not (yet) to be understood. */
async function readHolder(state: FolderFiles): Promise<LockHolder | undefined> {
  try {
    return parseHolder(new TextDecoder().decode(await state.read(lockFile)))
  } catch {
    return undefined
  }
}

function parseHolder(text: string): LockHolder | undefined {
  const data: unknown = JSON.parse(text)
  if (typeof data !== 'object' || data === null) return undefined
  if (!('pid' in data) || !('host' in data) || !('since' in data)) return undefined
  const { pid, host, since } = data
  if (typeof pid !== 'number' || !Number.isSafeInteger(pid) || pid <= 0) return undefined
  if (typeof host !== 'string' || typeof since !== 'string') return undefined
  const started = 'started' in data && typeof data.started === 'string' ? data.started : undefined
  return { pid, host, since, started }
}

/** Takes a dead owner's lock away, unless someone else did so, and perhaps took it, meanwhile. */
async function takeOver(
  state: FolderFiles,
  processes: Processes,
  dead: LockHolder | undefined,
): Promise<void> {
  if (!(await state.create(takeoverFile, await holderText(processes)))) {
    // Whoever takes over needs a moment only; one that is still there was killed in it.
    await processes.wait(10 * pause)
    await state.remove(takeoverFile)
    return
  }
  try {
    const now = await readHolder(state)
    if (now?.pid === dead?.pid && now?.since === dead?.since && now?.started === dead?.started)
      await state.remove(lockFile)
  } finally {
    await state.remove(takeoverFile)
  }
}

/**
 * Gives the lock up, if it is still ours. A disk that failed for a moment is asked again: while this process lives,
 * nobody else would take the lock for a dead owner's.
 */
async function release(state: FolderFiles, processes: Processes, ours: Uint8Array): Promise<void> {
  for (let attempt = 0; attempt < 3; attempt++)
    try {
      const text = await state.read(lockFile)
      if (Buffer.compare(text, ours) === 0) await state.remove(lockFile)
      return
    } catch (error) {
      // Gone it is nobody's; and where it stays, a later build sees that its owner is dead.
      if (isAbsent(error)) return
      await processes.wait(pause)
    }
}
