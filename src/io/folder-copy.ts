import { nodeFolder } from './node-folder.ts'
import type { FolderFiles } from './ports.ts'
import { CopyError, type Found, type SiteCopy } from './site-copy.ts'
import { systemErrorSentence } from './system-error.ts'

/**
 * A site in a folder. Links in it are not followed.
 *
 * @param folder absolute path
 * @param name as messages name it
 */
export function folderCopy(folder: string, name: string): SiteCopy {
  const files = nodeFolder(folder)
  return {
    name,
    atOnce: 16,
    read: async (path, limit) => {
      const found = await asked(name, () => files.look(path))
      if (found?.kind !== 'file' || found.bytes > limit) return undefined
      return asked(`${name}/${path}`, () => files.read(path))
    },
    look: (path) => look(files, path),
    list: () => asked(name, () => everything(files)),
  }
}

async function look(files: FolderFiles, path: string): Promise<Found> {
  try {
    const found = await files.look(path)
    if (!found) return { kind: 'absent' }
    if (found.kind === 'file') return { kind: 'file', digest: await files.digest(path) }
    return {
      kind: 'other',
      why: { link: 'a link', folder: 'a folder', special: 'no plain file' }[found.kind],
    }
  } catch (error) {
    return { kind: 'other', why: systemErrorSentence(error) }
  }
}

/** Every path below a folder but those of folders. */
async function everything(files: FolderFiles): Promise<readonly string[]> {
  const paths: string[] = []
  const folders = ['']
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop())
    for (const name of await files.list(folder)) {
      const path = folder === '' ? name : `${folder}/${name}`
      if ((await files.look(path))?.kind === 'folder') folders.push(path)
      else paths.push(path)
    }
  return paths.sort()
}

async function asked<T>(what: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    throw new CopyError(`${what} cannot be read. ${systemErrorSentence(error)}`)
  }
}
