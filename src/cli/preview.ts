import { type Command, outOf } from './call.ts'
import { serveUntilEnd } from './serve-until.ts'

/** `ibid preview`: what was built, as a good host would serve it, until the user ends it. */
export const preview: Command = (call) => {
  const { options, streams, engine } = call
  return serveUntilEnd(call, 'Preview at', () =>
    engine.startPreview({
      out: outOf(call),
      port: options.port,
      base: options.base === undefined ? undefined : new URL(options.base).pathname,
      log: (line) => {
        if (!options.quiet) streams.err.write(`${line}\n`)
      },
    }),
  )
}
