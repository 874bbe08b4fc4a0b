import type { CacheFiles, FileDigest } from '../../io/ports.ts'
import type { BuildMemory, KnownFile } from './build-memory.ts'
import { readSealed, writeSealed } from './sealed.ts'

/** What is written down of a file: its path, inputs, digest and size, and what its page looked at. */
type StoredFile = readonly [
  path: string,
  inputs: string,
  sha256: string,
  bytes: number,
  reads?: StoredReads,
]

/** Bits of the site, lists, and for each set of bits the essays that were looked at so, by number. */
type StoredReads = readonly [number, readonly string[], readonly (readonly [number, ...number[]])[]]

interface PageStore {
  readonly engine: string
  readonly sources: readonly string[]
  readonly files: readonly StoredFile[]
}

/** What stands in an output folder and from what it was made. @param key names the output folder */
export function readPages(cache: CacheFiles, key: string, engine: string): BuildMemory['files'] {
  const text = readSealed(cache, nameOf(key))
  if (text === undefined) return new Map()
  const store = JSON.parse(text) as PageStore
  if (store.engine !== engine) return new Map()
  return new Map(
    store.files.map(([path, inputs, sha256, bytes, reads]): [string, KnownFile] => [
      path,
      { inputs, body: { sha256, bytes }, reads: reads && readsFrom(reads, store.sources) },
    ]),
  )
}

/** @param digests of the files as they were written */
export function writePages(
  cache: CacheFiles,
  key: string,
  engine: string,
  files: BuildMemory['files'],
  digests: ReadonlyMap<string, FileDigest>,
): void {
  const numbers = new Map<string, number>()
  const numberOf = (source: string): number => {
    const number = numbers.get(source) ?? numbers.size
    numbers.set(source, number)
    return number
  }
  const stored: StoredFile[] = []
  for (const [path, { inputs, reads }] of files) {
    const digest = digests.get(path)
    if (!digest) continue
    const { sha256, bytes } = digest
    if (reads) stored.push([path, inputs, sha256, bytes, storedReads(reads, numberOf)])
    else stored.push([path, inputs, sha256, bytes])
  }
  const store: PageStore = { engine, sources: [...numbers.keys()], files: stored }
  writeSealed(cache, nameOf(key), JSON.stringify(store))
}

function nameOf(key: string): string {
  return `pages-${key}`
}

function storedReads(
  { site, lists, essays }: NonNullable<KnownFile['reads']>,
  numberOf: (source: string) => number,
): StoredReads {
  return [site, lists, essays.map(([bits, sources]) => [bits, ...sources.map(numberOf)])]
}

function readsFrom(
  [site, lists, groups]: StoredReads,
  sources: readonly string[],
): KnownFile['reads'] {
  const essays = groups.map(
    ([bits, ...numbers]) => [bits, numbers.map((number) => sources[number] ?? '')] as const,
  )
  return { site, lists, essays }
}
