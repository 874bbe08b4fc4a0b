import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { bundleForBrowser } from '../build/browser-bundle.ts'

/** Where the compiled engine keeps the client, relative to the package's folder. */
export const compiledClient = 'lib/dev-client/client.js'
const clientSource = 'src/dev/client/start.ts'
const fromSource = import.meta.url.endsWith('.ts')

/** The folder that holds the client and nothing else. */
export function devClientFolder(packageFolder: string): string {
  return path.join(packageFolder, path.dirname(fromSource ? clientSource : compiledClient))
}

/**
 * The dev client as one module of JavaScript: the compiled one, or, where the engine runs from its source, made
 * from the source in memory.
 *
 * @param packageFolder the engine's own folder
 */
export async function loadDevClient(packageFolder: string): Promise<string> {
  if (fromSource) return await bundleDevClient(packageFolder)
  return await readFile(path.join(packageFolder, compiledClient), 'utf8')
}

/**
 * Bundles the client. `scripts/build.mjs` writes what this returns to {@link compiledClient}.
 *
 * @param packageFolder the engine's own folder, with its source
 */
export async function bundleDevClient(packageFolder: string): Promise<string> {
  return await bundleForBrowser(packageFolder, clientSource)
}
