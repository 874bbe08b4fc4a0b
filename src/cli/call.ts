import { relative, resolve } from 'node:path'
import type { Engine } from './engine.ts'
import type { Options } from './options.ts'
import type { Environment, Streams } from './terminal.ts'

/** One call of a command, with all that it may use. */
export interface Call {
  readonly words: readonly string[]
  readonly options: Options
  /** Absolute path of the folder that paths are relative to. */
  readonly cwd: string
  readonly env: Environment
  readonly streams: Streams
  readonly engine: Engine
  /** Aborted when the user wants the command to end. */
  readonly signal: AbortSignal
}

/** Does what the command is for. @returns the exit code */
export type Command = (call: Call) => Promise<ExitCode>

/** Done · errors were found, or the work could not be finished · wrong usage or settings · interrupted. */
export const exitCodes = { done: 0, failed: 1, misused: 2, interrupted: 130 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

/** The work cannot begin: the message says why in a sentence, the hint what to type instead. */
export class CommandError extends Error {
  override readonly name = 'CommandError'
  readonly hint: string | undefined
  readonly exitCode: ExitCode

  constructor(message: string, hint?: string, exitCode: ExitCode = exitCodes.misused) {
    super(message)
    this.hint = hint
    this.exitCode = exitCode
  }
}

/** Absolute path of the site's root. */
export function rootOf({ cwd, options }: Call): string {
  return resolve(cwd, options.root)
}

/** Absolute path of the output folder. */
export function outOf(call: Call): string {
  const { out } = call.options
  return out === undefined ? resolve(rootOf(call), 'dist') : resolve(call.cwd, out)
}

/** A path as one would type it: relative to the folder of the call, absolute where it lies elsewhere. */
export function shownPath(cwd: string, path: string): string {
  const short = relative(cwd, path)
  if (short === '') return '.'
  return short.startsWith('..') ? path : short
}
