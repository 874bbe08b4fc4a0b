import path from 'node:path'

/** The folders of a site that pages are made from. */
export const watchedFolders = ['content', 'public', 'themes'] as const

/**
 * True for what the watcher need not look at: everything in the root but the folders that pages are made from,
 * so that a folder that is removed and made again is found, and nothing else costs a thing. Paths outside the
 * root are only watched where they were named one by one.
 */
export function isUnwatched(root: string, file: string): boolean {
  const [first = '', ...rest] = relativeParts(root, file)
  if (first === '' || first === '..') return false
  if (!watchedFolders.some((folder) => folder === first)) return true
  return rest.some((name) => name === 'node_modules' || name === '.git')
}

/** True for the files that editors keep beside the one that is being edited. */
export function isScratch(file: string): boolean {
  const name = path.basename(file)
  return /~$|^\.#|^#.*#$|\.sw[a-z]$|^4913$|___jb_(?:tmp|old)___$|\.crdownload$|^\.DS_Store$/.test(
    name,
  )
}

/** A file's path as the site names its sources: POSIX, relative to the root. */
export function sourceName(root: string, file: string): string {
  return relativeParts(root, file).join('/')
}

function relativeParts(root: string, file: string): readonly string[] {
  return path.relative(root, file).split(path.sep)
}
