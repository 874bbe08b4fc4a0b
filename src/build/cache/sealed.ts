import { createHash } from 'node:crypto'
import type { CacheFiles } from '../../io/ports.ts'

const sealBytes = 32

/**
 * Keeps a text under a seal, so that damage is seen, and so is a file that was made elsewhere: a site's folder can
 * come with a cache in it that tells lies. False where it cannot be kept.
 */
export function writeSealed(cache: CacheFiles, name: string, text: string): boolean {
  const file = Buffer.allocUnsafe(sealBytes + Buffer.byteLength(text))
  file.write(text, sealBytes)
  sealOf(cache.home(true), file.subarray(sealBytes)).copy(file)
  return cache.replace(name, file)
}

/** What was kept; undefined where there is nothing, or it is not whole. */
export function readSealed(cache: CacheFiles, name: string): string | undefined {
  return readSealedBytes(cache, name)?.toString('utf8')
}

/** The same as the bytes of the text. */
export function readSealedBytes(cache: CacheFiles, name: string): Buffer | undefined {
  const file = cache.read(name)
  if (!file || file.length < sealBytes) return undefined
  const body = Buffer.from(file.buffer, file.byteOffset + sealBytes, file.length - sealBytes)
  return sealOf(cache.home(false), body).equals(file.subarray(0, sealBytes)) ? body : undefined
}

function sealOf(home: string | undefined, body: Uint8Array): Buffer {
  return createHash('sha256').update(`${home}\0`).update(body).digest()
}
