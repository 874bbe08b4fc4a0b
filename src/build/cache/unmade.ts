import type { OutputBody, UnmadeBody } from '../../model/site.ts'
import type { KnownFile } from './build-memory.ts'

/** What is remembered of a body: itself, or its digest where it waits elsewhere. */
export function knownBody(body: string | UnmadeBody): KnownFile['body'] {
  return typeof body === 'string' ? body : { sha256: body.sha256, bytes: body.bytes }
}

/** The body of a file whose inputs are what they were: as it is, or still to be made where only its digest is known. */
export function unmade(known: KnownFile['body'], make: () => string): OutputBody {
  if (typeof known === 'string' || known instanceof Uint8Array) return known
  return { ...known, make }
}
