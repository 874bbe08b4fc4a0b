#!/usr/bin/env node
import { exitCodes } from './call.ts'
import { complain, reportFault, run } from './main.ts'

/** Exit codes of a process that a signal ends, as shells give them. */
const signals = { SIGINT: exitCodes.interrupted, SIGTERM: 143, SIGHUP: 129 } as const

const interrupt = new AbortController()
let signalCode: number | undefined
const { exit } = process
/** Ends the program now, whatever is still going on. */
const leave = (code: number): never => {
  process.off('exit', tooEarly)
  return exit.call(process, code)
}
/** Code that we load may end the program before we do. */
const tooEarly = (): void => {
  complain(
    process.stderr,
    'The program was ended in the middle of its work, by a theme or by a package that it loads.',
    undefined,
  )
  process.exitCode = exitCodes.failed
}
process.on('exit', tooEarly)

for (const [signal, code] of Object.entries(signals))
  process.on(signal, () => {
    // The first asks for a clean end, the second does not wait for it; a lock left behind is seen to be dead.
    if (interrupt.signal.aborted) leave(code)
    signalCode = code
    interrupt.abort()
  })

const debug = process.argv.includes('--debug')
const crash = (error: unknown) => {
  reportFault(error, process.stderr, debug)
  leave(exitCodes.failed)
}
process.on('uncaughtException', crash)
process.on('unhandledRejection', crash)

// Whoever reads may stop reading; the work goes on.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') crash(error)
  })

const streams = { out: process.stdout, err: process.stderr }
const exitCode = await run(process.argv.slice(2), process.env, streams, {
  signal: interrupt.signal,
})
process.exitCode = exitCode === exitCodes.interrupted ? (signalCode ?? exitCode) : exitCode
process.off('exit', tooEarly)
// Pipes are written to in the background, and a worker or a watcher may be left: both must not decide when we end.
process.stdout.write('', () => process.stderr.write('', () => process.exit()))
