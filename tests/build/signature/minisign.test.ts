import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  isKeyLine,
  printPublicKey,
  publicKeyLine,
  readPublicKey,
} from '../../../src/build/signature/minisign-public-key.ts'
import {
  isEncrypted,
  newSecretKey,
  printSecretKey,
  readSecretKey,
} from '../../../src/build/signature/minisign-secret-key.ts'
import { signMinisign, verifyMinisign } from '../../../src/build/signature/minisign-signature.ts'

/** Cheap to open, for tests only. */
const weak = { operations: 32_768, memory: 16 * 1024 * 1024 }
const key = newSecretKey()
const message = Buffer.from('Essays with notes.\n')
const comment = 'timestamp:1700000000\tfile:SHA256SUMS\thashed'
const signature = signMinisign(message, key, comment)

/** Changes one bit of the bytes that a line of Base64 stands for. */
function flipped(text: string, line: number, bit: number): string {
  const lines = text.split('\n')
  const bytes = Buffer.from(lines[line] ?? '', 'base64')
  bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  lines[line] = bytes.toString('base64')
  return lines.join('\n')
}

test('the line that people hand on is read and printed', () => {
  const publicKey = 'RWQrzz3LU2DO7kxNS/Yv4Kzvb1tgkbB4FXNOnm52VG1KQj/8awpewXjQ'
  assert.ok(isKeyLine(publicKey))
  assert.equal(publicKeyLine(readPublicKey(publicKey, 'the key')), publicKey)
})

test('what is signed is verified, and its comment told', () => {
  assert.equal(verifyMinisign(message, signature, key, 'the signature'), comment)
  const read = readPublicKey(printPublicKey(key), 'the key')
  assert.equal(verifyMinisign(message, signature, read, 'the signature'), comment)
})

test('no bit of a signature, of its comment or of the message can be changed', () => {
  const verify = (text: string, bytes: Uint8Array = message) =>
    verifyMinisign(bytes, text, key, 'the signature')
  fc.assert(
    fc.property(fc.nat(74 * 8 - 1), (bit) =>
      assert.throws(() => verify(flipped(signature, 1, bit))),
    ),
  )
  fc.assert(
    fc.property(fc.nat(64 * 8 - 1), (bit) =>
      assert.throws(() => verify(flipped(signature, 3, bit))),
    ),
  )
  assert.throws(() => verify(signature.replace('1700000000', '1700000001')), /trusted comment/)
  assert.throws(() => verify(signature, Buffer.from('Essays with note.\n')), /not the signature/)
  assert.throws(() => verify('x'), /no file of minisign/)
  assert.throws(() => verify(signature.split('\n').slice(0, 2).join('\n')), /no file of minisign/)
})

test('another key is named by its id', () => {
  assert.throws(
    () => verifyMinisign(message, signature, newSecretKey(), 'SHA256SUMS.minisig'),
    /^SignatureError: SHA256SUMS\.minisig is by the key [0-9A-F]{16}, not by [0-9A-F]{16}\.$/,
  )
})

test('a comment of two lines is refused', () => {
  assert.throws(() => signMinisign(message, key, 'a\nb'), RangeError)
})

test('a secret key is read back, open or encrypted, and a wrong password is told', async () => {
  const open = await printSecretKey(key, '')
  const shut = await printSecretKey(key, 'Gänse', weak)
  assert.deepEqual([isEncrypted(open, 'it'), isEncrypted(shut, 'it')], [false, true])
  assert.deepEqual(await readSecretKey(open, 'it', ''), key)
  assert.deepEqual(await readSecretKey(shut, 'it', 'Gänse'), key)
  await assert.rejects(readSecretKey(shut, 'it', 'Ganse'), /The password does not open it\./)
  await assert.rejects(readSecretKey(flipped(open, 1, 80 * 8), 'it', ''), /damaged/)
})

test('a key file that asks for more memory than minisign does is refused', async () => {
  const text = await printSecretKey(key, 'x', weak)
  const lines = text.split('\n')
  const bytes = Buffer.from(lines[1] ?? '', 'base64')
  bytes.writeBigUInt64LE(2n ** 40n, 46)
  lines[1] = bytes.toString('base64')
  await assert.rejects(readSecretKey(lines.join('\n'), 'it', 'x'), /more memory/)
})

test('what is no key says so', async () => {
  for (const text of ['', 'x', 'untrusted comment: x\nRWQ=', 'untrusted comment: x\n???'])
    await assert.rejects(async () => readPublicKey(text, 'it'), /^SignatureError: it is /)
  await assert.rejects(readSecretKey(printPublicKey(key), 'it', ''), /^SignatureError: it is /)
})
