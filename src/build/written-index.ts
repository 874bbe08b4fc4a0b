import type { FileDigest, FolderFiles, OutputFiles } from '../io/ports.ts'
import { sortedByPath } from './manifest.ts'

/**
 * What the files of the site held when they were last looked at, so that a file which was not touched
 * since need not be read again. Only a memory: where it is lost, or a file was touched, the file is read.
 */
export type WrittenIndex = ReadonlyMap<string, WrittenFile>

/** A file of the site as it was written. */
export interface WrittenFile extends FileDigest {
  readonly stamp: string
  /** Stamp of the source that it is a copy of. */
  readonly from?: string | undefined
}

const version = 2

/**
 * As it is written down: a list for each property, in the order of the paths. Ten thousand objects take three times as
 * long to read and to write.
 */
interface IndexLists {
  readonly version: typeof version
  readonly paths: readonly string[]
  /** One behind the other. */
  readonly sha256: string
  readonly bytes: readonly number[]
  readonly stamps: readonly string[]
  /** Of copies, by path. */
  readonly from: Readonly<Record<string, string>>
}

function nameOf(output: OutputFiles): string {
  return `index-${output.key}.json`
}

/** Empty where there is no index, or none that can be understood. */
export async function readIndex(output: OutputFiles): Promise<WrittenIndex> {
  try {
    return parseIndex(new TextDecoder().decode(await output.state.read(nameOf(output))))
  } catch {
    return new Map()
  }
}

/** Changes whenever the index is written; undefined where there is none. */
export async function indexStamp(output: OutputFiles): Promise<string | undefined> {
  const found = await output.state.look(nameOf(output)).catch(() => undefined)
  return found?.stamp
}

/** Empty where the text cannot be understood. */
function parseIndex(text: string): WrittenIndex {
  try {
    const data: unknown = JSON.parse(text)
    if (!isIndex(data)) return new Map()
    const { paths, sha256, bytes, stamps, from } = data
    return new Map(
      paths.map((path, i): [string, WrittenFile] => [
        path,
        {
          sha256: sha256.slice(i * digits, (i + 1) * digits),
          bytes: bytes[i] ?? 0,
          stamp: stamps[i] ?? '',
          from: Object.hasOwn(from, path) ? from[path] : undefined,
        },
      ]),
    )
  } catch {
    return new Map()
  }
}

/** Of a SHA-256 in hexadecimal. */
const digits = 64

function isIndex(data: unknown): data is IndexLists {
  if (typeof data !== 'object' || data === null) return false
  const { version: found, paths, sha256, bytes, stamps, from } = data as Partial<IndexLists>
  if (found !== version || typeof from !== 'object' || from === null) return false
  if (!Array.isArray(paths) || !Array.isArray(bytes) || !Array.isArray(stamps)) return false
  const count = paths.length
  if (bytes.length !== count || stamps.length !== count) return false
  return (
    typeof sha256 === 'string' &&
    sha256.length === count * digits &&
    /^[0-9a-f]*$/.test(sha256) &&
    paths.every((path) => typeof path === 'string') &&
    bytes.every((size) => Number.isSafeInteger(size)) &&
    [...stamps, ...Object.values(from)].every((stamp) => typeof stamp === 'string')
  )
}

/** Keeps an index for the next build; where it cannot be written, that build only takes longer. */
export async function writeIndex(output: OutputFiles, index: WrittenIndex): Promise<void> {
  const text = JSON.stringify(listsOf(index))
  try {
    await replace(output.state, nameOf(output), new TextEncoder().encode(text))
  } catch {
    await output.state.remove(nameOf(output)).catch(() => undefined)
  }
}

/** Sorted, since whoever reads it prints lists that are. */
function listsOf(index: WrittenIndex): IndexLists {
  const files = sortedByPath(index)
  return {
    version,
    paths: files.map(([path]) => path),
    sha256: files.map(([, { sha256 }]) => sha256).join(''),
    bytes: files.map(([, { bytes }]) => bytes),
    stamps: files.map(([, { stamp }]) => stamp),
    from: Object.fromEntries(
      files.flatMap(([path, { from }]) => (from === undefined ? [] : [[path, from]])),
    ),
  }
}

async function replace(state: FolderFiles, name: string, body: Uint8Array): Promise<void> {
  const draft = `draft-${name}`
  await state.write(draft, body)
  await state.rename(draft, name)
}

/** Takes away an index that a build which was stopped has not brought to its end. */
export async function discardIndexDraft(output: OutputFiles): Promise<void> {
  await output.state.remove(`draft-${nameOf(output)}`)
}
