import type { CompileContext } from '../essay/compile.ts'
import type { BuildMemory, KnownEssay } from './cache/build-memory.ts'
import { facetsOf, headOf } from './cache/essay-head.ts'
import { shelved } from './cache/kept-essay.ts'
import { knownTerms } from './cache/known-terms.ts'
import { compilePost, renderAlone } from './compile-post.ts'
import type { ContentSource } from './read-content.ts'

/** Texts to be compiled. */
export interface CompileJob {
  readonly context: CompileContext
  /** Stands for the context. */
  readonly key: string
  readonly memory: BuildMemory
}

/**
 * So many essays that cannot be rendered before the site is known are held as they are; others are compiled again
 * then. A thousand of them fill the memory.
 */
export const mostWhole = 100

/**
 * @param many whether only what the site needs is to stay in memory
 * @param whole how many essays are held as they are
 */
export function compileKnown(
  source: ContentSource,
  job: CompileJob,
  many: boolean,
  whole = 0,
): KnownEssay {
  const { essay, diagnostics } = compilePost(source, job.context)
  const known = { digest: source.digest, context: job.key, diagnostics }
  if (!essay) return known
  const facets = facetsOf(essay, `${source.digest} ${job.key}`)
  const held = { ...known, essay, facets }
  if (!many || !job.memory.shelf) return held
  job.memory.terms.set(source.path, knownTerms(essay, facets))
  const rendered = renderAlone(essay, job.context.settings)
  // Whatever it came to, it came to it in good time.
  const isQuick = true
  if (rendered) return { ...shelved(held, rendered, job.memory), isQuick }
  return whole < mostWhole
    ? { ...held, isQuick }
    : { ...known, facets, head: headOf(essay), isQuick }
}
