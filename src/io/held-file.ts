import { closeSync, constants, fstatSync, openSync } from 'node:fs'

const readFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK
const appendFlags = constants.O_RDWR | constants.O_CREAT | constants.O_APPEND | constants.O_NOFOLLOW

/** What a file is opened for: to read parts of it, or to add to it as well. */
export type Purpose = 'read' | 'append'

/** A file that stays open between questions, since the same one is asked thousands of times. */
export interface HeldFile {
  /**
   * Number of the open file, where the one at this path is held for this purpose; undefined where it is not, or where
   * it was taken away or replaced since and what is added to it would be lost.
   */
  readonly held: (path: string, purpose: Purpose) => number | undefined
  /**
   * Opens a file in the place of the one that was held; one to be added to is made if need be. Never through a link.
   *
   * @returns its number
   * @throws the system's error
   */
  readonly open: (path: string, purpose: Purpose) => number
  /** Closes the file at a path, which is to be replaced or removed. */
  readonly letGo: (path: string) => void
}

/** Holds one file at a time: the one that was opened last. */
export function holdFile(): HeldFile {
  let held: { readonly path: string; readonly file: number; readonly purpose: Purpose } | undefined
  const close = (): void => {
    const file = held?.file
    held = undefined
    if (file !== undefined) closeSync(file)
  }
  return {
    held: (path, purpose) => {
      if (held?.path !== path) return undefined
      if (purpose === 'read') return held.file
      return held.purpose === 'append' && fstatSync(held.file).nlink > 0 ? held.file : undefined
    },
    open: (path, purpose) => {
      close()
      const file = openSync(path, purpose === 'append' ? appendFlags : readFlags, 0o644)
      held = { path, file, purpose }
      return file
    },
    letGo: (path) => {
      if (held?.path === path) close()
    },
  }
}
