import { createHash } from 'node:crypto'

/** Ninety-six bits of SHA-256 as sixteen letters: enough that no two inputs of a site meet. */
export function digest(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('base64url').slice(0, 16)
}
