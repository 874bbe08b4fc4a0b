import type { OutputFiles, Processes, Refusal } from '../io/ports.ts'
import { systemErrorCode, systemErrorPaths, systemErrorSentence } from '../io/system-error.ts'
import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import type { LockHolder } from './lock.ts'

/** The output folder must not be written to. */
export function refusedFolder({ message, hint }: Refusal): Diagnostic {
  return diagnose('FS401', { message, hint, file: '' })
}

/** Another build holds the lock, and has not given it up in time. */
export function lockedBy(holder: LockHolder | undefined, processes: Processes): Diagnostic {
  if (!holder)
    return diagnose('FS402', {
      message: 'Another build is at work in this folder.',
      hint: 'wait for it to end, then build again',
      file: '',
    })
  const seconds = Math.max(0, Math.round((processes.now() - Date.parse(holder.since)) / 1000))
  const ago = Number.isNaN(seconds) ? '' : ` (${seconds} seconds ago)`
  return diagnose('FS402', {
    message: `Another build is at work in this folder: process ${holder.pid} on ${holder.host}, since ${holder.since}${ago}.`,
    hint: 'wait for it to end, then build again; if that process is gone, remove .ibid/lock',
    file: '',
  })
}

/** Things in the output folder that are not ours stand where the site needs room. */
export function blocked(output: OutputFiles, sentences: readonly string[]): readonly Diagnostic[] {
  return sentences.map((sentence) =>
    diagnose('FS404', {
      message: `In ${output.name}, ${sentence}`,
      hint: 'move it away, or choose another folder with --out <dir>',
      file: '',
    }),
  )
}

const hints: Readonly<Record<string, string>> = {
  ENOSPC: 'make room on the disk, then build again',
  EDQUOT: 'make room on the disk, then build again',
  EFBIG: 'raise the limit on the size of files (ulimit -f), then build again',
  EACCES: 'give yourself the right to write there (ls -ld shows who has it), then build again',
  EPERM: 'look whether the file is marked as unchangeable (lsattr shows it), then build again',
  EROFS: 'choose a folder on a disk that can be written to, with --out <dir>',
  EIO: 'check the disk, then build again',
  EMFILE: 'allow more open files (ulimit -n 4096), then build again',
}

/**
 * Something went wrong while the site was written.
 *
 * @param unfinished true where a journal is left, so that the next build has to bring things to an end
 */
export function notWritten(output: OutputFiles, error: unknown, unfinished: boolean): Diagnostic {
  const code = systemErrorCode(error)
  const paths = systemErrorPaths(error)
  // Where a file was on its way, the end of the way tells an author more than our own folder.
  const path = paths.find((one) => !/[\\/]\.ibid/.test(one)) ?? paths[0]
  const where = path === undefined ? '' : ` It was at ${path}.`
  const after = unfinished
    ? 'Some files are new and some are old; the next build brings this to an end.'
    : 'What stood there before still stands.'
  return diagnose('FS403', {
    message: `The site could not be written to ${output.name}: ${systemErrorSentence(error)}${where} ${after}`,
    hint:
      (code === undefined ? undefined : hints[code]) ??
      'build again; if it happens again, remove .ibid/ first',
    file: '',
  })
}
