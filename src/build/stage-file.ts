import { createHash } from 'node:crypto'
import type { FileDigest, FoundFile, OutputFiles, SourceFiles } from '../io/ports.ts'
import type { OutputPath } from '../model/paths.ts'
import { isCopy, isUnmade, type OutputBody, type OutputFile } from '../model/site.ts'
import type { Step } from './journal.ts'
import type { WrittenIndex } from './written-index.ts'

/** A file of the new site: it stands at its path already, or waits in the stage. */
export interface StagedFile {
  readonly path: OutputPath
  /** Of what stands there or was truly written: a file that is copied may have changed since it was looked at. */
  readonly digest: FileDigest
  /** Of what it was copied from. */
  readonly from: string | undefined
  /** Of what stands at its path, where that is the same. */
  readonly stamp?: string | undefined
  /** Puts it at its path, where something else stands there or nothing. */
  readonly step?: Extract<Step, { do: 'put' }> | undefined
}

/** Where files are read and written. */
export interface StageInputs {
  readonly output: OutputFiles
  readonly source: SourceFiles
  /** What the last build has written. */
  readonly index: WrittenIndex
}

/**
 * Writes a file into the stage, unless the same bytes stand at its path. Reads what stands there only where it may
 * be the same, and what is to be copied only where it was touched.
 *
 * @param found what stands there
 * @param number of its names in the stage; no other file has the same
 */
export async function stageFile(
  file: Omit<OutputFile, 'origin' | 'stage'> & Pick<NonNullable<StagedFile['step']>, 'stage'>,
  found: FoundFile | undefined,
  number: number,
  { output, source, index }: StageInputs,
): Promise<StagedFile> {
  const { path, body, stage } = file
  const from = isCopy(body) ? body.stamp : undefined
  const known = index.get(path)
  const content = typeof body === 'string' ? Buffer.from(body) : body
  if (found?.kind === 'file') {
    const mayStand = from !== undefined && known?.from === from ? known : undefined
    const digest = mayStand ?? (await digestIfOfSize(content, found.bytes, source))
    const old = known?.stamp === found.stamp ? known : undefined
    if (digest && digest.bytes === found.bytes) {
      const { sha256 } = old ?? (await output.site.digest(path))
      const { bytes } = digest
      if (sha256 === digest.sha256)
        return { path, digest: { sha256, bytes }, from, stamp: found.stamp }
    }
  }
  const name = `new-${number}`
  const kept = found?.kind === undefined || found.kind === 'folder' ? undefined : `old-${number}`
  const digest = await output.stage.write(name, piecesOf(content, source))
  return { path, digest, from, step: { do: 'put', path, staged: name, kept, stage } }
}

/** What a file holds, with no text left to be encoded. */
type Content = Exclude<OutputBody, string>

/** The digest of what a file is to hold; undefined where it surely has another size than what stands there. */
async function digestIfOfSize(
  content: Content,
  size: number,
  source: SourceFiles,
): Promise<FileDigest | undefined> {
  if (isUnmade(content)) return content
  if (!isCopy(content) && content.length !== size) return undefined
  const hash = createHash('sha256')
  let bytes = 0
  for await (const piece of isCopy(content) ? source.stream(content.copy) : [content]) {
    hash.update(piece)
    bytes += piece.length
  }
  return { sha256: hash.digest('hex'), bytes }
}

function piecesOf(content: Content, source: SourceFiles): Uint8Array | AsyncIterable<Uint8Array> {
  if (isCopy(content)) return source.stream(content.copy)
  if (!isUnmade(content)) return content
  const made = content.make()
  return typeof made === 'string' ? Buffer.from(made) : made
}
