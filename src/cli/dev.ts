import { keepCompiledCode } from '../io/code-cache.ts'
import { nodeOutput } from '../io/node-output.ts'
import { ownPackage } from '../io/package.ts'
import { type Command, outOf } from './call.ts'
import { serveUntilEnd } from './serve-until.ts'
import { siteRoot } from './site-root.ts'
import { siteWorld } from './site-world.ts'

/** `ibid dev`: the site from memory, with live update, until the user ends it. */
export const dev: Command = async (call) => {
  const { options, streams, engine } = call
  const root = siteRoot(call)
  if (options.cache) keepCompiledCode(root)
  const { key } = await nodeOutput(root, outOf(call))
  return serveUntilEnd(call, 'Writing desk at', () =>
    engine.startDev({
      root,
      packageFolder: ownPackage().folder,
      port: options.port,
      base: options.base,
      theme: options.theme,
      outputKey: options.cache ? key : undefined,
      world: () => siteWorld(root, call),
      log: (line) => {
        if (!options.quiet) streams.err.write(`${line}\n`)
      },
    }),
  )
}
