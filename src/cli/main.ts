import { ownPackage } from '../io/package.ts'
import { printable } from '../report/display.ts'
import { type Invocation, parseArguments } from './arguments.ts'
import { type Call, type Command, CommandError, exitCodes } from './call.ts'
import type { CommandName } from './commands.ts'
import { type Engine, ownEngine } from './engine.ts'
import { commandHelp, helpText } from './help.ts'
import { machineFault } from './machine-fault.ts'
import type { Environment, Stream, Streams } from './terminal.ts'

/** What surrounds a call of the command line; a test gives its own. */
export interface Surroundings {
  /** Absolute path of the folder that paths are relative to. */
  readonly cwd?: string | undefined
  readonly engine?: Engine | undefined
  /** Aborted when the user wants the command to end. */
  readonly signal?: AbortSignal | undefined
}

const load: Readonly<Record<CommandName, () => Promise<Command>>> = {
  init: async () => (await import('./init.ts')).init,
  new: async () => (await import('./new.ts')).newPost,
  dev: async () => (await import('./dev.ts')).dev,
  build: async () => (await import('./build.ts')).build,
  check: async () => (await import('./check.ts')).check,
  import: async () => (await import('./import.ts')).importBlog,
  notes: async () => (await import('./notes.ts')).notes,
  preview: async () => (await import('./preview.ts')).preview,
  sign: async () => (await import('./sign.ts')).sign,
  verify: async () => (await import('./verify.ts')).verify,
  freeze: async () => (await import('./freeze.ts')).freeze,
}

/**
 * Runs the command line: words to a call, what became of it to an exit code.
 *
 * @param argv without the names of node and of the script
 * @returns 0 done, 1 errors or not finished, 2 wrong usage or settings, 130 interrupted
 */
export async function run(
  argv: readonly string[],
  env: Environment,
  streams: Streams,
  {
    cwd = process.cwd(),
    engine = ownEngine,
    signal = new AbortController().signal,
  }: Surroundings = {},
): Promise<number> {
  const parsed = parseArguments(argv)
  if (!parsed.understood) {
    complain(streams.err, parsed.message, parsed.hint)
    return exitCodes.misused
  }
  const { invocation } = parsed
  try {
    return await answer(invocation, { ...invocation, cwd, env, streams, engine, signal })
  } catch (error) {
    if (signal.aborted) return exitCodes.interrupted
    if (error instanceof CommandError) {
      complain(streams.err, error.message, error.hint)
      return error.exitCode
    }
    reportFault(error, streams.err, invocation.options.debug)
    return exitCodes.failed
  }
}

async function answer({ command, options }: Invocation, call: Call): Promise<number> {
  if (options.version) call.streams.out.write(`${ownPackage().version}\n`)
  else if (options.help || command === undefined)
    call.streams.out.write(command === undefined ? helpText() : commandHelp(command))
  else return (await load[command]())(call)
  return exitCodes.done
}

/** What went wrong, in a sentence, and what to type instead. */
export function complain(err: Stream, message: string, hint: string | undefined): void {
  err.write(`ibid: ${printable(message)}\n`)
  if (hint !== undefined) err.write(`  Type: ${printable(hint)}\n`)
}

/**
 * An error that nobody foresaw: one sentence, and how to report it where it is a fault of ours; where it
 * arose only on request.
 */
export function reportFault(error: unknown, err: Stream, debug: boolean): void {
  const refused = debug ? undefined : machineFault(error)
  if (refused) {
    complain(err, refused.message, refused.hint)
    return
  }
  const message = error instanceof Error ? error.message : String(error)
  err.write(`ibid: Something went wrong inside Ibid: ${printable(message)}\n`)
  if (debug && error instanceof Error) err.write(`${error.stack}\n`)
  else
    err.write(
      '  To report it, run the same command with --debug and send what it prints with the file that it is about.\n',
    )
}
