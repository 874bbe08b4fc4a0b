import { type FSWatcher, lstatSync, readdirSync, watch } from 'node:fs'
import path from 'node:path'

/** Tells of what changes in folders and all that lies below them, from the moment it is made. */
export interface FolderWatch {
  /** Watches single files as well, wherever they lie; each may be named again. @param files absolute paths */
  readonly add: (files: readonly string[]) => void
  readonly close: () => void
}

/** What a watch asks, and whom it tells. All paths are absolute. */
export interface WatchOptions {
  /** True for what need not be looked at, and for folders that nothing below need be. */
  readonly ignored: (file: string) => boolean
  /** Is told of a file or folder that was made, written to, moved or removed. */
  readonly changed: (file: string) => void
  /** Is told, once, that the system refuses to watch everything. */
  readonly failed: (error: unknown) => void
}

/**
 * Watches a folder and those below it, links not followed: one watch a folder, however many files lie in it. What
 * is made while a new folder is not yet watched is told of by that folder's name.
 *
 * @param root absolute path
 */
export function watchFolder(root: string, options: WatchOptions): FolderWatch {
  const folders = new Map<string, FSWatcher>()
  const named = new Set<string>()
  let hasFailed = false
  let isClosed = false
  const failed = (error: unknown): void => {
    if (!hasFailed) options.failed(error)
    hasFailed = true
  }
  const drop = (folder: string): void => {
    folders.get(folder)?.close()
    folders.delete(folder)
  }
  const dropTree = (top: string): void => {
    for (const folder of folders.keys())
      if (folder === top || folder.startsWith(top + path.sep)) drop(folder)
  }
  const begin = (folder: string, tell: (event: string, name: string | null) => void): void => {
    // A watch that outlives its server would keep the process alive.
    if (isClosed || folders.has(folder)) return
    try {
      // A folder that is removed ends its watch, on some systems with an error; its parent tells of it.
      folders.set(
        folder,
        watch(folder, tell).on('error', () => drop(folder)),
      )
    } catch (error) {
      if (isThere(folder)) failed(error)
    }
  }
  const told = (folder: string, event: string, name: string | null): void => {
    const file = name === null ? folder : path.join(folder, name)
    if (named.has(file) || !options.ignored(file)) options.changed(file)
    if (event !== 'rename' || options.ignored(file)) return
    // A folder that stands where another one stood needs a watch of its own.
    dropTree(file)
    if (isFolder(file)) watchTree(file)
  }
  const watchTree = (top: string): void => {
    const waiting = [top]
    for (let folder = waiting.pop(); folder !== undefined; folder = waiting.pop()) {
      const here = folder
      // Before it is listed, so that nothing is made unseen in between.
      begin(here, (event, name) => told(here, event, name))
      for (const inner of foldersIn(here)) if (!options.ignored(inner)) waiting.push(inner)
    }
  }
  watchTree(root)
  return {
    add: (files) => {
      for (const file of files) {
        named.add(file)
        const folder = path.dirname(file)
        begin(folder, (_event, name) => {
          const other = name === null ? undefined : path.join(folder, name)
          if (other !== undefined && named.has(other)) options.changed(other)
        })
      }
    },
    close: () => {
      isClosed = true
      for (const folder of [...folders.keys()]) drop(folder)
    },
  }
}

function foldersIn(folder: string): readonly string[] {
  try {
    const children = readdirSync(folder, { withFileTypes: true })
    return children.flatMap((child) => (child.isDirectory() ? [path.join(folder, child.name)] : []))
  } catch {
    return []
  }
}

function isFolder(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false })?.isDirectory() ?? false
  } catch {
    return false
  }
}

function isThere(file: string): boolean {
  try {
    return lstatSync(file, { throwIfNoEntry: false }) !== undefined
  } catch {
    return true
  }
}
