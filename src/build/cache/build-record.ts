import type { CacheFiles, SourceEntry } from '../../io/ports.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { HeldCounts } from '../../site/published.ts'
import { digest } from './digest.ts'
import type { Excerpt } from './excerpts.ts'
import type { PublishWindow } from './publish-window.ts'
import { readSealed, writeSealed } from './sealed.ts'

/** Everything that a finished build depended on, and what it said. While none of it has changed, the next build has nothing to do. */
export interface BuildRecord {
  readonly engine: string
  /** Stands for the options. */
  readonly options: string
  readonly entries: RecordedEntries
  /** Files of the theme that lie elsewhere, with their stamps. */
  readonly themeFiles: readonly (readonly [path: string, stamp: string])[]
  /** Posts whose day git was asked for, and what it said; null where it does not know. */
  readonly committed: readonly (readonly [path: string, day: string | null])[]
  readonly window: PublishWindow
  readonly written: RecordedFiles
  readonly posts: number
  readonly pages: number
  readonly held: HeldCounts
  /** Sources that were left out. */
  readonly failed: number
  readonly diagnostics: readonly Diagnostic[]
  readonly excerpts: Readonly<Record<string, Excerpt>>
  /** Of the texts that excerpts are taken from. */
  readonly excerptDigests: Readonly<Record<string, string>>
}

/**
 * Every entry of the folders that sites are made from, in their order. Columns, since a list of lists takes longer
 * to read than ten thousand files take to be looked at.
 */
export interface RecordedEntries {
  /** Stands for their paths and kinds. */
  readonly facts: string
  /** A column; `''` where a stamp tells nothing. */
  readonly stamps: string
  /** A column; `''` where the file is no text. */
  readonly digests: string
}

/** The files of the site as they were written. */
export interface RecordedFiles {
  readonly paths: readonly string[]
  /** A column. */
  readonly stamps: string
  /** Stamp of the index that tells of them. */
  readonly index: string
}

/** @param digestOf knows those of texts; `''` for other files */
export function recordedEntries(
  entries: readonly SourceEntry[],
  digestOf: (path: string) => string,
): RecordedEntries {
  return {
    facts: factsOf(entries),
    stamps: column(entries.map(({ stamp = '' }) => stamp)),
    digests: column(entries.map(({ path }) => digestOf(path))),
  }
}

/** Stands for what can be told of entries whatever is in them. */
export function factsOf(entries: readonly SourceEntry[]): string {
  // No path has a NUL in it.
  const facts = entries.map(({ path, kind, reason = '' }) => [path, kind, reason].join('\0'))
  return digest(facts.join('\0'))
}

/** Stamps and digests are of digits, letters, points and dashes. */
export function column(values: readonly string[]): string {
  return values.join(' ')
}

/** The values of a column. */
export function columnValues(text: string): readonly string[] {
  return text.split(' ')
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
