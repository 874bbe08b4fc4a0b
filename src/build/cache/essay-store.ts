import { randomUUID } from 'node:crypto'
import type { CacheFiles } from '../../io/ports.ts'
import type { BuildMemory, KeptPlace, KnownEssay } from './build-memory.ts'
import { shelved } from './kept-essay.ts'
import { readSealed, writeSealed } from './sealed.ts'
import { fileShelf } from './shelf.ts'

const storeName = 'essays'

/** The first line of a store. */
interface StoreHead {
  readonly engine: string
  /** Name of the file with the texts. */
  readonly shelf: string
  readonly texts: [string, BuildMemory['texts'] extends Map<string, infer Text> ? Text : never][]
  readonly pictures: [
    string,
    BuildMemory['pictures'] extends Map<string, infer One> ? One : never,
  ][]
  readonly items: [string, BuildMemory['items'] extends Map<string, infer Item> ? Item : never][]
  readonly terms: [string, BuildMemory['terms'] extends Map<string, infer Terms> ? Terms : never][]
}

/** A store that has been opened. */
export interface EssayStore {
  readonly memory: BuildMemory
  /** Writes down what has become of the memory. What cannot be written only costs time later. */
  readonly save: () => void
}

/**
 * Opens what earlier builds have kept of a site's texts. A store that is damaged, or that another engine
 * has written, is as good as none.
 *
 * @param engine stands for all that decides how texts are understood
 * @param distrust begins a new store
 */
export function openEssayStore(cache: CacheFiles, engine: string, distrust = false): EssayStore {
  const found = distrust ? undefined : readStore(cache, engine)
  const shelf = found?.head.shelf ?? `texts-${randomUUID().slice(0, 8)}`
  const memory: BuildMemory = {
    texts: new Map(found?.head.texts),
    pictures: new Map(found?.head.pictures),
    items: new Map(found?.head.items),
    terms: new Map(found?.head.terms),
    essays: new Map(found?.essays),
    files: new Map(),
    shelf: fileShelf(cache, shelf),
  }
  return { memory, save: () => saveStore(cache, engine, memory, shelf) }
}

interface FoundStore {
  readonly head: StoreHead
  readonly essays: readonly (readonly [string, KnownEssay])[]
}

function readStore(cache: CacheFiles, engine: string): FoundStore | undefined {
  const text = readSealed(cache, storeName)
  if (text === undefined) return undefined
  const [first = '', ...lines] = text.split('\n')
  // Whatever is under the seal of this engine has the shape that this engine gave it.
  const head = JSON.parse(first) as StoreHead
  if (head.engine !== engine) return undefined
  return { head, essays: lines.map(parseEssay) }
}

function parseEssay(line: string): readonly [string, KnownEssay] {
  const [path, known] = JSON.parse(line) as [string, KnownEssay]
  return [path, { ...known, stored: line }]
}

function saveStore(cache: CacheFiles, engine: string, memory: BuildMemory, shelf: string): void {
  const lines: string[] = []
  const places: KeptPlace[] = []
  for (const [path, known] of memory.essays) {
    const stored = storable(known, memory)
    if (!stored) continue
    const line = stored.stored ?? JSON.stringify([path, stored])
    if (stored.rendered?.kept) places.push(stored.rendered.kept)
    memory.essays.set(path, { ...stored, stored: line })
    lines.push(line)
  }
  const { texts, pictures, items, terms } = memory
  const head: StoreHead = {
    engine,
    shelf,
    texts: [...texts],
    pictures: [...pictures],
    items: [...items],
    terms: [...terms],
  }
  writeSealed(cache, storeName, [JSON.stringify(head), ...lines].join('\n'))
}

/** An essay as it can be written down; undefined where it cannot. */
function storable(known: KnownEssay, memory: BuildMemory): KnownEssay | undefined {
  if (known.stored !== undefined || !known.essay) return known
  const { rendered } = known
  if (!rendered?.text) return undefined
  const { kept: _, text, ...rest } = rendered
  const made = shelved(known, { ...rest, text }, memory)
  return made.head ? made : undefined
}
