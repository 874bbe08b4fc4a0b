import type { CacheFiles } from '../../io/ports.ts'
import type { BuildMemory, HeldText, KeptPlace, Shelf } from './build-memory.ts'
import { decodeText, encodeText, type KeptText } from './compact-tree.ts'
import { digest } from './digest.ts'

/** Texts in one file, one behind the other. Each is checked when it is read. */
export function fileShelf(cache: CacheFiles, name: string): Shelf {
  const keepBytes: Shelf['keepBytes'] = (bytes) => {
    const start = cache.append(name, bytes)
    if (start === undefined) return undefined
    return { start, bytes: bytes.length, digest: digest(bytes) }
  }
  // A page asks for its essay's headings, then for its trees: the text that was read last is still at hand.
  let last: { readonly place: KeptPlace; readonly text: KeptText } | undefined
  return {
    keepBytes,
    keep: (text) => {
      const bytes = encodeText(text)
      return bytes && keepBytes(bytes)
    },
    recallBytes: (place) => bytesAt(cache, name, place),
    recall: (place) => {
      if (last?.place === place) return last.text
      const bytes = bytesAt(cache, name, place)
      last = bytes && { place, text: decodeText(bytes) }
      return last?.text
    },
  }
}

/** Puts a text on the shelf, so that only its place stays in memory, where there is a shelf. */
export function holdText(text: string, { shelf }: Pick<BuildMemory, 'shelf'>): HeldText {
  return shelf?.keepBytes(Buffer.from(text)) ?? text
}

/** The text again; undefined where it is damaged or lost. */
export function heldText(
  held: HeldText,
  { shelf }: Pick<BuildMemory, 'shelf'>,
): string | undefined {
  if (typeof held === 'string') return held
  const bytes = shelf?.recallBytes(held)
  return bytes && Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString()
}

/** What is kept at a place; undefined where it is damaged or lost. */
export function bytesAt(
  cache: CacheFiles,
  name: string,
  { start, bytes, digest: expected }: KeptPlace,
): Uint8Array | undefined {
  const found = cache.readAt(name, start, bytes)
  return found && digest(found) === expected ? found : undefined
}
