import type { SourceEntry, SourceFiles } from '../io/ports.ts'

/**
 * The same files, each folder of which is listed once: a build that finds something to do has just looked at all of
 * them. What is saved meanwhile has another stamp than the build remembers, so that the next one sees it.
 */
export function listedOnce(files: SourceFiles): SourceFiles {
  const listed = new Map<string, Promise<readonly SourceEntry[]>>()
  return {
    ...files,
    list: (folder) => {
      const entries = listed.get(folder) ?? files.list(folder)
      listed.set(folder, entries)
      return entries
    },
  }
}
