import { type FolderWatch, watchFolder } from '../../io/folder-watch.ts'
import { isScratch, isUnwatched } from './watched.ts'

/**
 * Watches the folders that a site is made from, from now on.
 *
 * @param root the site's, absolute, links resolved
 * @param changed is told of each change. @param log takes a line for the terminal
 */
export function watchSite(
  root: string,
  changed: (file: string) => void,
  log: (line: string) => void,
): FolderWatch {
  return watchFolder(root, {
    ignored: (file) => isUnwatched(root, file),
    changed: (file) => {
      if (!isScratch(file)) changed(file)
    },
    failed: (error) => {
      const reason = error instanceof Error ? error.message : String(error)
      log(
        `Not every folder can be watched (${reason}): save twice, or raise the system's limit of watches.`,
      )
    },
  })
}
