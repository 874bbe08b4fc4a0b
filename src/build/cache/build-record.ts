import type { CacheFiles, SourceEntry } from '../../io/ports.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { HeldCounts } from '../../site/published.ts'
import type { Excerpt } from './excerpts.ts'
import type { PublishWindow } from './publish-window.ts'
import { readSealed, writeSealed } from './sealed.ts'

/** Everything that a finished build depended on, and what it said. While none of it has changed, the next build has nothing to do. */
export interface BuildRecord {
  readonly engine: string
  /** Stands for the options. */
  readonly options: string
  /** Every entry of the folders that sites are made from; the digest where the file is a text. */
  readonly entries: readonly RecordedEntry[]
  /** Files of the theme that lie elsewhere, with their stamps. */
  readonly themeFiles: readonly (readonly [path: string, stamp: string])[]
  /** Posts whose day git was asked for, and what it said; null where it does not know. */
  readonly committed: readonly (readonly [path: string, day: string | null])[]
  readonly window: PublishWindow
  /** Stands for the index of the files that were written. */
  readonly written: string
  readonly files: number
  readonly posts: number
  readonly pages: number
  readonly held: HeldCounts
  /** Sources that were left out. */
  readonly failed: number
  readonly diagnostics: readonly Diagnostic[]
  readonly excerpts: Readonly<Record<string, Excerpt>>
}

/** Path, kind, size and reason, stamp (`''` where it tells nothing), digest (`''` where none is known). */
export type RecordedEntry = readonly [path: string, facts: string, stamp: string, digest: string]

/** What can be told of an entry without looking into it. */
export function factsOf({ kind, bytes, reason = '' }: SourceEntry): string {
  return `${kind} ${bytes} ${reason}`
}

/** @param key names the output folder */
export function readRecord(
  cache: CacheFiles,
  key: string,
  engine: string,
): BuildRecord | undefined {
  const text = readSealed(cache, nameOf(key))
  if (text === undefined) return undefined
  const record = JSON.parse(text) as BuildRecord
  return record.engine === engine ? record : undefined
}

export function writeRecord(cache: CacheFiles, key: string, record: BuildRecord): void {
  writeSealed(cache, nameOf(key), JSON.stringify(record))
}

/** What is done before anything changes that the record speaks of. */
export function dropRecord(cache: CacheFiles, key: string): void {
  cache.remove(nameOf(key))
}

function nameOf(key: string): string {
  return `build-${key}`
}
