import { createHash } from 'node:crypto'
import { forEachBounded } from '../io/bounded.ts'
import type { FileDigest, OutputFiles, SourceFiles } from '../io/ports.ts'
import type { OutputPath } from '../model/paths.ts'
import { isCopy, type OutputBody, type OutputFile } from '../model/site.ts'
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
}

/** Compares a file of the plan with what stands at its path; reads what stands there only where it may be the same. */
export async function compare(
  { path, body, stage }: Omit<OutputFile, 'origin' | 'stage'> & Pick<Compared, 'stage'>,
  output: OutputFiles,
  source: SourceFiles,
  index: WrittenIndex,
): Promise<Compared> {
  const digest = await digestOf(body, source)
  const found = await output.site.look(path)
  const file = { path, stage, body, digest }
  if (!found || found.kind === 'folder') return { ...file, there: 'nothing' }
  if (found.kind !== 'file' || found.bytes !== digest.bytes) return { ...file, there: 'other' }
  const known = index.get(path)
  const old = known?.stamp === found.stamp ? known : await output.site.digest(path)
  return { ...file, there: old.sha256 === digest.sha256 ? 'same' : 'other' }
}

async function digestOf(body: OutputBody, source: SourceFiles): Promise<FileDigest> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of piecesOf(body, source)) {
    hash.update(piece)
    bytes += piece.length
  }
  return { sha256: hash.digest('hex'), bytes }
}

function piecesOf(
  body: OutputBody,
  source: SourceFiles,
): AsyncIterable<Uint8Array> | readonly Uint8Array[] {
  return isCopy(body) ? source.stream(body.copy) : [bytesOf(body)]
}

function bytesOf(body: string | Uint8Array): Uint8Array {
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
