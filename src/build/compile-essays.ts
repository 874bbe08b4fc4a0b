import { type CompileContext, compileEssay } from '../essay/compile.ts'
import type { Compiled, Source } from '../model/essay.ts'

/** Essays of an earlier build of this process, by source path. An entry counts only for the same text and context. */
export type EssayCache = Map<
  string,
  { readonly text: string; readonly context: string; readonly compiled: Compiled }
>

/** Compiles each source on its own; what the cache holds of the same text and settings is taken from it. */
export function compileEssays(
  sources: readonly Source[],
  context: CompileContext,
  cache: EssayCache | undefined,
): readonly Compiled[] {
  if (!cache) return sources.map((source) => compileEssay(source, context))
  const key = JSON.stringify([context.settings, [...context.sharedNotes]])
  const compiled = sources.map((source) => {
    const known = cache.get(source.path)
    if (known && known.text === source.text && known.context === key) return known.compiled
    const fresh = compileEssay(source, context)
    cache.set(source.path, { text: source.text, context: key, compiled: fresh })
    return fresh
  })
  const present = new Set<string>(sources.map((source) => source.path))
  for (const path of cache.keys()) if (!present.has(path)) cache.delete(path)
  return compiled
}
