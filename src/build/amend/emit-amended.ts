import type { FileDigest, OutputFiles, SourceFiles } from '../../io/ports.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { OutputPath } from '../../model/paths.ts'
import type { OutputFile } from '../../model/site.ts'
import { findBlockers } from '../blockers.ts'
import { column, type RecordedFiles } from '../cache/build-record.ts'
import { inOrder, lookAt, stageLists } from '../emit.ts'
import { redirectsFrom, redirectsPath } from '../host-files.ts'
import type { Step } from '../journal.ts'
import { manifestPath, sumsPath } from '../manifest.ts'
import { type StagedFile, stageFile } from '../stage-file.ts'
import { standsAsWritten } from '../stands-as-written.ts'
import { clearStage, recover, swap } from '../swap.ts'
import { underLock } from '../under-lock.ts'
import { indexStamp, readIndex, type WrittenIndex, writeIndex } from '../written-index.ts'

/** Files of a site that stands which are to be others, or to be there no longer. */
export interface SiteChange {
  readonly files: readonly OutputFile[]
  readonly gone: readonly OutputPath[]
}

/** What became of a change. */
export interface EmittedChange {
  readonly written: number
  readonly kept: number
  readonly removed: number
  /** Of the files that were to change. */
  readonly digests: ReadonlyMap<string, FileDigest>
  readonly files: RecordedFiles
}

/**
 * Changes some files of a site that stands as it was written, and its two lists of files, in the way in which `emit`
 * writes a whole one.
 *
 * @returns undefined, with nothing changed, where it does not stand so or something is in the way; findings as `emit` has them
 */
export async function emitAmended(
  change: SiteChange,
  before: RecordedFiles,
  { output, source }: { readonly output: OutputFiles; readonly source: SourceFiles },
  signal: AbortSignal | undefined,
): Promise<EmittedChange | { readonly diagnostics: readonly Diagnostic[] } | undefined> {
  const result = await underLock(output, signal, async () => {
    await recover(output)
    if (!(await standsAsWritten(before, output))) return undefined
    return await write(change, { output, source, index: await readIndex(output) }, signal)
  })
  return 'diagnostics' in result ? result : result.value
}

async function write(
  { files, gone }: SiteChange,
  inputs: {
    readonly output: OutputFiles
    readonly source: SourceFiles
    readonly index: WrittenIndex
  },
  signal: AbortSignal | undefined,
): Promise<EmittedChange | undefined> {
  const { output, index } = inputs
  const found = await lookAt(
    files.map(({ path }) => path),
    output,
  )
  const staged: StagedFile[] = []
  for (const [number, file] of files.entries())
    staged.push(await stageFile(file, found.get(file.path), number, inputs))
  const wanted = staged.filter(({ step }) => step !== undefined).map(({ path }) => path)
  const blockers = await findBlockers(output.site, wanted, found, new Set(gone))
  if (blockers.foreign.length + blockers.folders.length + blockers.files.size > 0) {
    await clearStage(output)
    return undefined
  }
  const listed = listedFiles(index, staged, gone)
  const redirects = redirectsFrom(new TextDecoder().decode(await output.site.read(redirectsPath)))
  const lists = await stageLists(listed, redirects, inputs)
  const all = [...staged, ...lists]
  const puts = all.flatMap(({ step }) => step ?? [])
  const removals = gone.map(
    (path, i): Step => ({ do: 'remove', path, kept: `old-${listed.length + lists.length + i}` }),
  )
  const steps = [...inOrder(puts), ...removals]
  signal?.throwIfAborted()
  if (steps.length > 0) await swap(output, { steps })
  const now = await rewrittenIndex(index, all, gone, output)
  await writeIndex(output, now)
  const written = [...now]
  return {
    written: puts.length,
    kept: listed.length + lists.length - puts.length,
    removed: removals.length,
    digests: new Map(staged.map(({ path, digest }) => [path, digest])),
    files: {
      paths: written.map(([path]) => path),
      stamps: column(written.map(([, { stamp }]) => stamp)),
      index: (await indexStamp(output)) ?? '',
    },
  }
}

/** Every file of the new site but the two lists. */
function listedFiles(
  index: WrittenIndex,
  staged: readonly StagedFile[],
  gone: readonly OutputPath[],
): readonly Pick<StagedFile, 'path' | 'digest'>[] {
  const files = new Map<string, Pick<StagedFile, 'path' | 'digest'>>()
  for (const [path, { sha256, bytes }] of index)
    files.set(path, { path: path as OutputPath, digest: { sha256, bytes } })
  for (const path of [...gone, manifestPath, sumsPath]) files.delete(path)
  for (const { path, digest } of staged) files.set(path, { path, digest })
  return [...files.values()]
}

async function rewrittenIndex(
  before: WrittenIndex,
  files: readonly StagedFile[],
  gone: readonly OutputPath[],
  output: OutputFiles,
): Promise<WrittenIndex> {
  const index = new Map(before)
  for (const path of gone) index.delete(path)
  const found = await lookAt(
    files.map(({ path }) => path),
    output,
  )
  for (const { path, digest, from } of files) {
    const stamp = found.get(path)?.stamp
    if (stamp === undefined) index.delete(path)
    else index.set(path, { ...digest, stamp, from })
  }
  return index
}
