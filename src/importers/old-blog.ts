import type { SourceEntry, SourceFiles } from '../io/ports.ts'
import { isAbsent, systemErrorSentence } from '../io/system-error.ts'
import { sourcePath } from '../model/paths.ts'
import { decodeText } from '../syntax/decode.ts'
import type { Imported, ImportProblem } from './imported.ts'

/** The folder of another blog, read only. Paths are relative to it; `''` lists all of it. */
export type OldBlog = Pick<SourceFiles, 'list' | 'read' | 'stream'>

/**
 * Turns another blog into posts, pages, files and settings of a site. Nothing is written and nothing is asked
 * for but what the folder holds. Every file is told of that cannot be read; nothing is thrown for it.
 *
 * @param named the one file of the folder that is meant, where a file was named and no folder
 */
export type Importer = (blog: OldBlog, named?: string) => Imported

/** The most that is read of a text: a byte more than the engine's own limit, so that a larger one is seen. */
const mostRead = 2 * 1024 * 1024 + 1

/**
 * The text of a file, or why there is none. A byte order mark is taken off, and lines end with LF, so that
 * what is looked for at the end of a line is found; lines and columns stay what they are.
 */
export async function readText(
  blog: OldBlog,
  file: string,
): Promise<{ readonly text: string } | { readonly problem: ImportProblem }> {
  try {
    const bytes = await blog.read(sourcePath(file), mostRead)
    const { text, diagnostics } = decodeText(sourcePath(file), bytes)
    if (text !== undefined) return { text: text.replace(/\r\n?/g, '\n') }
    const [first] = diagnostics
    return {
      problem: {
        kind: 'problem',
        file,
        place: first?.place,
        message: first?.message ?? 'This file is no text.',
        hint: first?.hint,
        unread: true,
      },
    }
  } catch (error) {
    return { problem: unreadable(file, systemErrorSentence(error)) }
  }
}

/** The text of a file, or why there is none; undefined where no such file is there. */
export async function readTextIfThere(
  blog: OldBlog,
  file: string,
): Promise<Awaited<ReturnType<typeof readText>> | undefined> {
  try {
    await blog.read(sourcePath(file), 1)
  } catch (error) {
    if (isAbsent(error)) return undefined
  }
  return readText(blog, file)
}

/** A file or link that is not read, with the reason. */
export function unreadable(file: string, reason: string): ImportProblem {
  return {
    kind: 'problem',
    file,
    message: `This is not taken: ${reason.replace(/\.$/, '')}.`,
    hint: 'Put a plain file in its place, or leave it out.',
    unread: true,
  }
}

/** What lies in a folder: plain files, and a problem for each entry that is none. */
export async function listFiles(
  blog: OldBlog,
  folder: string,
): Promise<{
  readonly files: readonly SourceEntry[]
  readonly problems: readonly ImportProblem[]
}> {
  const entries = await blog.list(folder)
  return {
    files: entries.filter(({ kind }) => kind === 'file'),
    problems: entries
      .filter(({ kind }) => kind !== 'file')
      .map(({ path, reason }) => unreadable(path, reason ?? 'it is no plain file')),
  }
}
