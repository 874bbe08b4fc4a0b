import { createHash } from 'node:crypto'
import {
  chmodSync,
  closeSync,
  constants,
  fchmodSync,
  fsync,
  mkdirSync,
  openSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { dirname } from 'node:path'
import { promisify } from 'node:util'
import type { FileDigest } from './ports.ts'
import { isAbsent, systemErrorCode } from './system-error.ts'

// Whatever the system answers from memory is asked at once: to wait for another thread to ask takes ten times as
// much of the processor, and there are some ten questions for each file of a site.

const fileMode = 0o644
const folderMode = 0o755
const newFile = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW

/** The bytes of a file, whole or piece by piece. */
export type FileBody = Uint8Array | AsyncIterable<Uint8Array>

/** Waits until a file is on the disk. The disk takes its time for that, so other threads wait, several at a time. */
export const synced: (file: number) => Promise<void> = promisify(fsync)

/**
 * Makes a folder and those above it, readable by all whatever the umask. Never through a link.
 *
 * @throws the system's error, ENOTDIR where a file or a link is in the way
 */
export function makeFolders(path: string): void {
  const missing: string[] = []
  for (let next = path; ; next = dirname(next)) {
    try {
      mkdirSync(next)
      chmodSync(next, folderMode)
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
      mkdirSync(next)
      chmodSync(next, folderMode)
    } catch (error) {
      // Another program may have made it meanwhile.
      if (systemErrorCode(error) !== 'EEXIST') throw error
    }
  }
}

/** Opens a new file to write to, in the place of another if need be; makes its folder where that is missing. */
function openAnew(path: string): number {
  try {
    return openNew(path)
  } catch (error) {
    // Mostly neither is the case, so it is not asked before.
    if (isAbsent(error)) makeFolders(dirname(path))
    else if (systemErrorCode(error) === 'EEXIST') removeFile(path)
    else throw error
  }
  return openNew(path)
}

/** @throws the system's error, EEXIST where there is a file */
function openNew(path: string): number {
  return openSync(path, newFile, fileMode)
}

/** Writes a file, in the place of another if need be; makes its folder where that is missing. */
export async function writeAnew(path: string, body: FileBody): Promise<FileDigest> {
  return fill(openAnew(path), path, body)
}

/** Writes a file that does not exist. @throws the system's error, EEXIST where it does */
export async function writeNew(path: string, body: FileBody): Promise<FileDigest> {
  return fill(openNew(path), path, body)
}

/** Fills a new file and waits until it is on the disk; takes it away again where that fails half way. */
async function fill(file: number, path: string, body: FileBody): Promise<FileDigest> {
  const hash = createHash('sha256')
  let bytes = 0
  let whole = false
  try {
    fchmodSync(file, fileMode)
    const put = (piece: Uint8Array): void => {
      hash.update(piece)
      bytes += piece.length
      writeFileSync(file, piece)
    }
    // Bytes are written before this waits for anything: they may be good for a moment only.
    if (body instanceof Uint8Array) put(body)
    else for await (const piece of body) put(piece)
    await synced(file)
    whole = true
  } finally {
    closeSync(file)
    // What matters is why it failed, not whether this does too.
    if (!whole) forgetFile(path)
  }
  return { sha256: hash.digest('hex'), bytes }
}

function forgetFile(path: string): void {
  try {
    unlinkSync(path)
  } catch {}
}

/** Nothing happens where there is none. */
export function removeFile(path: string): void {
  try {
    unlinkSync(path)
  } catch (error) {
    if (!isAbsent(error)) throw error
  }
}
