import { createHash } from 'node:crypto'
import { closeSync, constants, lstatSync, openSync, renameSync, type Stats } from 'node:fs'
import { type FileHandle, open, readdir, rm, rmdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { FileDigest, FolderFiles, FoundFile } from './ports.ts'
import { stampOf } from './stamp.ts'
import { isAbsent, systemErrorCode } from './system-error.ts'
import { makeFolders, removeFile, synced, writeAnew, writeNew } from './write-file.ts'

const readFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
const pieceBytes = 256 * 1024

/** A folder of the disk to write to. @param folder absolute path; made when it is first written to */
export function nodeFolder(folder: string): FolderFiles {
  const at = (path: string) => (path === '' ? folder : `${folder}/${path}`)
  return {
    look: async (path) => look(at(path)),
    lookAll: async (paths) => paths.map((path) => look(at(path))),
    list: (path) => namesIn(at(path)),
    read: (path) => withFile(at(path), (file) => file.readFile()),
    digest: (path) => withFile(at(path), (file) => digestOf(file)),
    write: (path, body) => writeAnew(at(path), body),
    create: async (path, body) => {
      makeFolders(dirname(at(path)))
      try {
        await writeNew(at(path), body)
        return true
      } catch (error) {
        if (systemErrorCode(error) === 'EEXIST') return false
        throw error
      }
    },
    rename: async (from, to) => renameSync(at(from), at(to)),
    remove: async (path) => removeFile(at(path)),
    removeEmptyFolder: (path) => removeEmptyFolder(at(path)),
    removeTree: (path) => rm(at(path), { recursive: true, force: true }),
    sync: (path) => syncFolder(at(path)),
  }
}

function look(path: string): FoundFile | undefined {
  try {
    const stats = lstatSync(path, { throwIfNoEntry: false })
    return stats && { kind: kindOf(stats), bytes: stats.size, stamp: stampOf(stats) }
  } catch (error) {
    if (isAbsent(error)) return undefined
    throw error
  }
}

function kindOf(stats: Stats): FoundFile['kind'] {
  if (stats.isFile()) return 'file'
  if (stats.isDirectory()) return 'folder'
  return stats.isSymbolicLink() ? 'link' : 'special'
}

async function namesIn(path: string): Promise<readonly string[]> {
  try {
    return (await readdir(path)).sort()
  } catch (error) {
    if (isAbsent(error)) return []
    throw error
  }
}

async function withFile<T>(path: string, work: (file: FileHandle) => Promise<T>): Promise<T> {
  const file = await open(path, readFlags)
  try {
    return await work(file)
  } finally {
    await file.close()
  }
}

async function digestOf(file: FileHandle): Promise<FileDigest> {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(pieceBytes)
  let bytes = 0
  for (;;) {
    const { bytesRead } = await file.read(buffer, 0, pieceBytes, null)
    if (bytesRead === 0) return { sha256: hash.digest('hex'), bytes }
    hash.update(buffer.subarray(0, bytesRead))
    bytes += bytesRead
  }
}

async function removeEmptyFolder(path: string): Promise<boolean> {
  try {
    await rmdir(path)
    return true
  } catch (error) {
    const code = systemErrorCode(error)
    if (code === 'ENOTEMPTY' || code === 'EEXIST' || code === 'ENOTDIR') return false
    if (isAbsent(error)) return false
    throw error
  }
}

async function syncFolder(path: string): Promise<void> {
  try {
    const folder = openSync(path, constants.O_RDONLY | constants.O_DIRECTORY)
    try {
      await synced(folder)
    } finally {
      closeSync(folder)
    }
  } catch (error) {
    // Some network disks have no way to sync a folder, and a folder may be gone again.
    if (!isAbsent(error) && systemErrorCode(error) !== 'EINVAL') throw error
  }
}
