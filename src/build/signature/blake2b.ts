/** Words of a block, and its bytes. */
const blockBytes = 128
const mask = 0xffff_ffff_ffff_ffffn

/** Initialisation vector (RFC 7693, 2.6). */
const iv = [
  0x6a09e667f3bcc908n,
  0xbb67ae8584caa73bn,
  0x3c6ef372fe94f82bn,
  0xa54ff53a5f1d36f1n,
  0x510e527fade682d1n,
  0x9b05688c2b3e6c1fn,
  0x1f83d9abfb41bd6bn,
  0x5be0cd19137e2179n,
] as const

/** Which word of the block goes where in each round (RFC 7693, 2.7). */
const schedule = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
  [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
  [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
  [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
  [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
] as const
const rounds = 12

/** The words that one round mixes: four columns, then four diagonals. */
const mixed = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const

/**
 * BLAKE2b without a key (RFC 7693). For a few bytes only: long messages are `node:crypto`'s, which knows
 * no size but 64 bytes on Node 20.
 *
 * @param size bytes of the digest, 1 to 64
 */
export function blake2b(message: Uint8Array, size: number): Uint8Array {
  const state = BigUint64Array.from(iv)
  state[0] = at(state, 0) ^ 0x0101_0000n ^ BigInt(size)
  const blocks = Math.max(1, Math.ceil(message.length / blockBytes))
  for (let i = 0; i < blocks; i++) {
    const end = Math.min((i + 1) * blockBytes, message.length)
    compress(state, message.subarray(i * blockBytes, end), BigInt(end), i === blocks - 1)
  }
  const digest = new Uint8Array(64)
  const view = new DataView(digest.buffer)
  for (const [i, word] of state.entries()) view.setBigUint64(i * 8, word, true)
  return digest.subarray(0, size)
}

/** The function F. @param counted bytes of the message up to the end of this block */
function compress(state: BigUint64Array, bytes: Uint8Array, counted: bigint, last: boolean): void {
  const block = new Uint8Array(blockBytes)
  block.set(bytes)
  const view = new DataView(block.buffer)
  const v = BigUint64Array.from([...state, ...iv])
  v[12] = at(v, 12) ^ counted
  if (last) v[14] = at(v, 14) ^ mask
  for (let round = 0; round < rounds; round++) {
    const order = schedule[round % schedule.length] ?? schedule[0]
    for (const [i, words] of mixed.entries()) {
      const x = view.getBigUint64((order[i * 2] ?? 0) * 8, true)
      const y = view.getBigUint64((order[i * 2 + 1] ?? 0) * 8, true)
      mix(v, words, x, y)
    }
  }
  for (let i = 0; i < 8; i++) state[i] = at(state, i) ^ at(v, i) ^ at(v, i + 8)
}

/** The function G. */
function mix(
  v: BigUint64Array,
  [a, b, c, d]: readonly [number, number, number, number],
  x: bigint,
  y: bigint,
): void {
  v[a] = at(v, a) + at(v, b) + x
  v[d] = rotated(at(v, d) ^ at(v, a), 32n)
  v[c] = at(v, c) + at(v, d)
  v[b] = rotated(at(v, b) ^ at(v, c), 24n)
  v[a] = at(v, a) + at(v, b) + y
  v[d] = rotated(at(v, d) ^ at(v, a), 16n)
  v[c] = at(v, c) + at(v, d)
  v[b] = rotated(at(v, b) ^ at(v, c), 63n)
}

function rotated(word: bigint, bits: bigint): bigint {
  return ((word >> bits) | (word << (64n - bits))) & mask
}

function at(words: BigUint64Array, i: number): bigint {
  return words[i] ?? 0n
}
