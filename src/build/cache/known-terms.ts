import type { Essay } from '../../model/essay.ts'
import { essayTerms } from '../../search/essay-terms.ts'
import type { KnownTerms } from './build-memory.ts'
import type { Facets } from './essay-head.ts'

/** Stands for what the terms of an essay are counted from. */
export function termInputs({ whole, card }: Facets): string {
  return `${whole} ${card}`
}

/** Counts the terms of an essay while its text is still at hand. */
export function knownTerms(essay: Essay, facets: Facets): KnownTerms {
  return { inputs: termInputs(facets), terms: essayTerms(essay) }
}
