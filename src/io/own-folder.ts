import { lstatSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Stands for a folder on this disk: its number and when it was made, which no program can choose. What says
 * that it was written in that folder was not brought there by a checkout, an archive or a copy.
 *
 * @param base absolute path of a folder, which is taken as it is
 * @param parts names of folders below it, one in the other
 * @param make whether each is to be made if need be
 * @returns undefined where one of them is a link, no folder or not there
 */
export function ownFolder(base: string, parts: readonly string[], make = true): string | undefined {
  let folder = base
  try {
    for (const part of parts) {
      folder = join(folder, part)
      const found = lstatSync(folder, { throwIfNoEntry: false })
      if (found ? !found.isDirectory() : !make) return undefined
      if (!found) mkdirSync(folder, { recursive: true })
    }
    const { ino, birthtimeNs } = lstatSync(folder, { bigint: true })
    return `${ino}-${birthtimeNs}`
  } catch {
    return undefined
  }
}
