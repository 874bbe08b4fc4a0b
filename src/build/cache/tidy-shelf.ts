import type { CacheFiles } from '../../io/ports.ts'
import type { BuildMemory, HeldText, KeptPlace } from './build-memory.ts'
import { bytesAt } from './shelf.ts'

/** A shelf may hold as much that is of no use any more as it holds of use, and this much besides; bytes. */
const spareBytes = 4 * 1024 * 1024

/**
 * Writes a shelf anew without the texts that nobody asks for any more, once they take more room than the
 * others. What is damaged is left out, and made again when it is needed.
 *
 * @param memory is told of the new places
 */
export function tidyShelf(
  cache: CacheFiles,
  name: string,
  memory: Pick<BuildMemory, 'essays' | 'index'>,
): void {
  const places = keptPlaces(memory)
  const used = places.reduce((sum, { bytes }) => sum + bytes, 0)
  const all = cache.append(name, new Uint8Array()) ?? 0
  if (all <= 2 * used + spareBytes) return
  const texts: Uint8Array[] = []
  const moved = new Map<KeptPlace, KeptPlace>()
  let start = 0
  for (const place of places) {
    const text = bytesAt(cache, name, place)
    if (!text) continue
    texts.push(text)
    moved.set(place, { ...place, start })
    start += text.length
  }
  if (cache.replace(name, Buffer.concat(texts))) tell(memory, moved)
}

function keptPlaces({ essays, index }: Pick<BuildMemory, 'essays' | 'index'>): KeptPlace[] {
  const ofTexts = [...essays.values()].flatMap(({ rendered }) => rendered?.kept ?? [])
  const held = [...index.values()].flatMap((known) => [
    ...known.essays.map(({ terms }) => terms),
    ...known.pieces.map(({ text }) => text),
  ])
  return [...ofTexts, ...held.filter((text) => typeof text !== 'string')]
}

function tell(
  { essays, index }: Pick<BuildMemory, 'essays' | 'index'>,
  moved: ReadonlyMap<KeptPlace, KeptPlace>,
): void {
  for (const [path, known] of essays) {
    const { rendered, stored: _, ...rest } = known
    if (!rendered?.kept) continue
    const kept = moved.get(rendered.kept)
    essays.set(path, { ...rest, rendered: kept && { ...rendered, kept } })
  }
  const place = (held: HeldText): HeldText =>
    typeof held === 'string' ? held : (moved.get(held) ?? held)
  for (const [name, known] of index)
    index.set(name, {
      essays: known.essays.map((essay) => ({ ...essay, terms: place(essay.terms) })),
      pieces: known.pieces.map((piece) => ({ ...piece, text: place(piece.text) })),
    })
}
