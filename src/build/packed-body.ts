import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { UnmadeBody } from '../model/site.ts'

/** From so many pages or posts on, what waits to be written is packed. */
export const manyWaiting = 2000

/** A page that waits to be written in a quarter of the room: ten thousand of them are a quarter of a gigabyte. */
export function packedBody(text: string): UnmadeBody {
  const bytes = Buffer.from(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { sha256, bytes: bytes.length, make: packed(bytes) }
}

/** A text that waits in a quarter of the room. @returns gives it back */
export function packedText<T extends string>(text: T): () => T {
  const unpack = packed(Buffer.from(text))
  return () => unpack().toString() as T
}

function packed(bytes: Uint8Array): () => Buffer {
  // A copy: what zlib returns is the beginning of a larger piece of memory.
  const small = Uint8Array.from(deflateRawSync(bytes, { level: 1 }))
  return () => inflateRawSync(small)
}
