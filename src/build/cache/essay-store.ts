import type { CacheFiles } from '../../io/ports.ts'
import { isOfTheMoment } from '../giving-up.ts'
import type { BuildMemory, KnownEssay, Shelf } from './build-memory.ts'
import { shelved } from './kept-essay.ts'
import { readSealed, readSealedBytes, writeSealed } from './sealed.ts'
import { fileShelf } from './shelf.ts'
import { tidyShelf } from './tidy-shelf.ts'

const storeName = 'essays'

/** The file with the texts, and with what the search index is made of. */
const shelfName = 'texts'

/** The first line of a store. */
interface StoreHead {
  readonly engine: string
  readonly texts: Entries<'texts'>
  readonly pictures: Entries<'pictures'>
  readonly items: Entries<'items'>
  readonly index: Entries<'index'>
  readonly related: Entries<'related'>
}

type Entries<Part extends keyof BuildMemory> =
  BuildMemory[Part] extends Map<string, infer Entry> ? [string, Entry][] : never

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
 * @param readOnly takes what is there and leaves the disk as it is
 */
export function openEssayStore(
  cache: CacheFiles,
  engine: string,
  { distrust = false, readOnly = false }: { distrust?: boolean; readOnly?: boolean } = {},
): EssayStore {
  const found = distrust ? undefined : readStore(cache, engine)
  // What another store has left there is nothing to this one.
  if (!found && !readOnly) cache.remove(shelfName)
  const shelf = storeShelf(cache)
  const memory: BuildMemory = {
    texts: new Map(found?.head.texts),
    pictures: new Map(found?.head.pictures),
    items: new Map(found?.head.items),
    terms: new Map(),
    index: new Map(found?.head.index),
    related: new Map(found?.head.related),
    essays: new Map(found?.essays),
    files: new Map(),
    shelf: readOnly ? { ...shelf, keep: () => undefined, keepBytes: () => undefined } : shelf,
  }
  return {
    memory,
    save: () => {
      if (!readOnly) saveStore(cache, engine, memory)
    },
  }
}

/** The texts of a store, with what its search index is made of. */
export function storeShelf(cache: CacheFiles): Shelf {
  return fileShelf(cache, shelfName)
}

/**
 * Looks up single essays in a store that is not read as a whole.
 *
 * @returns undefined where there is none, or it is damaged or another engine's
 */
export function storedEssays(
  cache: CacheFiles,
  engine: string,
): ((path: string) => KnownEssay | undefined) | undefined {
  const bytes = readSealedBytes(cache, storeName)
  const start = JSON.stringify({ engine }).slice(0, -1)
  if (bytes?.subarray(0, Buffer.byteLength(start)).toString() !== start) return undefined
  return (path) => {
    const begin = bytes.indexOf(`\n${JSON.stringify([path]).slice(0, -1)},`) + 1
    if (begin === 0) return undefined
    const end = bytes.indexOf('\n', begin)
    const [, known] = parseEssay(bytes.toString('utf8', begin, end < 0 ? bytes.length : end))
    return known
  }
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

function saveStore(cache: CacheFiles, engine: string, memory: BuildMemory): void {
  for (const [path, known] of memory.essays) {
    const stored = storable(known, memory)
    if (stored) memory.essays.set(path, stored)
  }
  tidyShelf(cache, shelfName, memory)
  const lines: string[] = []
  for (const [path, known] of memory.essays) {
    if (known.essay || known.diagnostics.some(isOfTheMoment)) continue
    const line = known.stored ?? JSON.stringify([path, known])
    memory.essays.set(path, { ...known, stored: line })
    lines.push(line)
  }
  const { texts, pictures, items, index, related } = memory
  const head: StoreHead = {
    engine,
    texts: [...texts],
    pictures: [...pictures],
    items: [...items],
    index: [...index],
    related: [...related],
  }
  writeSealed(cache, storeName, [JSON.stringify(head), ...lines].join('\n'))
}

/** An essay as it can be written down; undefined where it cannot. */
function storable(known: KnownEssay, memory: BuildMemory): KnownEssay | undefined {
  const { stored, essay, rendered } = known
  if (stored !== undefined) return known
  if (!rendered?.text) return essay ? undefined : known
  const { kept: _, text, ...rest } = rendered
  const made = shelved(known, { ...rest, text }, memory)
  return made.rendered?.text ? undefined : made
}
