import type { FolderFiles, FoundFile } from '../io/ports.ts'
import { type OutputPath, outputPath } from '../model/paths.ts'
import { foldersAbove } from './swap.ts'

/** What stands where the new site needs room. */
export interface Blockers {
  /** Files of the old site that must go before anything is put, since a folder takes their place. */
  readonly files: ReadonlySet<OutputPath>
  /** Folders that must go, since a file takes their place; all that is in them is of the old site. */
  readonly folders: readonly OutputPath[]
  /** What Ibid did not write and may not remove, in a sentence each. */
  readonly foreign: readonly string[]
}

/**
 * Looks for things in the output folder that have another kind than the new site needs at their path.
 *
 * @param wanted the paths of the new site that are not there as plain files yet
 * @param found what stands at the paths of the new site
 * @param stale files of the old site that the new one lacks
 */
export async function findBlockers(
  site: FolderFiles,
  wanted: readonly OutputPath[],
  found: ReadonlyMap<OutputPath, FoundFile>,
  stale: ReadonlySet<OutputPath>,
): Promise<Blockers> {
  const files = new Set<OutputPath>()
  const folders: OutputPath[] = []
  const foreign: string[] = []
  const above = new Set([...wanted, ...stale].flatMap(foldersAbove))
  for (const folder of [...above].sort()) {
    const there = await site.look(folder)
    if (!there || there.kind === 'folder') continue
    const path = outputPath(folder)
    if (there.kind === 'file' && stale.has(path)) files.add(path)
    else if (there.kind === 'link')
      foreign.push(`${folder} is a link; Ibid writes through no link.`)
    else foreign.push(`${folder} must be a folder, but is a file that Ibid did not write.`)
  }
  for (const path of wanted) {
    if (found.get(path)?.kind !== 'folder') continue
    const other = await foreignFile(site, path, stale)
    if (other === undefined) folders.push(path)
    else
      foreign.push(
        `${path} must be a file, but is a folder that holds ${other}, which Ibid did not write.`,
      )
  }
  return { files, folders, foreign }
}

/** The first file in a folder that is not one of the given ones. */
async function foreignFile(
  site: FolderFiles,
  folder: string,
  ours: ReadonlySet<OutputPath>,
): Promise<string | undefined> {
  const waiting = [folder]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop())
    for (const name of await site.list(next)) {
      const path = `${next}/${name}`
      if ((await site.look(path))?.kind === 'folder') waiting.push(path)
      else if (!ours.has(path as OutputPath)) return path
    }
  return undefined
}
