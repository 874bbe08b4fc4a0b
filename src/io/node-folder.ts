import { createHash } from 'node:crypto'
import { constants, lstatSync, type Stats } from 'node:fs'
import {
  chmod,
  type FileHandle,
  mkdir,
  open,
  readdir,
  rename,
  rm,
  rmdir,
  unlink,
} from 'node:fs/promises'
import { dirname } from 'node:path'
import type { FileDigest, FolderFiles, FoundFile } from './ports.ts'
import { stampOf } from './stamp.ts'
import { isAbsent, systemErrorCode } from './system-error.ts'

const fileMode = 0o644
const folderMode = 0o755
const readFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
const newFile = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW
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
    write: async (path, body) => {
      await makeFolders(dirname(at(path)))
      await removeFile(at(path))
      return writeNew(at(path), body)
    },
    create: async (path, body) => {
      await makeFolders(dirname(at(path)))
      try {
        await writeNew(at(path), body)
        return true
      } catch (error) {
        if (systemErrorCode(error) === 'EEXIST') return false
        throw error
      }
    },
    rename: (from, to) => rename(at(from), at(to)),
    remove: (path) => removeFile(at(path)),
    removeEmptyFolder: (path) => removeEmptyFolder(at(path)),
    removeTree: (path) => rm(at(path), { recursive: true, force: true }),
    sync: (path) => syncFolder(at(path)),
  }
}

/**
 * Makes a folder and those above it, readable by all whatever the umask. Never through a link.
 *
 * @throws the system's error, ENOTDIR where a file or a link is in the way
 */
export async function makeFolders(path: string): Promise<void> {
  const missing: string[] = []
  for (let next = path; ; next = dirname(next)) {
    try {
      await mkdir(next)
      await chmod(next, folderMode)
      break
    } catch (error) {
      const code = systemErrorCode(error)
      if (code === 'ENOENT' && next !== dirname(next)) missing.push(next)
      else if (code === 'EEXIST') break
      else throw error
    }
  }
  for (const next of missing.reverse()) {
    try {
      await mkdir(next)
      await chmod(next, folderMode)
    } catch (error) {
      // Another worker may have made it meanwhile.
      if (systemErrorCode(error) !== 'EEXIST') throw error
    }
  }
}

/** At once: asking the system takes a tenth of the time that waiting for another thread to ask does. */
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

/** Writes a file that does not exist; takes it away again where that fails half way. */
async function writeNew(
  path: string,
  body: Uint8Array | AsyncIterable<Uint8Array>,
): Promise<FileDigest> {
  const file = await open(path, newFile, fileMode)
  const hash = createHash('sha256')
  let bytes = 0
  let whole = false
  try {
    await file.chmod(fileMode)
    for await (const piece of body instanceof Uint8Array ? [body] : body) {
      hash.update(piece)
      bytes += piece.length
      await file.writeFile(piece)
    }
    await file.sync()
    whole = true
  } finally {
    await file.close()
    if (!whole) await unlink(path).catch(() => undefined)
  }
  return { sha256: hash.digest('hex'), bytes }
}

async function removeFile(path: string): Promise<void> {
  try {
    await unlink(path)
  } catch (error) {
    if (!isAbsent(error)) throw error
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
    const folder = await open(path, constants.O_RDONLY | constants.O_DIRECTORY)
    try {
      await folder.sync()
    } finally {
      await folder.close()
    }
  } catch (error) {
    // Some network disks have no way to sync a folder, and a folder may be gone again.
    if (!isAbsent(error) && systemErrorCode(error) !== 'EINVAL') throw error
  }
}
