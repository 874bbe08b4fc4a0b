import { randomUUID } from 'node:crypto'
import { openSync, readSync, unlinkSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { ownFolder } from './own-folder.ts'
import type { Spool } from './ports.ts'

/**
 * A file without a name in a folder of the disk, which is made if need be: it is gone with the process, however that
 * ends. Nothing is kept where the folder, or one that it is in, is a link.
 *
 * @param base absolute path of a folder
 * @param parts names of folders below it, one in the other
 */
export function nodeSpool(base: string, ...parts: readonly string[]): Spool {
  let opened: { readonly file: number | undefined } | undefined
  let end = 0
  // One for all that is read: thousands of them would lie about until the collector comes.
  let room = Buffer.allocUnsafe(64 * 1024)
  return {
    keep: (bytes) => {
      opened ??= { file: openUnnamed(base, parts) }
      const { file } = opened
      const start = end
      if (file === undefined || !isWritten(file, bytes, start)) return undefined
      const { length } = bytes
      end = start + length
      // Nothing here may hold on to the bytes.
      return () => {
        if (room.length < length) room = Buffer.allocUnsafe(2 * length)
        return readBack(file, start, room.subarray(0, length))
      }
    },
  }
}

function openUnnamed(base: string, parts: readonly string[]): number | undefined {
  if (ownFolder(base, parts) === undefined) return undefined
  const path = join(base, ...parts, `${randomUUID()}.spool`)
  try {
    const file = openSync(path, 'wx+', 0o600)
    unlinkSync(path)
    return file
  } catch {
    return undefined
  }
}

function isWritten(file: number, bytes: Uint8Array, start: number): boolean {
  try {
    for (let done = 0; done < bytes.length; )
      done += writeSync(file, bytes, done, bytes.length - done, start + done)
    return true
  } catch {
    return false
  }
}

/** @throws the system's error */
function readBack(file: number, start: number, bytes: Uint8Array): Uint8Array {
  for (let filled = 0; filled < bytes.length; ) {
    const count = readSync(file, bytes, filled, bytes.length - filled, start + filled)
    if (count === 0) throw new Error('What waited on the disk to be written is not there any more.')
    filled += count
  }
  return bytes
}
