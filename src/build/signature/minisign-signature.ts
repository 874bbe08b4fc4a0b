import { createHash } from 'node:crypto'
import { signEd25519, verifyEd25519 } from './ed25519.ts'
import type { MinisignPublicKey } from './minisign-public-key.ts'
import type { MinisignSecretKey } from './minisign-secret-key.ts'
import { base64Bytes, keyIdText, printMinisignText, readMinisignText } from './minisign-text.ts'
import { SignatureError } from './signature-error.ts'

const size = 2 + 8 + 64
const trusted = 'trusted comment: '

/**
 * Signs bytes as minisign does: Ed25519 over their BLAKE2b-512.
 *
 * @param comment vouched for by the signature; one line
 * @returns the text of the signature file
 * @throws RangeError where the comment has a line end in it
 */
export function signMinisign(message: Uint8Array, key: MinisignSecretKey, comment: string): string {
  if (/[\r\n]/.test(comment)) throw new RangeError('A comment is one line.')
  const signature = signEd25519(hashOf(message), key.seed)
  const whole = signEd25519(Buffer.concat([signature, Buffer.from(comment)]), key.seed)
  return printMinisignText(`signature from minisign secret key`, [
    Buffer.concat([Buffer.from('ED', 'latin1'), key.id, signature]).toString('base64'),
    `${trusted}${comment}`,
    Buffer.from(whole).toString('base64'),
  ])
}

/**
 * Checks a signature of minisign, of either kind: over the hash of the bytes, or over the bytes themselves
 * as versions before 0.8 made it.
 *
 * @param text the signature file
 * @param what how messages name it
 * @returns the comment that the signature vouches for
 * @throws SignatureError where the signature is not good
 */
export function verifyMinisign(
  message: Uint8Array,
  text: string,
  key: MinisignPublicKey,
  what: string,
): string {
  const { lines } = readMinisignText(text, what)
  const [line, comment = '', whole] = lines
  const bytes = base64Bytes(line, size, what)
  if (!comment.startsWith(trusted) || lines.length !== 3)
    throw new SignatureError(`${what} is damaged, or no file of minisign.`)
  const kind = Buffer.from(bytes.subarray(0, 2)).toString('latin1')
  if (kind !== 'ED' && kind !== 'Ed')
    throw new SignatureError(`${what} is a signature of a kind that Ibid does not know.`)
  const id = bytes.subarray(2, 10)
  if (Buffer.compare(id, key.id) !== 0)
    throw new SignatureError(`${what} is by the key ${keyIdText(id)}, not by ${keyIdText(key.id)}.`)
  const signature = bytes.subarray(10)
  if (!verifyEd25519(kind === 'ED' ? hashOf(message) : message, signature, key.key))
    throw new SignatureError(`${what} is not the signature of these bytes.`)
  const said = comment.slice(trusted.length)
  const over = Buffer.concat([signature, Buffer.from(said)])
  if (!verifyEd25519(over, base64Bytes(whole, 64, what), key.key))
    throw new SignatureError(`The trusted comment of ${what} was changed.`)
  return said
}

function hashOf(message: Uint8Array): Uint8Array {
  return new Uint8Array(createHash('blake2b512').update(message).digest())
}
