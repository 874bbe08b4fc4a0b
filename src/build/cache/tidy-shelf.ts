import type { CacheFiles } from '../../io/ports.ts'
import type { BuildMemory, KeptPlace } from './build-memory.ts'
import { bytesAt } from './shelf.ts'

/** A shelf may hold as much that is of no use any more as it holds of use, and this much besides; bytes. */
const spareBytes = 4 * 1024 * 1024

/**
 * Writes a shelf anew without the texts that nobody asks for any more, once they take more room than the
 * others. What is damaged is left out, and compiled again when it is needed.
 *
 * @param essays are told their new places
 */
export function tidyShelf(cache: CacheFiles, name: string, essays: BuildMemory['essays']): void {
  const places = [...essays.values()].flatMap(({ rendered }) => rendered?.kept ?? [])
  const used = places.reduce((sum, { bytes }) => sum + bytes, 0)
  const all = cache.append(name, new Uint8Array()) ?? 0
  if (all <= 2 * used + spareBytes) return
  const texts: Uint8Array[] = []
  const moved = new Map<KeptPlace, number>()
  let start = 0
  for (const place of places) {
    const text = bytesAt(cache, name, place)
    if (!text) continue
    texts.push(text)
    moved.set(place, start)
    start += text.length
  }
  if (!cache.replace(name, Buffer.concat(texts))) return
  for (const [path, known] of essays) {
    const { rendered, stored: _, ...rest } = known
    const place = rendered?.kept
    if (!rendered || !place) continue
    const at = moved.get(place)
    const kept = at === undefined ? undefined : { ...place, start: at }
    essays.set(path, { ...rest, rendered: kept && { ...rendered, kept } })
  }
}
