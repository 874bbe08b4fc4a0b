import { randomUUID } from 'node:crypto'
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { ownFolder } from './own-folder.ts'
import type { CacheFiles } from './ports.ts'

const readFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
const appendFlags =
  constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW

/**
 * Files of a memory in a folder of the disk, which is made if need be. Nothing is read or written where it, or the
 * one that it is in, is a link.
 *
 * @param base absolute path of a folder
 * @param parts names of folders below it, one in the other
 */
export function nodeCache(base: string, ...parts: readonly string[]): CacheFiles {
  const folder = join(base, ...parts)
  const home = (make: boolean): string | undefined => ownFolder(base, parts, make)
  const at = (name: string): string => join(folder, name)
  const orNothing = <T>(work: () => T, make = false): T | undefined => {
    if (home(make) === undefined) return undefined
    // What a memory cannot do it does not do: nothing depends on it.
    try {
      return work()
    } catch {
      return undefined
    }
  }
  return {
    home,
    read: (name) => orNothing(() => withFile(at(name), readFlags, (file) => readFileSync(file))),
    readAt: (name, start, length) =>
      orNothing(() => withFile(at(name), readFlags, (file) => readPart(file, start, length))),
    replace: (name, body) => {
      const draft = at(`${name}.${randomUUID()}.draft`)
      const done = orNothing(() => {
        writeFileSync(draft, body, { flag: 'wx' })
        renameSync(draft, at(name))
        return true
      }, true)
      if (!done) orNothing(() => rmSync(draft, { force: true }))
      return done ?? false
    },
    append: (name, body) =>
      orNothing(
        () =>
          withFile(at(name), appendFlags, (file) => {
            const { size } = fstatSync(file)
            for (let done = 0; done < body.length; ) done += writeSync(file, body, done)
            return size
          }),
        true,
      ),
    remove: (name) => {
      orNothing(() => rmSync(at(name), { force: true }))
    },
  }
}

function withFile<T>(path: string, flags: number, work: (file: number) => T): T {
  const file = openSync(path, flags, 0o644)
  try {
    return work(file)
  } finally {
    closeSync(file)
  }
}

function readPart(file: number, start: number, length: number): Uint8Array | undefined {
  const part = Buffer.allocUnsafe(length)
  for (let filled = 0; filled < length; ) {
    const count = readSync(file, part, filled, length - filled, start + filled)
    if (count === 0) return undefined
    filled += count
  }
  return part
}
