/** First bytes of files that are sometimes given the name of a text. */
const signatures: readonly (readonly [readonly number[], string])[] = [
  [[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], 'a PNG picture'],
  [[0xff, 0xd8, 0xff], 'a JPEG picture'],
  [[0x47, 0x49, 0x46, 0x38], 'a GIF picture'],
  [[0x52, 0x49, 0x46, 0x46], 'a WebP picture or a sound'],
  [[0x25, 0x50, 0x44, 0x46, 0x2d], 'a PDF document'],
  [[0x50, 0x4b, 0x03, 0x04], 'a ZIP archive, such as a document of Word or LibreOffice'],
  [[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1], 'an old document of Word'],
  [[0x1f, 0x8b], 'a gzip archive'],
  [[0x7f, 0x45, 0x4c, 0x46], 'a program'],
]

/** What a file that is not clean text is by its first bytes, in words; undefined where they tell nothing. */
export function knownFormat(bytes: Uint8Array): string | undefined {
  return signatures.find(([first]) => first.every((byte, i) => bytes[i] === byte))?.[1]
}

/** How many bytes are looked at to tell text from other things. */
const sampleSize = 8192

/**
 * Names the encoding of a text in 16 or 32 bit units: by its byte order mark, or by the half of its bytes
 * that a script below U+2000 leaves nearly constant.
 */
export function wideEncoding(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32BE'
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32LE' : 'UTF-16LE'
  if (a === 0xfe && b === 0xff) return 'UTF-16BE'
  const pairs = Math.floor(Math.min(bytes.length, sampleSize) / 2)
  if (pairs < 2) return undefined
  const count = { low: [0, 0], zero: [0, 0] }
  for (let i = 0; i < pairs * 2; i++) {
    const byte = bytes[i] as number
    const side = i % 2
    if (byte < 0x20) count.low[side] = (count.low[side] ?? 0) + 1
    if (byte === 0) count.zero[side] = (count.zero[side] ?? 0) + 1
  }
  const looksHigh = (side: 0 | 1): boolean =>
    (count.low[side] ?? 0) >= pairs * 0.6 &&
    (count.zero[side] ?? 0) > 0 &&
    (count.low[1 - side] ?? 0) <= pairs * 0.2
  if (looksHigh(1)) return 'UTF-16LE'
  return looksHigh(0) ? 'UTF-16BE' : undefined
}

/** True where more of the bytes are control characters than in any text. */
export function looksBinary(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, sampleSize)
  let controls = 0
  for (const byte of sample)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x0c) controls++
  return controls >= 8 && controls > sample.length * 0.05
}
