import { createHash } from 'node:crypto'
import { forEachBounded } from '../io/bounded.ts'
import type { FileDigest, FoundFile, OutputFiles, SourceFiles } from '../io/ports.ts'
import type { OutputPath } from '../model/paths.ts'
import {
  isCopy,
  isUnmade,
  type OutputBody,
  type OutputFile,
  type UnmadeBody,
} from '../model/site.ts'
import type { Step } from './journal.ts'
import type { WrittenIndex } from './written-index.ts'

/** A file of the new site, compared with what stands at its path. */
export interface Compared {
  readonly path: OutputPath
  readonly stage: Extract<Step, { do: 'put' }>['stage']
  readonly body: OutputBody
  /** Of the new file. */
  readonly digest: FileDigest
  /** What stands there: the same bytes, something else, or nothing. */
  readonly there: 'same' | 'other' | 'nothing'
  /** Of what stands there, where it is the same. */
  readonly stamp?: string | undefined
}

/**
 * Compares a file of the plan with what stands at its path; reads what stands there only where it may be
 * the same, and what is to be copied only where it was touched.
 *
 * @param found what stands there
 */
export async function compare(
  { path, body, stage }: Omit<OutputFile, 'origin' | 'stage'> & Pick<Compared, 'stage'>,
  found: FoundFile | undefined,
  output: OutputFiles,
  source: SourceFiles,
  index: WrittenIndex,
): Promise<Compared> {
  const known = index.get(path)
  const untouched = isCopy(body) && body.stamp !== undefined && known?.from === body.stamp
  const digest = untouched ? known : await digestOf(body, source)
  const { sha256, bytes } = digest
  const file = { path, stage, body, digest: { sha256, bytes } }
  if (!found || found.kind === 'folder') return { ...file, there: 'nothing' }
  if (found.kind !== 'file' || found.bytes !== bytes) return { ...file, there: 'other' }
  const old = known?.stamp === found.stamp ? known : await output.site.digest(path)
  return old.sha256 === sha256
    ? { ...file, there: 'same', stamp: found.stamp }
    : { ...file, there: 'other' }
}

async function digestOf(body: OutputBody, source: SourceFiles): Promise<FileDigest> {
  if (isUnmade(body)) return { sha256: body.sha256, bytes: body.bytes }
  const hash = createHash('sha256')
  let bytes = 0
  for (const piece of isCopy(body) ? [] : [bytesOf(body)]) {
    hash.update(piece)
    bytes += piece.length
  }
  if (isCopy(body))
    for await (const piece of source.stream(body.copy)) {
      hash.update(piece)
      bytes += piece.length
    }
  return { sha256: hash.digest('hex'), bytes }
}

function bytesOf(unsure: string | Uint8Array | UnmadeBody): Uint8Array {
  const body = isUnmade(unsure) ? unsure.make() : unsure
  return typeof body === 'string' ? Buffer.from(body) : body
}

/**
 * Writes the files that differ into the stage, under the names of their places in the list.
 *
 * @param from number of the first name
 * @returns the steps that put them, and the files with the digests of what was truly written: a file that
 * is copied may have changed since it was compared
 */
export async function stageFiles(
  files: readonly Compared[],
  from: number,
  output: OutputFiles,
  source: SourceFiles,
  signal: AbortSignal | undefined,
): Promise<{ readonly steps: readonly Step[]; readonly files: readonly Compared[] }> {
  const steps: Step[] = []
  const staged = [...files]
  await forEachBounded(files.entries(), async ([i, file]) => {
    if (file.there === 'same') return
    signal?.throwIfAborted()
    const name = `new-${from + i}`
    const { body } = file
    const bytes = isCopy(body) ? source.stream(body.copy) : bytesOf(body)
    const digest = await output.stage.write(name, bytes)
    staged[i] = { ...file, digest }
    const kept = file.there === 'other' ? `old-${from + i}` : undefined
    steps[i] = { do: 'put', path: file.path, staged: name, kept, stage: file.stage }
  })
  return { steps: steps.filter((step) => step !== undefined), files: staged }
}
