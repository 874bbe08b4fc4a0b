import type { CacheFiles } from '../../io/ports.ts'
import type { RoutePath } from '../../model/paths.ts'
import type {
  BuildMemory,
  IndexedEssay,
  IndexedPiece,
  KnownEssay,
  KnownFile,
  KnownIndex,
  KnownItem,
  KnownText,
} from '../cache/build-memory.ts'
import { digest } from '../cache/digest.ts'
import { readSealed, writeSealed } from '../cache/sealed.ts'

/**
 * What small builds have changed since the last whole one: it comes on top of what that one has kept, so that ten
 * thousand essays need not be written down for the sake of one.
 */
export interface Since {
  /** Stamp by which the book is known. */
  readonly base: string
  /** Stamp of the index of what stands now. */
  readonly index: string
  /** Stands for the pieces of the search index in the book. */
  readonly piecesBefore: string
  readonly texts: Changed<KnownText>
  readonly essays: Changed<KnownEssay>
  readonly items: Changed<KnownItem>
  /** By number in the search index. */
  readonly indexed: readonly (readonly [number, IndexedEssay])[]
  readonly pieces: readonly IndexedPiece[]
  readonly searchIndex: RoutePath
  /** Pages, by path. */
  readonly files: Changed<KnownFile>
  /** Other files that are no longer what they were. */
  readonly lost: readonly string[]
  /** Of feeds, by number. */
  readonly rooms: readonly (readonly [number, FeedRoom])[]
}

/** What decides whether a feed would hold the same posts again. */
export interface FeedRoom {
  /** Bytes of all items. */
  readonly total: number
  /** Bytes of the first item that found no room. */
  readonly next?: number | undefined
}

type Changed<T> = readonly (readonly [path: string, now: T])[]

/** Undefined where there is nothing on top of this book. @param index stamp by which the book is known */
export function readSince(
  cache: CacheFiles,
  key: string,
  { index, engine }: { readonly index: string; readonly engine: string },
): Since | undefined {
  const found = readAny(cache, key, engine)
  return found?.base === index ? found : undefined
}

export function writeSince(cache: CacheFiles, key: string, engine: string, since: Since): boolean {
  return writeSealed(cache, nameOf(key), JSON.stringify([engine, since]))
}

export function dropSince(cache: CacheFiles, key: string): void {
  cache.remove(nameOf(key))
}

/** The newer of two changes counts. */
export function mergedSince(before: Since | undefined, now: Since): Since {
  if (!before) return now
  const both = <Name, T>(
    old: readonly (readonly [Name, T])[],
    fresh: readonly (readonly [Name, T])[],
  ) => [...new Map([...old, ...fresh])]
  return {
    ...now,
    piecesBefore: before.piecesBefore,
    texts: both(before.texts, now.texts),
    essays: both(before.essays, now.essays),
    items: both(before.items, now.items),
    indexed: both(before.indexed, now.indexed),
    files: both(before.files, now.files),
    lost: [...new Set([...before.lost, ...now.lost])],
    rooms: both(before.rooms, now.rooms),
  }
}

/** Brings what a whole build has kept up to date. Each entry counts on its own, whatever became of the others. */
export function addSince(
  memory: BuildMemory,
  cache: CacheFiles,
  key: string,
  engine: string,
): void {
  const since = readAny(cache, key, engine)
  if (!since) return
  for (const [path, text] of since.texts) memory.texts.set(path, text)
  for (const [path, known] of since.essays) memory.essays.set(path, known)
  for (const [path, item] of since.items) memory.items.set(path, item)
  for (const path of since.lost) memory.files.delete(path)
  for (const [path, file] of since.files) memory.files.set(path, file)
  const index = memory.index.get('all')
  const changed = index && changedIndex(index, since)
  if (changed) memory.index.set('all', changed)
}

/** Pieces and essays of an index belong together: undefined where it is not the one that was changed. */
function changedIndex(index: KnownIndex, since: Since): KnownIndex | undefined {
  if (digestOfPieces(index.pieces) !== since.piecesBefore) return undefined
  const essays = [...index.essays]
  for (const [number, indexed] of since.indexed) {
    if (essays[number]?.source !== indexed.source) return undefined
    essays[number] = indexed
  }
  return { essays, pieces: since.pieces }
}

/** Stands for the pieces of an index. */
export function digestOfPieces(pieces: readonly Pick<IndexedPiece, 'sha256'>[]): string {
  return digest(pieces.map(({ sha256 }) => sha256).join(' '))
}

function readAny(cache: CacheFiles, key: string, engine: string): Since | undefined {
  const text = readSealed(cache, nameOf(key))
  if (text === undefined) return undefined
  const [by, since] = JSON.parse(text) as [string, Since]
  return by === engine ? since : undefined
}

function nameOf(key: string): string {
  return `since-${key}`
}
