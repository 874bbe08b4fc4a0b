import { base64Bytes, keyIdText, printMinisignText, readMinisignText } from './minisign-text.ts'
import { SignatureError } from './signature-error.ts'

/** What everyone may know of a key. */
export interface MinisignPublicKey {
  /** 8 bytes. */
  readonly id: Uint8Array
  /** 32 bytes of Ed25519. */
  readonly key: Uint8Array
}

const size = 2 + 8 + 32

/**
 * Reads a public key of minisign: its file, or the one line of Base64 in it.
 *
 * @param what how messages name it
 * @throws SignatureError where it is none
 */
export function readPublicKey(text: string, what: string): MinisignPublicKey {
  const line = isKeyLine(text) ? text.trim() : readMinisignText(text, what).lines[0]
  const bytes = base64Bytes(line, size, what)
  if (Buffer.from(bytes.subarray(0, 2)).toString('latin1') !== 'Ed')
    throw new SignatureError(`${what} is a key of a kind that Ibid does not know.`)
  return { id: bytes.slice(2, 10), key: bytes.slice(10) }
}

/** True for the one line of Base64 of a public key. */
export function isKeyLine(text: string): boolean {
  return /^\s*RW[A-Za-z0-9+/]{54}\s*$/.test(text)
}

/** The one line of Base64 that people hand on. */
export function publicKeyLine({ id, key }: MinisignPublicKey): string {
  return Buffer.concat([Buffer.from('Ed', 'latin1'), id, key]).toString('base64')
}

/** The text of a public key file. */
export function printPublicKey(key: MinisignPublicKey): string {
  return printMinisignText(`minisign public key ${keyIdText(key.id)}`, [publicKeyLine(key)])
}
