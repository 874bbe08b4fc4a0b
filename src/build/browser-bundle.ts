import path from 'node:path'

/**
 * Bundles a script for browsers into one module of JavaScript, in memory.
 *
 * @param packageFolder the engine's own folder, with its source
 * @param entry path of the script's first module, relative to that folder
 */
export async function bundleForBrowser(packageFolder: string, entry: string): Promise<string> {
  const { build } = await import('vite')
  const result = await build({
    configFile: false,
    envDir: false,
    root: path.join(packageFolder, path.dirname(entry)),
    publicDir: false,
    logLevel: 'silent',
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      modulePreload: false,
      rolldownOptions: {
        input: path.join(packageFolder, entry),
        output: { format: 'es', codeSplitting: false },
      },
    },
  })
  const outputs = Array.isArray(result) ? result : [result]
  const chunk = outputs
    .flatMap((output) => ('output' in output ? output.output : []))
    .find((file) => file.type === 'chunk')
  if (chunk?.type !== 'chunk') throw new Error(`${entry} could not be bundled.`)
  return chunk.code
}
