import type { SourceEntry } from '../../io/ports.ts'
import { sourcePath } from '../../model/paths.ts'
import type { BuildOptions, BuildResult, BuildWorld } from '../build-run.ts'
import { foldersForFiles, isEssayText } from '../read-content.ts'
import { standsAsWritten } from '../stands-as-written.ts'
import {
  type BuildRecord,
  column,
  columnValues,
  factsOf,
  type RecordedEntries,
  readRecord,
  writeRecord,
} from './build-record.ts'
import { digest } from './digest.ts'
import { excerptSources } from './excerpts.ts'
import { isWithin } from './publish-window.ts'

/** The folders that sites are made from. */
export const siteFolders = ['content', 'public', 'themes'] as const

/** Stands for what was asked of a build. */
export function optionsKey({ drafts, future, keepGoing, base, theme }: BuildOptions): string {
  return JSON.stringify([drafts, future, keepGoing, base ?? null, theme ?? null])
}

/** What became of a site since the last build. */
export type SiteNow =
  | { readonly same: Omit<BuildResult, 'durationMs'> }
  /** Of all that it depended on, only the texts of a few essays. */
  | { readonly edited: EditedSite }

/** A site of which the bytes of a few essays are no longer what they were. */
export interface EditedSite {
  /** Of the last build, with the files as they are now. */
  readonly record: BuildRecord
  readonly entries: readonly SourceEntry[]
  readonly edited: readonly SourceEntry[]
  /** Of the bytes of a text when the site was built. */
  readonly digestBefore: (path: string) => string | undefined
}

/**
 * Compares what the last build depended on, and what it wrote, with what is there. Nothing that renders is loaded for
 * it. Undefined where there is more to do, or no telling.
 */
export async function siteNow(
  options: BuildOptions,
  world: BuildWorld,
): Promise<SiteNow | undefined> {
  const { cache, engine, output, clock } = world
  if (!cache || engine === undefined || (await isBusy(world))) return undefined
  const record = readRecord(cache, output.key, engine)
  if (!record || record.options !== optionsKey(options)) return undefined
  if (!isWithin(record.window, clock.now())) return undefined
  const compared = await comparedEntries(record.entries, world)
  if (!compared || !(await sameSurroundings(record, world))) return undefined
  const { entries, edited, now } = compared
  if (edited.length > 0) {
    const before = columnValues(record.entries.digests)
    const digestBefore = (path: string) => before[now.findIndex((entry) => entry.path === path)]
    return { edited: { record: { ...record, entries }, entries: now, edited, digestBefore } }
  }
  if (!(await standsAsWritten(record.written, output))) return undefined
  if (entries !== record.entries) writeRecord(cache, output.key, { ...record, entries })
  const same = { ...told(record), written: 0, kept: record.written.paths.length, removed: 0 }
  return { same }
}

/** What a build says that has come to what a record tells of. */
export function told({
  failed,
  posts,
  pages,
  held,
  diagnostics,
  excerpts,
}: BuildRecord): Omit<BuildResult, 'durationMs' | 'written' | 'kept' | 'removed'> {
  return {
    ok: failed === 0,
    finished: true,
    configurationError: false,
    posts,
    pages,
    held,
    diagnostics,
    sources: excerptSources(excerpts),
  }
}

/** True where another build is at work, or one that was stopped has left something to be ended. */
async function isBusy({ output }: BuildWorld): Promise<boolean> {
  const signs = ['lock', `journal-${output.key}.json`, `rollback-${output.key}.json`]
  const found = await output.state.lookAll(signs)
  return found.some((each) => each !== undefined) || (await output.stage.list('')).length > 0
}

/** More essays than these are not looked at one by one. */
const mostEdited = 16

interface ComparedEntries {
  /** With their stamps of today. */
  readonly entries: RecordedEntries
  readonly now: readonly SourceEntry[]
  /** The essays that have changed. */
  readonly edited: readonly SourceEntry[]
}

/** Undefined where something else than essays has changed. */
async function comparedEntries(
  before: RecordedEntries,
  { source }: BuildWorld,
): Promise<ComparedEntries | undefined> {
  const now = (await Promise.all(siteFolders.map((folder) => source.list(folder)))).flat()
  if (factsOf(now) !== before.facts) return undefined
  if ((await foldersForFiles(source, now)).length > 0) return undefined
  const stamps = column(now.map(({ stamp = '' }) => stamp))
  const isTold = now.every(({ stamp }) => stamp !== undefined)
  if (isTold && stamps === before.stamps) return { entries: before, now, edited: [] }
  const digests = [...columnValues(before.digests)]
  const edited: SourceEntry[] = []
  for (const [index, known] of columnValues(before.stamps).entries()) {
    const entry = now[index]
    // What cannot be read, or is no file, is known by its kind alone.
    if (entry?.kind !== 'file') continue
    if (entry.stamp !== undefined && entry.stamp === known) continue
    const expected = digests[index] ?? ''
    const found = expected === '' ? undefined : digestNow(entry, source.readNow)
    if (found === undefined) return undefined
    if (found === expected) continue
    if (!isEssayText(entry.path) || edited.length === mostEdited) return undefined
    digests[index] = found
    edited.push(entry)
  }
  return { entries: { ...before, stamps, digests: column(digests) }, now, edited }
}

/** Undefined where the file cannot be read. */
function digestNow(
  { path }: SourceEntry,
  read: BuildWorld['source']['readNow'],
): string | undefined {
  try {
    return digest(read(sourcePath(path)))
  } catch {
    return undefined
  }
}

async function sameSurroundings(record: BuildRecord, world: BuildWorld): Promise<boolean> {
  const { stampOf, source } = world
  for (const [path, stamp] of record.themeFiles) if (stampOf?.(path) !== stamp) return false
  for (const [path, day] of record.committed)
    if (((await source.firstCommitted(sourcePath(path))) ?? null) !== day) return false
  return true
}
