import { join } from 'node:path'
import type { World } from '../build/world.ts'
import { systemClock } from '../io/clock.ts'
import { nodeSource } from '../io/node-source.ts'
import { ownPackage } from '../io/package.ts'
import { type Call, CommandError } from './call.ts'

/**
 * The world of a site on the disk.
 *
 * @param root absolute path of the site's root
 * @throws CommandError where the environment asks for something that cannot be
 */
export function siteWorld(root: string, { env, options }: Call): World {
  const packageFolder = ownPackage().folder
  const cacheFolder = join(root, '.ibid', ...(options.cache ? [] : [`fresh-${process.pid}`]))
  return {
    source: nodeSource(root),
    clock: clockOf(env),
    loadTheme: async (name) => {
      const { loadTheme } = await import('../build/load-theme.ts')
      return loadTheme({ root, name, packageFolder, cacheFolder })
    },
  }
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
