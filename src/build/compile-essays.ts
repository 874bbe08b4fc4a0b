import type { CompileContext } from '../essay/compile.ts'
import type { Compiled } from '../model/essay.ts'
import type { Breath } from './breath.ts'
import { type BuildMemory, forgetOthers, type KnownEssay } from './cache/build-memory.ts'
import { digest } from './cache/digest.ts'
import { revived } from './cache/kept-essay.ts'
import { type CompileJob, compileKnown } from './compile-known.ts'
import { compilePost } from './compile-post.ts'
import type { ContentSource } from './read-content.ts'
import type { WorkerPlace } from './workers/post-workers.ts'

/** From so many texts on, what is not needed at once is not kept in memory, and other threads help. */
export const manyTexts = 200

/** Compiles each source on its own. */
export function compileEssays(
  sources: readonly ContentSource[],
  context: CompileContext,
): readonly Compiled[] {
  return sources.map((source) => compilePost(source, context))
}

/** What compiling with a memory needs. */
export interface CompileHelp {
  readonly memory: BuildMemory
  readonly breath: Breath
  /** Where other threads could help; absent where there are none. */
  readonly workers?: WorkerPlace | undefined
  readonly jobs?: number | undefined
  readonly signal?: AbortSignal | undefined
}

/** Compiles each source on its own; what is known of the same bytes, settings and shared notes is taken from the memory. */
export async function compileChanged(
  sources: readonly ContentSource[],
  context: CompileContext,
  help: CompileHelp,
): Promise<readonly Compiled[]> {
  const { memory, breath } = help
  const key = contextKey(context)
  const changed = sources.filter(({ path, digest }) => {
    const known = memory.essays.get(path)
    return !known || known.digest !== digest || known.context !== key
  })
  const job = { context, key, memory }
  const many = changed.length >= manyTexts
  const done = many ? await inThreads(changed, job, help) : undefined
  for (const source of changed) {
    const known = done?.get(source.path) ?? compileKnown(source, job, many)
    memory.essays.set(source.path, known)
    await breath()
  }
  forgetOthers(memory.essays, new Set<string>(sources.map(({ path }) => path)))
  return sources.flatMap((source) => {
    const known = memory.essays.get(source.path)
    return known ? revived(source, known, job.context, memory) : []
  })
}

/** Stands for all that texts are understood by. */
export function contextKey({ settings, sharedNotes }: CompileContext): string {
  return digest(JSON.stringify([settings, [...sharedNotes]]))
}

/** What threads have made of the texts; nothing where there are none to help. */
async function inThreads(
  sources: readonly ContentSource[],
  job: CompileJob,
  { workers, jobs, signal }: CompileHelp,
): Promise<ReadonlyMap<string, KnownEssay> | undefined> {
  const { shelf } = job.memory
  if (!workers || !shelf || jobs === 1) return undefined
  const { compileInThreads } = await import('./workers/post-workers.ts')
  return compileInThreads({ ...job, sources, shelf, jobs, signal }, workers)
}
