import type { Spool } from '../io/ports.ts'
import type { UnmadeBody } from '../model/site.ts'
import { sha256 } from './sha256.ts'

/** From so many pages or posts on, what waits to be written waits on the disk: ten thousand pages are a quarter of a gigabyte. */
export const manyWaiting = 2000

/**
 * A file that waits to be written.
 *
 * @param again makes the same text once more, where there is no room on the disk
 */
export function waitingBody(
  text: string,
  spool: Spool | undefined,
  again: () => string,
): UnmadeBody {
  const bytes = Buffer.from(text)
  return { sha256: sha256(bytes), bytes: bytes.length, make: spool?.keep(bytes) ?? again }
}

/** A text that waits to be used. @param again as for `waitingBody` @returns gives it back */
export function waitingText<T extends string>(
  text: T,
  spool: Spool | undefined,
  again: () => T,
): () => T {
  const recall = spool?.keep(Buffer.from(text))
  return recall ? () => Buffer.from(recall()).toString() as T : again
}
