import {
  type BigIntStats,
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  realpathSync,
} from 'node:fs'
import { type FileHandle, open, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { bounded, openFiles } from './bounded.ts'
import { isInside } from './inside.ts'
import { listEntries } from './node-listing.ts'
import type { SourceFiles } from './ports.ts'

/** Never waits for a writer of a pipe, and never follows a link that replaced the file meanwhile. */
const readFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
/** The piece in which long files are read. */
const pieceBytes = 256 * 1024

/**
 * The site's folder on the disk.
 *
 * @param root path of the folder that holds `content/`
 * @throws the system's error where the root does not exist
 */
export function nodeSource(root: string): SourceFiles {
  const realRoot = realpathSync.native(root)
  const within = bounded(openFiles)
  let days: Promise<ReadonlyMap<string, string>> | undefined
  return {
    list: (folder) => listEntries(realRoot, folder),
    read: (path, limit) => within(() => readSteadily(realRoot, path, limit)),
    readNow: (path) => readAtOnce(realRoot, path),
    stream: (path) => pieces(realRoot, path),
    firstCommitted: async (path) => {
      days ??= firstCommits(realRoot)
      return (await days).get(path)
    },
  }
}

/** Asking git is loaded only for posts without a date. */
async function firstCommits(root: string): Promise<ReadonlyMap<string, string>> {
  const { firstCommitDays } = await import('./git.ts')
  return firstCommitDays(root)
}

/** A plain file of the root, opened, and what the system said of it. */
interface OpenedFile {
  readonly file: FileHandle
  readonly stats: BigIntStats
}

/** Opens a plain file of the root, whatever links lead to it inside the root. */
async function openInside(root: string, path: string): Promise<OpenedFile> {
  const real = await realpath(join(root, path))
  if (!isInside(real, root)) throw new Error(`${path} leads out of the site, to ${real}`)
  const file = await open(real, readFlags)
  try {
    const stats = await file.stat({ bigint: true })
    if (stats.isFile()) return { file, stats }
  } catch (error) {
    await file.close()
    throw error
  }
  await file.close()
  throw new Error(`${path} is not a plain file`)
}

function readAtOnce(root: string, path: string): Uint8Array {
  const real = realpathSync.native(join(root, path))
  if (!isInside(real, root)) throw new Error(`${path} leads out of the site, to ${real}`)
  const file = openSync(real, readFlags)
  try {
    if (!fstatSync(file).isFile()) throw new Error(`${path} is not a plain file`)
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}

/** Reads a file as it was at one moment: again where it was written to meanwhile, a few times. */
async function readSteadily(root: string, path: string, limit?: number): Promise<Uint8Array> {
  for (let attempt = 1; ; attempt++) {
    const { file, stats: before } = await openInside(root, path)
    try {
      const size = Number(before.size)
      // Some systems know no size of a file until it is read.
      const unknown = size === 0 && limit === undefined
      const bytes = unknown ? await file.readFile() : await readStart(file, limit ?? size, size)
      const after = await file.stat({ bigint: true })
      const steady = before.mtimeNs === after.mtimeNs && before.size === after.size
      const whole = limit !== undefined || BigInt(bytes.length) === after.size
      if (steady && (whole || after.size === 0n)) return bytes
      if (attempt === 5) throw new Error(`${path} is being written to all the time`)
    } finally {
      await file.close()
    }
    await new Promise((resolve) => setTimeout(resolve, 20 * attempt))
  }
}

/** The first bytes of a file, fewer where it has no more. */
async function readStart(file: FileHandle, limit: number, size: number): Promise<Uint8Array> {
  const bytes = Buffer.allocUnsafe(Math.min(limit, size))
  let filled = 0
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}

async function* pieces(root: string, path: string): AsyncGenerator<Uint8Array> {
  const { file } = await openInside(root, path)
  try {
    for (;;) {
      const { bytesRead, buffer } = await file.read(
        Buffer.allocUnsafe(pieceBytes),
        0,
        pieceBytes,
        null,
      )
      if (bytesRead === 0) return
      yield buffer.subarray(0, bytesRead)
    }
  } finally {
    await file.close()
  }
}
