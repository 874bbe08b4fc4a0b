import type { SourceEntry } from '../io/ports.ts'
import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { SourcePath } from '../model/paths.ts'

/** What is looked for in each folder of a site. */
const folders: ReadonlyMap<string, string> = new Map([
  ...['content', 'content/posts', 'content/pages', 'content/notes'].map(
    (folder) => [folder, 'texts'] as const,
  ),
  ['public', 'files to publish'],
])

/**
 * Says why an entry of a site's folder is not opened at all.
 *
 * @returns undefined where it is a file like any other
 */
export function refusedEntry(entry: SourceEntry): Diagnostic | undefined {
  if (entry.kind === 'file') return fileForFolder(entry)
  const { code, message, hint } = refusals[entry.kind]
  const reason = entry.reason === undefined ? '' : ` (${entry.reason})`
  return diagnose(code, { message: `${message}${reason}.`, file: entry.path, hint })
}

/** Taken for an empty folder, it would take every post of the site away, or every picture. */
function fileForFolder({ path }: SourceEntry): Diagnostic | undefined {
  const what = folders.get(path)
  if (what === undefined) return undefined
  return diagnose('FS305', {
    message: `${path} is a file, and a folder of this name is where ${what} are looked for.`,
    file: path,
    hint: `Give the file another name, and put the ${what} into a folder of this one.`,
  })
}

/**
 * Says what becomes of a folder where a file is wanted. Taken for a missing file, it would give the site another name,
 * or lose the record of its addresses.
 */
export function folderForFile(path: SourcePath): Diagnostic {
  return diagnose('FS306', {
    message: `${path} is a folder, or something else that cannot be read as a file.`,
    file: path,
    hint: 'Take it away, or give it another name, and put the file in its place.',
  })
}

const refusals = {
  link: {
    code: 'FS301',
    message: 'This link is not followed',
    hint: 'Put a copy of the file here instead of the link.',
  },
  special: {
    code: 'FS302',
    message: 'This is no regular file but a pipe, a socket or a device, so it is not opened',
    hint: 'Take it away.',
  },
  unnamed: {
    code: 'FS303',
    message: 'The name of this file is not valid UTF-8, or has a back slash in it',
    hint: 'Rename the file.',
  },
  unreadable: {
    code: 'FS304',
    message: 'This file cannot be read',
    hint: 'Check that you may read it.',
  },
} as const
