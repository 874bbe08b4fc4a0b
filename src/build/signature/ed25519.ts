import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'

/** What stands before the 32 bytes of a key in DER (RFC 8410, 7 and 4). */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex')

/** Signs with Ed25519 (RFC 8032). @param seed 32 bytes @returns 64 bytes */
export function signEd25519(message: Uint8Array, seed: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, message, privateKey(seed)))
}

/** True where a signature of 64 bytes is that of the key of 32. */
export function verifyEd25519(
  message: Uint8Array,
  signature: Uint8Array,
  publicKey: Uint8Array,
): boolean {
  const der = Buffer.concat([publicPrefix, publicKey])
  return verify(
    null,
    message,
    createPublicKey({ key: der, format: 'der', type: 'spki' }),
    signature,
  )
}

/** The public key of a seed, 32 bytes. */
export function publicKeyOfSeed(seed: Uint8Array): Uint8Array {
  const der = createPublicKey(privateKey(seed)).export({ format: 'der', type: 'spki' })
  return new Uint8Array(der.subarray(publicPrefix.length))
}

function privateKey(seed: Uint8Array): KeyObject {
  const der = Buffer.concat([privatePrefix, seed])
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
}
