import { createHash } from 'node:crypto'
import type { CacheFiles } from '../../io/ports.ts'

const sealBytes = 32

/** Keeps a text under a seal, so that damage is seen. False where it cannot be kept. */
export function writeSealed(cache: CacheFiles, name: string, text: string): boolean {
  const body = Buffer.from(text)
  return cache.replace(name, Buffer.concat([sealOf(body), body]))
}

/** What was kept; undefined where there is nothing, or it is not whole. */
export function readSealed(cache: CacheFiles, name: string): string | undefined {
  const file = cache.read(name)
  if (!file || file.length < sealBytes) return undefined
  const body = Buffer.from(file.buffer, file.byteOffset + sealBytes, file.length - sealBytes)
  return sealOf(body).equals(file.subarray(0, sealBytes)) ? body.toString('utf8') : undefined
}

function sealOf(body: Uint8Array): Buffer {
  return createHash('sha256').update(body).digest()
}
