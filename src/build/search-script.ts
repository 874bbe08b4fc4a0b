import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { bundleForBrowser } from './browser-bundle.ts'

/** Where the compiled engine keeps the script of the search page, relative to the package's folder. */
export const compiledSearch = 'lib/search-client/search.js'
const source = 'src/search/client/start.ts'
const fromSource = import.meta.url.endsWith('.ts')

/**
 * The script of the search page: the compiled one, or, where the engine runs from its source, made from the
 * source in memory.
 *
 * @param packageFolder the engine's own folder
 */
export async function loadSearchScript(packageFolder: string): Promise<string> {
  if (fromSource) return await bundleSearchScript(packageFolder)
  return await readFile(path.join(packageFolder, compiledSearch), 'utf8')
}

/** Bundles the script. `scripts/build.mjs` writes what this returns to {@link compiledSearch}. */
export async function bundleSearchScript(packageFolder: string): Promise<string> {
  return await bundleForBrowser(packageFolder, source)
}
