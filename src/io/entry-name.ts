/**
 * The name of a directory entry, from its bytes.
 *
 * @returns `sound` false where no path can be made of the name: it is not valid UTF-8, or has a back
 * slash in it; `text` then shows the bytes, `caf<0xE9>.md`
 */
export function entryName(bytes: Uint8Array): { readonly text: string; readonly sound: boolean } {
  const text = decode(bytes)
  if (text !== undefined && !text.includes('\\')) return { text, sound: true }
  return { text: shown(bytes), sound: false }
}

/** Undefined where the bytes are no UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()
  // The sign for what cannot be read may stand in a name of its own accord.
  return text.includes('\uFFFD') && !Buffer.from(text).equals(bytes) ? undefined : text
}

function shown(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) {
    const plain = byte > 0x20 && byte < 0x7f && byte !== 0x5c
    text += plain
      ? String.fromCharCode(byte)
      : `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`
  }
  return text
}
