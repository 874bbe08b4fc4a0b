import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { engineKey } from '../build/cache/engine-key.ts'
import type { World } from '../build/world.ts'
import { systemClock } from '../io/clock.ts'
import { nodeCache } from '../io/node-cache.ts'
import { nodeSource } from '../io/node-source.ts'
import { ownPackage } from '../io/package.ts'
import { stampAt } from '../io/stamp.ts'
import { type Call, CommandError } from './call.ts'

/**
 * The world of a site on the disk.
 *
 * @param root absolute path of the site's root
 * @throws CommandError where the environment asks for something that cannot be
 */
export function siteWorld(root: string, { env, options }: Call): World {
  const own = ownPackage()
  const packageFolder = own.folder
  const cacheFolder = join(root, '.ibid', ...(options.cache ? [] : [`fresh-${process.pid}`]))
  return {
    source: nodeSource(root),
    clock: clockOf(env),
    engine: engineKey(own),
    cache: nodeCache(root, '.ibid', 'cache'),
    stampOf: stampAt,
    workers: { script: workerScript(packageFolder), root },
    loadTheme: async (name) => {
      const { loadTheme } = await import('../build/load-theme.ts')
      return loadTheme({ root, name, packageFolder, cacheFolder })
    },
    encoder: async () => {
      const { sharpEncoder } = await import('../io/sharp-encoder.ts')
      return sharpEncoder()
    },
    quickReader: async () => {
      if (env.IBID_QUICK_PARSER === 'off') return undefined
      const { satteriReader } = await import('../io/satteri-reader.ts')
      return satteriReader()
    },
    painter: async () => {
      const { satoriPainter } = await import('../io/satori-painter.ts')
      return satoriPainter()
    },
    searchScript: async () => {
      const { loadSearchScript } = await import('../build/search-script.ts')
      return loadSearchScript(packageFolder)
    },
  }
}

/** The module that threads run: the engine's own, compiled or not as it is. */
function workerScript(packageFolder: string): URL {
  const script = import.meta.url.endsWith('.ts')
    ? 'src/build/workers/post-worker.ts'
    : 'lib/post-worker.js'
  return pathToFileURL(join(packageFolder, script))
}

function clockOf(env: Call['env']): World['clock'] {
  try {
    return systemClock(env)
  } catch (error) {
    if (error instanceof RangeError)
      throw new CommandError(error.message, 'SOURCE_DATE_EPOCH=1700000000')
    throw error
  }
}
