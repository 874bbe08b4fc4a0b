import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'

/** The largest post, in bytes of UTF-8. */
export const mostBytes = 2 * 1024 * 1024

/** A finding where a file of so many bytes is over the limit. */
export function tooLarge(file: string, bytes: number): Diagnostic | undefined {
  if (bytes <= mostBytes) return undefined
  return diagnose('LM101', {
    message: 'This file is larger than 2 MiB, the most that a post may have.',
    file,
    hint: 'Divide it into several posts, and join them with `series:`.',
  })
}
