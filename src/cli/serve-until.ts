import type { RunningServer } from '../dev/start-preview.ts'
import { type Call, CommandError, type ExitCode, exitCodes } from './call.ts'

/** Prints the address of a server and keeps it up until the user ends it. */
export async function serveUntilEnd(
  { signal, streams }: Call,
  what: string,
  start: () => Promise<RunningServer>,
): Promise<ExitCode> {
  const server = await started(start)
  streams.out.write(`${what} ${server.url}\n`)
  if (!signal.aborted)
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }))
  await server.close()
  return exitCodes.interrupted
}

async function started(start: () => Promise<RunningServer>): Promise<RunningServer> {
  try {
    return await start()
  } catch (error) {
    // The server says in words why it cannot start; anything else is a fault.
    if (error instanceof Error && error.name === 'ServeError' && 'hint' in error)
      throw new CommandError(error.message, String(error.hint), exitCodes.failed)
    throw error
  }
}
