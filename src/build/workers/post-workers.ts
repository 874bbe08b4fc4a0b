import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { KnownEssay, Shelf } from '../cache/build-memory.ts'
import { decodeText } from '../cache/compact-tree.ts'
import type { CompileJob } from '../compile-known.ts'
import { longestWait, tooHeavy, tooSlow, withoutEssay } from '../giving-up.ts'
import type { ContentSource } from '../read-content.ts'
import type { WorkerAnswer, WorkerTask } from './protocol.ts'

/** Where threads find what they need. */
export interface WorkerPlace {
  /** The module that a thread runs. */
  readonly script: URL
  /** Absolute path of the site's root. */
  readonly root: string
}

/** What a thread may take for a text. */
export interface ThreadLimits {
  /** Milliseconds of a processor: on a machine that is busy with other things, a text has as long as it needs to get them. */
  readonly patience: number
  /** Of memory that objects live in. */
  readonly megabytes: number
  /** Whether a text that needs more memory is given up by name, and not left to the thread that waits. */
  readonly isLast: boolean
}

/** What threads are to do. */
export interface WorkerJob extends CompileJob {
  readonly sources: readonly ContentSource[]
  /** How many threads; one for each processor where absent. */
  readonly jobs?: number | undefined
  readonly signal?: AbortSignal | undefined
  readonly limits?: ThreadLimits | undefined
}

const usualLimits: ThreadLimits = { patience: longestWait, megabytes: 256, isLast: false }
const betweenLooks = 250
/** So many times its patience on the clock, and a text is given up although hardly any processor was to be had. */
const longestOnClock = 12

/**
 * Compiles texts in threads, each at most once. A text that takes too long fails alone, by name.
 *
 * @returns what became of them, by path; a text that no thread could finish is absent
 * @throws the signal's reason
 */
export async function compileInThreads(
  job: WorkerJob,
  { script, root }: WorkerPlace,
): Promise<ReadonlyMap<string, KnownEssay>> {
  const { sources, key, memory, signal, limits = usualLimits } = job
  const { quick, ...context } = job.context
  const threads = Math.min(job.jobs ?? availableParallelism(), sources.length)
  const progress = new Int32Array(new SharedArrayBuffer(4 * (1 + threads)))
  const paths = sources.map(({ path }) => path)
  const known = new Map<string, KnownEssay>()
  const take = (answer: WorkerAnswer): void => {
    const source = sources[answer.number]
    // A text that was saved meanwhile is left to whoever sees that it is missing.
    if (!source || source.digest !== answer.digest) return
    known.set(source.path, knownFrom(answer, key, memory.shelf))
    if (answer.terms) memory.terms.set(source.path, answer.terms)
  }
  const run = async (place: number): Promise<void> => {
    for (;;) {
      const task: WorkerTask = {
        root,
        paths,
        context,
        quick: quick !== undefined,
        key,
        progress,
        place,
      }
      const end = await runThread(script, task, take, limits, signal)
      signal?.throwIfAborted()
      if (end.kind === 'done') return
      const source = sources[end.number]
      if (source && (end.kind === 'slow' || limits.isLast))
        known.set(source.path, givenUp(source, key, end.kind, limits))
    }
  }
  await Promise.all(Array.from({ length: threads }, (_, i) => run(i + 1)))
  return known
}

/** How a thread has ended: with all texts taken, or at one that took too long or too much memory. */
type ThreadEnd =
  | { readonly kind: 'done' }
  | { readonly kind: 'slow' | 'large'; readonly number: number }

interface Time {
  readonly clock: number
  readonly processor: number
}

/** Milliseconds, on the clock and of processors that the program has had in all its threads. */
function timeNow(): Time {
  const { user, system } = process.cpuUsage()
  return { clock: performance.now(), processor: (user + system) / 1000 }
}

function isOver(since: Time, patience: number): boolean {
  const now = timeNow()
  const clock = now.clock - since.clock
  if (clock > longestOnClock * patience) return true
  return clock > patience && now.processor - since.processor > patience
}

/** Runs one thread to its end. */
function runThread(
  script: URL,
  task: WorkerTask,
  take: (answer: WorkerAnswer) => void,
  { patience, megabytes }: ThreadLimits,
  signal: AbortSignal | undefined,
): Promise<ThreadEnd> {
  const { progress, place } = task
  const resourceLimits = { maxOldGenerationSizeMb: megabytes, maxYoungGenerationSizeMb: 32 }
  const worker = new Worker(script, { workerData: task, resourceLimits })
  let at = 0
  let since = timeNow()
  let end: ThreadEnd = { kind: 'done' }
  const look = setInterval(
    () => {
      const now = Atomics.load(progress, place)
      if (now !== at) {
        at = now
        since = timeNow()
      } else if (at > 0 && isOver(since, patience)) {
        end = { kind: 'slow', number: at - 1 }
        void worker.terminate()
      }
    },
    Math.min(betweenLooks, patience),
  )
  const stop = (): void => void worker.terminate()
  signal?.addEventListener('abort', stop)
  return new Promise((resolve, reject) => {
    worker.on('message', take)
    worker.on('error', (error: NodeJS.ErrnoException) => {
      const number = Atomics.load(progress, place) - 1
      if (error.code === 'ERR_WORKER_OUT_OF_MEMORY' && number >= 0) end = { kind: 'large', number }
      else reject(error)
    })
    worker.on('exit', () => {
      clearInterval(look)
      signal?.removeEventListener('abort', stop)
      resolve(end)
    })
  })
}

function knownFrom(
  { digest, known, essay, text, questions = [], found = [] }: WorkerAnswer,
  context: string,
  shelf: Shelf | undefined,
): KnownEssay {
  const base = { digest, context, ...known }
  if (!text) return { ...base, essay }
  const kept = shelf?.keepBytes(text)
  const place = kept ? { kept } : { text: decodeText(text) }
  return { ...base, rendered: { questions, diagnostics: found, ...place } }
}

function givenUp(
  { path, digest }: ContentSource,
  context: string,
  kind: 'slow' | 'large',
  { patience, megabytes }: ThreadLimits,
): KnownEssay {
  const finding = kind === 'slow' ? tooSlow(path, patience) : tooHeavy(path, megabytes)
  return withoutEssay({ digest, context }, [finding])
}
