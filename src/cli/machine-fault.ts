import { systemErrorCode, systemErrorPaths, systemErrorSentence } from '../io/system-error.ts'

/** What a machine may refuse to any program, and what helps where a command does. */
const refusals: Readonly<Record<string, string | undefined>> = {
  EMFILE: 'ulimit -n 4096',
  ENFILE: undefined,
  EIO: undefined,
  ENOSPC: undefined,
  EDQUOT: undefined,
  EROFS: undefined,
  EACCES: undefined,
  EPERM: undefined,
  ESTALE: undefined,
  ETXTBSY: undefined,
}

/**
 * What to say where the machine did not let Ibid go on: it could not read a file of its own, say.
 *
 * @returns undefined where the error is no refusal of the system
 */
export function machineFault(
  error: unknown,
): { readonly message: string; readonly hint: string | undefined } | undefined {
  const code = systemErrorCode(error)
  if (code === undefined || !Object.hasOwn(refusals, code)) return undefined
  const [path] = systemErrorPaths(error)
  const where = path === undefined ? '' : ` It was at ${path}.`
  return { message: `${systemErrorSentence(error)}${where}`, hint: refusals[code] }
}
