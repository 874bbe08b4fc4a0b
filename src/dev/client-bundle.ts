import { readFile } from 'node:fs/promises'
import path from 'node:path'

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
  const { build } = await import('vite')
  const result = await build({
    configFile: false,
    envDir: false,
    root: path.join(packageFolder, path.dirname(clientSource)),
    publicDir: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      rolldownOptions: {
        input: path.join(packageFolder, clientSource),
        output: { format: 'es', codeSplitting: false },
      },
    },
  })
  const outputs = Array.isArray(result) ? result : [result]
  const chunk = outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .find((file) => file.type === 'chunk')
  if (chunk?.type !== 'chunk') throw new Error('The dev client could not be bundled.')
  return chunk.code
}
