/** The first place at which bytes stop being UTF-8, and why. */
export interface Utf8Fault {
  /** Offset of the first byte of the sequence at fault. */
  readonly offset: number
  readonly reason: string
}

/**
 * Finds the first fault of a byte sequence, by the same rules as a decoder in fatal mode (WHATWG Encoding,
 * 8.1.1, "UTF-8 decoder"; Unicode 16, table 3-7).
 */
export function findUtf8Fault(bytes: Uint8Array): Utf8Fault | undefined {
  let offset = 0
  while (offset < bytes.length) {
    const lead = bytes[offset] as number
    if (lead < 0x80) {
      offset++
      continue
    }
    const length = sequenceLength(lead)
    if (length === 0) return { offset, reason: leadReason(lead) }
    const [low, high] = secondByteRange(lead)
    for (let i = 1; i < length; i++) {
      const byte = bytes[offset + i]
      if (byte === undefined)
        return { offset, reason: 'the file ends in the middle of a character' }
      const inRange = i === 1 ? byte >= low && byte <= high : byte >= 0x80 && byte <= 0xbf
      if (!inRange) return { offset, reason: trailReason(lead, byte) }
    }
    offset += length
  }
  return undefined
}

/** Bytes of a sequence by its first one; 0 where no sequence starts with it. */
function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead <= 0xdf) return 2
  if (lead >= 0xe0 && lead <= 0xef) return 3
  return lead >= 0xf0 && lead <= 0xf4 ? 4 : 0
}

function secondByteRange(lead: number): readonly [number, number] {
  if (lead === 0xe0) return [0xa0, 0xbf]
  if (lead === 0xed) return [0x80, 0x9f]
  if (lead === 0xf0) return [0x90, 0xbf]
  return lead === 0xf4 ? [0x80, 0x8f] : [0x80, 0xbf]
}

function leadReason(lead: number): string {
  if (lead < 0xc0) return 'it can only stand inside a character, and no character has begun'
  if (lead < 0xc2) return 'it begins a character that is written longer than UTF-8 allows'
  return 'no character of UTF-8 begins with it'
}

function trailReason(lead: number, second: number): string {
  if (second < 0x80 || second > 0xbf) return 'the character that it begins is not finished'
  if (lead === 0xed) return 'it begins half of a UTF-16 pair, which UTF-8 does not have'
  if (lead === 0xf4) return 'it begins a character beyond the last one of Unicode'
  return 'it begins a character that is written longer than UTF-8 allows'
}
