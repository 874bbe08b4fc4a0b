import type { FileDigest, FolderFiles, OutputFiles } from '../io/ports.ts'
import { isDigest } from './manifest.ts'

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

const version = 1

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
    if (typeof data !== 'object' || data === null) return new Map()
    if (!('version' in data) || data.version !== version) return new Map()
    if (!('files' in data) || typeof data.files !== 'object' || data.files === null)
      return new Map()
    return new Map(Object.entries(data.files).filter(([, entry]) => isEntry(entry)))
  } catch {
    return new Map()
  }
}

function isEntry(value: unknown): boolean {
  return isDigest(value) && 'stamp' in value && typeof value.stamp === 'string'
}

/** Keeps an index for the next build; where it cannot be written, that build only takes longer. */
export async function writeIndex(output: OutputFiles, index: WrittenIndex): Promise<void> {
  const text = JSON.stringify({ version, files: Object.fromEntries(index) })
  try {
    await replace(output.state, nameOf(output), new TextEncoder().encode(text))
  } catch {
    await output.state.remove(nameOf(output)).catch(() => undefined)
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
