import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { BuildResult } from '../build/run-build.ts'
import { keepCompiledCode } from '../io/code-cache.ts'
import { nodeOutput } from '../io/node-output.ts'
import { nodeSpool } from '../io/node-spool.ts'
import { ownPackage } from '../io/package.ts'
import type { Network } from '../io/ports.ts'
import { type Call, outOf } from './call.ts'
import { siteWorld } from './site-world.ts'

/** Runs the engine over the site on the disk, as the options say. @param root absolute path of the site's root */
export async function runSite(
  call: Call,
  root: string,
  mode: 'build' | 'check',
): Promise<BuildResult> {
  const { options, engine, signal } = call
  if (options.cache && mode === 'build') keepCompiledCode(root)
  const world = {
    ...siteWorld(root, call),
    output: await nodeOutput(root, outOf(call)),
    ...(mode === 'build' ? { spool: nodeSpool(root, '.ibid', 'cache') } : {}),
    elapsed: () => performance.now(),
    ...(options.external ? { network: await network(signal) } : {}),
  }
  try {
    return await engine.runBuild(
      {
        mode,
        drafts: options.drafts,
        future: options.future,
        keepGoing: options.keepGoing,
        base: options.base,
        theme: options.theme,
        distrust: !options.cache,
        jobs: options.jobs,
        external: options.external,
        signal,
      },
      world,
    )
  } finally {
    if (!options.cache)
      await rm(join(root, '.ibid', `fresh-${process.pid}`), { recursive: true, force: true })
  }
}

/** Loaded only where other sites are asked. */
async function network(signal: AbortSignal): Promise<Network> {
  const { nodeNetwork } = await import('../io/node-network.ts')
  return nodeNetwork(ownPackage().version, signal)
}
