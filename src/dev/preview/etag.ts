import { createHash } from 'node:crypto'
import type { Encoding } from './encoding.ts'

/** The SHA-256 of a body, in hexadecimal. */
export function digestOf(body: Uint8Array): string {
  return createHash('sha256').update(body).digest('hex')
}

/** A strong entity tag; each encoding of a body is a representation of its own (RFC 9110, 8.8.3.3). */
export function etagOf(digest: string, encoding: Encoding): string {
  return encoding === 'identity' ? `"${digest}"` : `"${digest}-${encoding}"`
}

/**
 * True where the browser already has the representation (RFC 9110, 13.1.2: compared weakly).
 *
 * @param header the `If-None-Match` header
 */
export function holdsEtag(header: string | undefined, etag: string): boolean {
  if (header === undefined) return false
  if (header.trim() === '*') return true
  return (header.match(/(?:W\/)?"[^"]*"/g) ?? []).some((tag) => tag.replace(/^W\//, '') === etag)
}
