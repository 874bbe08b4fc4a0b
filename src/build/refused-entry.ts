import type { SourceEntry } from '../io/ports.ts'
import { type Diagnostic, diagnose } from '../model/diagnostic.ts'

/** Where texts of each kind are looked for. */
const folders = /^content\/(?:posts|pages|notes)$/

/**
 * Says why an entry of a site's folder is not opened at all.
 *
 * @returns undefined where it is a file like any other
 */
export function refusedEntry(entry: SourceEntry): Diagnostic | undefined {
  if (entry.kind === 'file') return folders.test(entry.path) ? fileForFolder(entry) : undefined
  const { code, message, hint } = refusals[entry.kind]
  const reason = entry.reason === undefined ? '' : ` (${entry.reason})`
  return diagnose(code, { message: `${message}${reason}.`, file: entry.path, hint })
}

/** Taken for an empty folder, it would take every post of the site away. */
function fileForFolder({ path }: SourceEntry): Diagnostic {
  return diagnose('FS305', {
    message: `${path} is a file, and a folder of this name is where texts are looked for.`,
    file: path,
    hint: 'Give the file another name, and put the texts into a folder of this one.',
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
