import { createHash } from 'node:crypto'
import type { FileDigest, FolderFiles, FoundFile } from './ports.ts'

/** A folder that is only in memory: its files by path, and the folders made for them. */
export interface MemoryFolder extends FolderFiles {
  readonly files: Map<string, Uint8Array>
  readonly folders: Set<string>
}

/** An error as the system makes it. */
export function systemError(code: string, path: string): Error {
  return Object.assign(new Error(`${code}: ${path}`), { code, path })
}

/** A folder in memory that behaves as one on a disk: a path is a file or a folder, and folders stay when they are empty. */
export function memoryFolder(): MemoryFolder {
  const files = new Map<string, Uint8Array>()
  const folders = new Set<string>()
  const look = (path: string): FoundFile | undefined => {
    const bytes = files.get(path)
    if (bytes) return { kind: 'file', bytes: bytes.length, stamp: digestOf(bytes).sha256 }
    if (path !== '' && !folders.has(path)) return undefined
    return { kind: 'folder', bytes: 0, stamp: '' }
  }
  const read = (path: string): Uint8Array => {
    const bytes = files.get(path)
    if (!bytes) throw systemError(folders.has(path) ? 'EISDIR' : 'ENOENT', path)
    return bytes
  }
  const put = (path: string, bytes: Uint8Array): void => {
    if (folders.has(path)) throw systemError('EISDIR', path)
    for (const folder of foldersOf(path)) {
      if (files.has(folder)) throw systemError('ENOTDIR', path)
      folders.add(folder)
    }
    files.set(path, bytes)
  }
  const namesIn = (path: string): string[] => {
    const prefix = path === '' ? '' : `${path}/`
    const below = [...files.keys(), ...folders].filter((other) => other.startsWith(prefix))
    const names = below.map((other) => other.slice(prefix.length).split('/')[0] ?? '')
    return [...new Set(names)].filter((name) => name !== '').sort()
  }
  return {
    files,
    folders,
    look: async (path) => look(path),
    lookAll: async (paths) => paths.map(look),
    list: async (path) => namesIn(path),
    read: async (path) => read(path),
    digest: async (path) => digestOf(read(path)),
    write: async (path, body) => {
      const bytes = await gather(body)
      put(path, bytes)
      return digestOf(bytes)
    },
    create: async (path, body) => {
      if (look(path)) return false
      put(path, await gather(body))
      return true
    },
    rename: async (from, to) => {
      const bytes = read(from)
      put(to, bytes)
      files.delete(from)
    },
    remove: async (path) => {
      if (folders.has(path)) throw systemError('EISDIR', path)
      files.delete(path)
    },
    removeEmptyFolder: async (path) => {
      if (!folders.has(path) || namesIn(path).length > 0) return false
      return folders.delete(path)
    },
    removeTree: async (path) => {
      const isBelow = (other: string) =>
        path === '' || other === path || other.startsWith(`${path}/`)
      for (const other of [...files.keys()].filter(isBelow)) files.delete(other)
      for (const other of [...folders].filter(isBelow)) folders.delete(other)
    },
    sync: async () => undefined,
  }
}

function foldersOf(path: string): string[] {
  const segments = path.split('/').slice(0, -1)
  return segments.map((_, i) => segments.slice(0, i + 1).join('/'))
}

function digestOf(bytes: Uint8Array): FileDigest {
  return { sha256: createHash('sha256').update(bytes).digest('hex'), bytes: bytes.length }
}

async function gather(body: Uint8Array | AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  if (body instanceof Uint8Array) return body
  const pieces: Uint8Array[] = []
  for await (const piece of body) pieces.push(piece)
  return Buffer.concat(pieces)
}
