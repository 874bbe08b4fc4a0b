import type { CompileContext } from '../essay/compile.ts'
import type { BuildMemory, KnownEssay } from './cache/build-memory.ts'
import { facetsOf } from './cache/essay-head.ts'
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

/** @param many whether only what the site needs is to stay in memory */
export function compileKnown(source: ContentSource, job: CompileJob, many: boolean): KnownEssay {
  const { essay, diagnostics } = compilePost(source, job.context)
  const known = { digest: source.digest, context: job.key, diagnostics }
  if (!essay) return known
  const facets = facetsOf(essay, `${source.digest} ${job.key}`)
  const whole = { ...known, essay, facets }
  if (!many || !job.memory.shelf) return whole
  job.memory.terms.set(source.path, knownTerms(essay, facets))
  const rendered = renderAlone(essay, job.context.settings)
  return rendered ? shelved(whole, { ...rendered, answers: '' }, job.memory) : whole
}
