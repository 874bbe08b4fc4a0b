import { availableParallelism } from 'node:os'
import type { CompileContext } from '../essay/compile.ts'
import type { Compiled } from '../model/essay.ts'
import type { QuickReader } from '../model/quick-reader.ts'
import { type Breath, breathing } from './breath.ts'
import { type BuildMemory, forgetOthers, type KnownEssay } from './cache/build-memory.ts'
import { digest } from './cache/digest.ts'
import { revived } from './cache/kept-essay.ts'
import { type CompileJob, compileKnown } from './compile-known.ts'
import { compilePost } from './compile-post.ts'
import { firstWait, longestWait, tooSlow, withoutEssay } from './giving-up.ts'
import type { ContentSource } from './read-content.ts'
import { forEachInTime } from './time-limit.ts'
import type { ThreadLimits, WorkerPlace } from './workers/post-workers.ts'

/** From so many texts on, what is not needed at once is not kept in memory, and other threads help. */
export const manyTexts = 200

/** From so many texts on it pays to load the quicker parser. */
const someTexts = 10

/** Compiles each source on its own; one that takes too long comes to nothing, by name. */
export async function compileEssays(
  sources: readonly ContentSource[],
  context: CompileContext,
): Promise<readonly Compiled[]> {
  const compiled: Compiled[] = []
  await forEachInTime(sources, {
    patience: longestWait,
    breath: breathing(undefined),
    work: (source) => {
      compiled.push(compilePost(source, context))
    },
    late: ({ path }) => {
      compiled.push({ source: path, essay: undefined, diagnostics: [tooSlow(path)] })
    },
  })
  return compiled
}

/** What compiling with a memory needs. */
export interface CompileHelp {
  readonly memory: BuildMemory
  readonly breath: Breath
  /** Where other threads could help; absent where there are none. */
  readonly workers?: WorkerPlace | undefined
  /** Gives a quicker parser, where there is one. */
  readonly quickReader?: (() => Promise<QuickReader | undefined>) | undefined
  readonly jobs?: number | undefined
  /** Milliseconds that a text may take. */
  readonly patience?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** Compiles each source on its own; what is known of the same bytes, settings and shared notes is taken from the memory. */
export async function compileChanged(
  sources: readonly ContentSource[],
  context: CompileContext,
  help: CompileHelp,
): Promise<readonly Compiled[]> {
  const { memory, breath, workers, patience = longestWait } = help
  const key = contextKey(context)
  const changed = sources.filter(({ path, digest }) => {
    const known = memory.essays.get(path)
    return !known || known.digest !== digest || known.context !== key
  })
  const quick = changed.length >= someTexts ? await help.quickReader?.() : undefined
  const job = { context: { ...context, quick }, key, memory }
  const many = changed.length >= manyTexts
  const done = many && threadsPay(help.jobs) ? await inThreads(changed, job, help) : nothing
  const slow: ContentSource[] = []
  let whole = 0
  await forEachInTime(remaining(changed, done), {
    patience: workers ? Math.min(firstWait, patience) : patience,
    breath,
    work: (source) => {
      const known = compileKnown(source, job, many, whole)
      if (known.essay) whole++
      memory.essays.set(source.path, known)
    },
    late: (source) => {
      slow.push(source)
    },
  })
  await compileSlow(slow, job, help)
  forgetOthers(memory.essays, new Set<string>(sources.map(({ path }) => path)))
  return sources.flatMap((source) => {
    const known = memory.essays.get(source.path)
    return known ? revived(source, known, job.context, memory) : []
  })
}

/**
 * Whether threads are quicker than one alone. Two processors are often one core: 1,000 posts took 17.5 s with two
 * threads there, 12.6 s with none (docs/performance.md). Who asks for two gets two.
 */
function threadsPay(jobs = availableParallelism() > 2 ? availableParallelism() : 1): boolean {
  return jobs > 1
}

/** Stands for all that texts are understood by. */
export function contextKey({ settings, sharedNotes }: CompileContext): string {
  return digest(JSON.stringify([settings, [...sharedNotes]]))
}

const nothing: ReadonlyMap<string, KnownEssay> = new Map()

function remaining(
  sources: readonly ContentSource[],
  done: ReadonlyMap<string, KnownEssay>,
): readonly ContentSource[] {
  return sources.filter(({ path }) => !done.has(path))
}

/**
 * Texts that take long are read in threads, where their memory is limited too, and given up by name where
 * that is not enough.
 */
async function compileSlow(
  sources: readonly ContentSource[],
  job: CompileJob,
  help: CompileHelp,
): Promise<void> {
  if (sources.length === 0) return
  const { essays } = job.memory
  const { patience = longestWait } = help
  const giveUp = (source: ContentSource): void => {
    const { path, digest } = source
    essays.set(path, withoutEssay({ digest, context: job.key }, [tooSlow(path, patience)]))
  }
  if (!help.workers) {
    for (const source of sources) giveUp(source)
    return
  }
  // One that was saved meanwhile is no thread's any more.
  const done = await inThreads(sources, job, help, {
    // A part of its time is spent: it was tried before.
    patience: Math.max(patience - firstWait, patience / 2),
    megabytes: roomForOne,
    isLast: true,
  })
  await forEachInTime(remaining(sources, done), {
    patience,
    breath: help.breath,
    work: (source) => {
      essays.set(source.path, compileKnown(source, job, false))
    },
    late: giveUp,
  })
}

/** Megabytes for a text that is the only one in its thread that takes long. */
const roomForOne = 640

/** What threads have made of the texts; nothing where there are none to help. It is in the memory as well. */
async function inThreads(
  sources: readonly ContentSource[],
  job: CompileJob,
  { workers, jobs, signal }: CompileHelp,
  limits?: ThreadLimits,
): Promise<ReadonlyMap<string, KnownEssay>> {
  if (!workers || (!limits && !job.memory.shelf)) return nothing
  const { compileInThreads } = await import('./workers/post-workers.ts')
  const done = await compileInThreads({ ...job, sources, jobs, signal, limits }, workers)
  for (const [path, known] of done) job.memory.essays.set(path, known)
  return done
}
