import { type Dirent, lstatSync, type Stats } from 'node:fs'
import { lstat, readdir, realpath, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { sourcePath } from '../model/paths.ts'
import { entryName } from './entry-name.ts'
import { isInside, relativePosix } from './inside.ts'
import type { SourceEntry } from './ports.ts'
import { isSettled, stampOf } from './stamp.ts'
import { isAbsent, systemErrorCode, systemErrorSentence } from './system-error.ts'

/** A folder still to be read. */
interface Waiting {
  readonly path: string
  /** True inside a folder that was reached through a link: there, links to folders are refused, so that listing ends. */
  readonly linked: boolean
}

/**
 * Lists what lies below a folder of the root. Links are followed only to what lies in the root and is
 * not hidden; nothing is opened.
 *
 * @param root absolute path without links in it
 * @param folder POSIX path relative to the root
 * @returns sorted by path in code unit order; empty where the folder does not exist. Where it is no folder, what it
 *   is instead is the one entry
 */
export async function listEntries(root: string, folder: string): Promise<readonly SourceEntry[]> {
  const entries: SourceEntry[] = []
  const waiting = await start(root, folder, entries)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const place = next
    const children = await readFolder(root, place.path, entries)
    for (const child of children) {
      const found = await inspect(root, place, child)
      if ('folder' in found) waiting.push(found.folder)
      else entries.push(found)
    }
  }
  return entries.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0))
}

/** The folder itself may be a link, under the same rules as those in it. */
async function start(root: string, folder: string, entries: SourceEntry[]): Promise<Waiting[]> {
  try {
    const stats = await lstat(join(root, folder))
    if (stats.isDirectory()) return [{ path: folder, linked: false }]
    const target = stats.isSymbolicLink() ? await followed(root, folder) : stats
    if (typeof target === 'string') entries.push(refused(folder, 'link', stats, target))
    else if (target.isDirectory()) return [{ path: folder, linked: true }]
    else entries.push(plain(folder, target))
    return []
  } catch (error) {
    if (isAbsent(error)) return []
    entries.push(unreadable(folder, error))
    return []
  }
}

async function readFolder(
  root: string,
  path: string,
  entries: SourceEntry[],
): Promise<Dirent<Buffer>[]> {
  try {
    return await readdir(join(root, path), { withFileTypes: true, encoding: 'buffer' })
  } catch (error) {
    if (!isAbsent(error)) entries.push(unreadable(path, error))
    return []
  }
}

async function inspect(
  root: string,
  place: Waiting,
  child: Dirent<Buffer>,
): Promise<SourceEntry | { readonly folder: Waiting }> {
  const { text, sound } = entryName(child.name)
  const path = place.path === '' ? text : `${place.path}/${text}`
  if (!sound)
    return refused(
      path,
      'unnamed',
      undefined,
      'its name is not valid UTF-8, or has a back slash in it',
    )
  if (child.isDirectory()) return { folder: { path, linked: place.linked } }
  try {
    // At once: asking the system takes a tenth of the time that waiting for another thread to ask does.
    const stats = lstatSync(`${root}/${path}`)
    if (stats.isDirectory()) return { folder: { path, linked: place.linked } }
    if (!stats.isSymbolicLink()) return plain(path, stats)
    const target = await followed(root, path)
    if (typeof target === 'string') return refused(path, 'link', stats, target)
    if (!target.isDirectory()) return plain(path, target)
    if (place.linked)
      return refused(path, 'link', stats, 'it stands in a folder that is itself reached by a link')
    return { folder: { path, linked: true } }
  } catch (error) {
    return unreadable(path, error)
  }
}

/** What a link leads to, or why it must not be followed, in words. */
async function followed(root: string, path: string): Promise<Stats | string> {
  const absolute = join(root, path)
  try {
    const real = await realpath(absolute)
    if (!isInside(real, root)) return `it leads out of the site, to ${real}`
    if (isInside(absolute, real)) return 'it leads to a folder that it stands in'
    const inner = relativePosix(real, root).split('/')
    if (inner.some((segment) => segment.startsWith('.') || segment === 'node_modules'))
      return `it leads to something that is not meant for readers, ${inner.join('/')}`
    return await stat(real)
  } catch (error) {
    if (isAbsent(error)) return 'it leads to nothing'
    if (systemErrorCode(error) === 'ELOOP') return 'it leads in a circle'
    throw error
  }
}

function plain(path: string, stats: Stats): SourceEntry {
  if (!stats.isFile()) return refused(path, 'special', stats, `it is ${specialName(stats)}`)
  return {
    path: sourcePath(path),
    kind: 'file',
    bytes: stats.size,
    modified: stats.mtimeMs,
    stamp: isSettled(stats, Date.now()) ? stampOf(stats) : undefined,
  }
}

function specialName(stats: Stats): string {
  if (stats.isFIFO()) return 'a pipe (FIFO)'
  if (stats.isSocket()) return 'a socket'
  return 'a device'
}

function refused(
  path: string,
  kind: Exclude<SourceEntry['kind'], 'file'>,
  stats: Stats | undefined,
  reason: string,
): SourceEntry {
  const bytes = kind === 'link' ? 0 : (stats?.size ?? 0)
  return { path: sourcePath(path), kind, bytes, modified: stats?.mtimeMs ?? 0, reason }
}

function unreadable(path: string, error: unknown): SourceEntry {
  return refused(path, 'unreadable', undefined, systemErrorSentence(error))
}
