import type { SourceEntry } from '../../io/ports.ts'
import { sourcePath } from '../../model/paths.ts'
import type { BuildOptions, BuildResult, BuildWorld } from '../build-run.ts'
import { foldersForFiles } from '../read-content.ts'
import { indexStamp } from '../written-index.ts'
import {
  type BuildRecord,
  column,
  columnValues,
  factsOf,
  type RecordedEntries,
  type RecordedFiles,
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

/**
 * What the last build came to, where all that it depended on is as it was and all that it wrote is still
 * there. Nothing that renders is loaded for it. Undefined where there is something to do.
 */
export async function unchanged(
  options: BuildOptions,
  world: BuildWorld,
): Promise<Omit<BuildResult, 'durationMs'> | undefined> {
  const { cache, engine, output, clock } = world
  if (!cache || engine === undefined || (await isBusy(world))) return undefined
  const record = readRecord(cache, output.key, engine)
  if (!record || record.options !== optionsKey(options)) return undefined
  if (!isWithin(record.window, clock.now())) return undefined
  const entries = await sameEntries(record.entries, world)
  if (!entries || !(await sameSurroundings(record, world))) return undefined
  if (!(await standsAsWritten(record.written, world))) return undefined
  if (entries !== record.entries) writeRecord(cache, output.key, { ...record, entries })
  const { posts, pages, held, failed, diagnostics, excerpts } = record
  return {
    ok: failed === 0,
    finished: true,
    configurationError: false,
    posts,
    pages,
    held,
    written: 0,
    kept: record.written.paths.length,
    removed: 0,
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

/** The entries with their stamps of today; undefined where one has changed. */
async function sameEntries(
  before: RecordedEntries,
  { source }: BuildWorld,
): Promise<RecordedEntries | undefined> {
  const now = (await Promise.all(siteFolders.map((folder) => source.list(folder)))).flat()
  if (factsOf(now) !== before.facts) return undefined
  if ((await foldersForFiles(source, now)).length > 0) return undefined
  const stamps = column(now.map(({ stamp = '' }) => stamp))
  const told = now.every(({ stamp }) => stamp !== undefined)
  if (told && stamps === before.stamps) return before
  const digests = columnValues(before.digests)
  for (const [index, known] of columnValues(before.stamps).entries()) {
    const entry = now[index]
    if (!entry || (entry.stamp !== undefined && entry.stamp === known)) continue
    if (!hasDigest(entry, digests[index] ?? '', source.readNow)) return undefined
  }
  return { ...before, stamps }
}

function hasDigest(
  entry: SourceEntry,
  expected: string,
  read: BuildWorld['source']['readNow'],
): boolean {
  // What cannot be read, or is no file, is known by its kind alone.
  if (entry.kind !== 'file') return true
  if (expected === '') return false
  try {
    return digest(read(sourcePath(entry.path))) === expected
  } catch {
    return false
  }
}

async function sameSurroundings(record: BuildRecord, world: BuildWorld): Promise<boolean> {
  const { stampOf, source } = world
  for (const [path, stamp] of record.themeFiles) if (stampOf?.(path) !== stamp) return false
  for (const [path, day] of record.committed)
    if (((await source.firstCommitted(sourcePath(path))) ?? null) !== day) return false
  return true
}

async function standsAsWritten(
  { paths, stamps, index }: RecordedFiles,
  { output }: BuildWorld,
): Promise<boolean> {
  if ((await indexStamp(output)) !== index) return false
  const found = await output.site.lookAll(paths)
  return (
    found.every((each) => each?.kind === 'file') &&
    column(found.map((each) => each?.stamp ?? '')) === stamps
  )
}
