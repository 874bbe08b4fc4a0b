import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { UnmadeBody } from '../model/site.ts'

/** A page that waits to be written in a quarter of the room: ten thousand of them are a quarter of a gigabyte. */
export function packedBody(text: string): UnmadeBody {
  const bytes = Buffer.from(text)
  const packed = deflateRawSync(bytes, { level: 1 })
  return {
    sha256: createHash('sha256').update(bytes).digest('hex'),
    bytes: bytes.length,
    make: () => inflateRawSync(packed),
  }
}
