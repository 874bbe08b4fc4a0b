import type { ImportProblem } from './imported.ts'

/** Remarks that hold for many files, each told once with their number. */
export interface ToldOnce {
  /** Counts one; the first file is the one that is named. @param key what the remark is about */
  readonly add: (key: string, file: string) => void
  /** @param tell makes the remark from what it is about and how many files it holds for */
  readonly problems: (
    tell: (key: string, files: string) => Pick<ImportProblem, 'message' | 'hint'>,
  ) => readonly ImportProblem[]
}

/** Nothing is told yet. */
export function toldOnce(): ToldOnce {
  const found = new Map<string, { readonly first: string; files: Set<string> }>()
  return {
    add: (key, file) => {
      const known = found.get(key)
      if (known) known.files.add(file)
      else found.set(key, { first: file, files: new Set([file]) })
    },
    problems: (tell) =>
      [...found]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([key, { first, files }]) => ({
          kind: 'problem',
          file: first,
          ...tell(key, files.size === 1 ? 'here' : `here and in ${files.size - 1} more`),
        })),
  }
}
