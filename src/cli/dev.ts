import { ownPackage } from '../io/package.ts'
import type { Command } from './call.ts'
import { serveUntilEnd } from './serve-until.ts'
import { siteRoot } from './site-root.ts'
import { siteWorld } from './site-world.ts'

/** `ibid dev`: the site from memory, with live update, until the user ends it. */
export const dev: Command = (call) => {
  const { options, streams, engine } = call
  const root = siteRoot(call)
  return serveUntilEnd(call, 'Writing desk at', () =>
    engine.startDev({
      root,
      packageFolder: ownPackage().folder,
      port: options.port,
      base: options.base,
      theme: options.theme,
      world: () => siteWorld(root, call),
      log: (line) => {
        if (!options.quiet) streams.err.write(`${line}\n`)
      },
    }),
  )
}
