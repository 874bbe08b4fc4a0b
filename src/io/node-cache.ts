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
import { holdFile, type Purpose } from './held-file.ts'
import { ownFolder } from './own-folder.ts'
import type { CacheFiles } from './ports.ts'

const readFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

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
  const one = holdFile()
  // What a memory cannot do it does not do: nothing depends on it.
  const orNothing = <T>(work: () => T): T | undefined => {
    try {
      return work()
    } catch {
      return undefined
    }
  }
  const atHome = <T>(work: () => T, make = false): T | undefined =>
    home(make) === undefined ? undefined : orNothing(work)
  /** A file that was opened at home is asked again without asking where it lies. */
  const withOne = <T>(name: string, purpose: Purpose, work: (file: number) => T): T | undefined => {
    const path = at(name)
    const held = orNothing(() => one.held(path, purpose))
    if (held !== undefined) return orNothing(() => work(held))
    return atHome(() => work(one.open(path, purpose)), purpose === 'append')
  }
  return {
    home,
    read: (name) => atHome(() => withFile(at(name), (file) => readFileSync(file))),
    readAt: (name, start, length) => withOne(name, 'read', (file) => readPart(file, start, length)),
    replace: (name, body) => {
      const draft = at(`${name}.${randomUUID()}.draft`)
      orNothing(() => one.letGo(at(name)))
      const done = atHome(() => {
        writeFileSync(draft, body, { flag: 'wx' })
        renameSync(draft, at(name))
        return true
      }, true)
      if (!done) atHome(() => rmSync(draft, { force: true }))
      return done ?? false
    },
    append: (name, body) =>
      withOne(name, 'append', (file) => {
        const { size } = fstatSync(file)
        for (let done = 0; done < body.length; ) done += writeSync(file, body, done)
        return size
      }),
    remove: (name) => {
      orNothing(() => one.letGo(at(name)))
      atHome(() => rmSync(at(name), { force: true }))
    },
  }
}

function withFile<T>(path: string, work: (file: number) => T): T {
  const file = openSync(path, readFlags)
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
