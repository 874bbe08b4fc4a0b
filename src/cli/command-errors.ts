import { SignatureError } from '../build/signature/signature-error.ts'
import { CopyError } from '../io/site-copy.ts'
import { SshError } from '../io/ssh-keygen.ts'
import { CommandError, exitCodes } from './call.ts'

/** Errors of keys, copies and of ssh-keygen as those of a command. */
export function asCommandError(error: unknown): unknown {
  if (error instanceof CopyError) return failed(error.message, error.hint)
  if (error instanceof SignatureError) return failed(error.message, error.hint)
  return error instanceof SshError ? failed(error.message) : error
}

/** The work could not be finished, for a reason that the user can do something about. */
export function failed(message: string, hint?: string): CommandError {
  return new CommandError(message, hint, exitCodes.failed)
}
