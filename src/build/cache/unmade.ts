import type { OutputBody } from '../../model/site.ts'
import type { KnownFile } from './build-memory.ts'

/** The body of a file whose inputs are what they were: as it is, or still to be made where only its digest is known. */
export function unmade(known: KnownFile['body'], make: () => string): OutputBody {
  if (typeof known === 'string' || known instanceof Uint8Array) return known
  return { ...known, make }
}
