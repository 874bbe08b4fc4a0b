import { randomBytes, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import { blake2b } from './blake2b.ts'
import { publicKeyOfSeed } from './ed25519.ts'
import type { MinisignPublicKey } from './minisign-public-key.ts'
import { base64Bytes, printMinisignText, readMinisignText } from './minisign-text.ts'
import { SignatureError } from './signature-error.ts'

/** A key that can sign. */
export interface MinisignSecretKey extends MinisignPublicKey {
  /** 32 bytes from which the key of Ed25519 comes. */
  readonly seed: Uint8Array
}

/** How dear it is to try a password, as libsodium counts it. */
export interface ScryptLimits {
  readonly operations: number
  /** Bytes. */
  readonly memory: number
}

/** What minisign itself takes: a gigabyte and some seconds. */
export const sensitiveLimits: ScryptLimits = { operations: 33_554_432, memory: 1_073_741_824 }

const derive = promisify<string, Uint8Array, number, object, Buffer>(scrypt)

/** Places in the file: algorithms, salt, the two limits, then what is encrypted. */
const saltAt = 6
const operationsAt = saltAt + 32
const memoryAt = operationsAt + 8
const secretAt = memoryAt + 8
const secretSize = 8 + 64 + 32
const size = secretAt + secretSize

/** Makes a new key from the system's random source. */
export function newSecretKey(): MinisignSecretKey {
  const seed = new Uint8Array(randomBytes(32))
  return { id: new Uint8Array(randomBytes(8)), key: publicKeyOfSeed(seed), seed }
}

/**
 * The text of a secret key file of minisign.
 *
 * @param password encrypts the key; `''` leaves it open
 */
export async function printSecretKey(
  key: MinisignSecretKey,
  password: string,
  limits: ScryptLimits = sensitiveLimits,
): Promise<string> {
  const bytes = Buffer.alloc(size)
  bytes.write(password === '' ? 'Ed\0\0B2' : 'EdScB2', 0, 'latin1')
  const secret = Buffer.concat([key.id, key.seed, key.key, checksumOf(key)])
  if (password === '') secret.copy(bytes, secretAt)
  else {
    const salt = randomBytes(32)
    salt.copy(bytes, saltAt)
    bytes.writeBigUInt64LE(BigInt(limits.operations), operationsAt)
    bytes.writeBigUInt64LE(BigInt(limits.memory), memoryAt)
    mixIn(secret, await keyStream(password, salt, limits)).copy(bytes, secretAt)
  }
  const comment = `minisign ${password === '' ? 'unencrypted' : 'encrypted'} secret key`
  return printMinisignText(comment, [bytes.toString('base64')])
}

/** True where a password is needed to read a secret key file. @throws SignatureError where it is none */
export function isEncrypted(text: string, what: string): boolean {
  return Buffer.from(secretBytes(text, what).subarray(2, 4)).toString('latin1') === 'Sc'
}

/**
 * Reads a secret key file of minisign.
 *
 * @param password of an encrypted key
 * @throws SignatureError where the file is none, or the password another
 */
export async function readSecretKey(
  text: string,
  what: string,
  password: string,
): Promise<MinisignSecretKey> {
  const bytes = Buffer.from(secretBytes(text, what))
  const encrypted = isEncrypted(text, what)
  const stored = bytes.subarray(secretAt)
  const secret = encrypted
    ? mixIn(
        stored,
        await keyStream(password, bytes.subarray(saltAt, operationsAt), limitsOf(bytes)),
      )
    : stored
  const key = {
    id: new Uint8Array(secret.subarray(0, 8)),
    seed: new Uint8Array(secret.subarray(8, 40)),
    key: new Uint8Array(secret.subarray(40, 72)),
  }
  if (encrypted && Buffer.compare(checksumOf(key), secret.subarray(72)) !== 0)
    throw new SignatureError(`The password does not open ${what}.`)
  // minisign leaves the checksum of a key without a password empty.
  if (Buffer.compare(publicKeyOfSeed(key.seed), key.key) !== 0)
    throw new SignatureError(`${what} is damaged: its two halves do not belong together.`)
  return key
}

function secretBytes(text: string, what: string): Uint8Array {
  const bytes = base64Bytes(readMinisignText(text, what).lines[0], size, what)
  if (!/^Ed(?:Sc|\0\0)B2$/.test(Buffer.from(bytes.subarray(0, 6)).toString('latin1')))
    throw new SignatureError(`${what} is a key of a kind that Ibid does not know.`)
  return bytes
}

function checksumOf({ id, seed, key }: MinisignSecretKey): Buffer {
  return Buffer.from(blake2b(Buffer.concat([Buffer.from('Ed', 'latin1'), id, seed, key]), 32))
}

function limitsOf(bytes: Buffer): ScryptLimits {
  const operations = Number(bytes.readBigUInt64LE(operationsAt))
  const memory = Number(bytes.readBigUInt64LE(memoryAt))
  if (operations > sensitiveLimits.operations || memory > sensitiveLimits.memory)
    throw new SignatureError(
      'The key asks for more memory or time to be opened than minisign does.',
    )
  return { operations, memory }
}

/** As many bytes as the secret part has, from a password. */
function keyStream(password: string, salt: Uint8Array, limits: ScryptLimits): Promise<Buffer> {
  const { cost, parallel } = scryptParameters(limits)
  const maxmem = limits.memory + 64 * 1024 * 1024
  return derive(password, salt, secretSize, { N: cost, r: blockSize, p: parallel, maxmem })
}

const blockSize = 8

/** N and p as libsodium's `crypto_pwhash_scryptsalsa208sha256` picks them from its limits. */
function scryptParameters(limits: ScryptLimits): { cost: number; parallel: number } {
  const operations = Math.max(limits.operations, 32_768)
  const cheap = operations < limits.memory / 32
  const most = cheap ? operations / (blockSize * 4) : limits.memory / (blockSize * 128)
  let log2 = 1
  while (log2 < 63 && 2 ** log2 <= most / 2) log2++
  const work = Math.min(operations / 4 / 2 ** log2, 0x3fff_ffff)
  return { cost: 2 ** log2, parallel: cheap ? 1 : Math.max(1, Math.floor(work / blockSize)) }
}

function mixIn(bytes: Uint8Array, stream: Uint8Array): Buffer {
  return Buffer.from(bytes.map((byte, i) => byte ^ (stream[i] ?? 0)))
}
