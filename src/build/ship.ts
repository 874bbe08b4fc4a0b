import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.ts'
import { compileTheme } from './compile-theme.ts'
import { engineModules } from './engine-modules.ts'
import { filesBelow, themeFingerprint } from './theme-fingerprint.ts'
import { digestsOf, otherSources } from './theme-others.ts'

/**
 * Compiles a built-in theme into the package, at `lib/themes/<name>/`.
 *
 * @param packageFolder the engine's own folder, with its sources; `lib/theme.js` and the JSX runtime must be there
 * @returns why it could not be compiled; empty where it was
 */
export async function shipTheme(
  packageFolder: string,
  name: string,
): Promise<readonly Diagnostic[]> {
  const engine = await engineModules(packageFolder)
  const folder = join(packageFolder, 'themes', name)
  const outFolder = join(packageFolder, 'lib', 'themes', name)
  await mkdir(outFolder, { recursive: true })
  const fingerprint = await themeFingerprint(folder, await filesBelow(folder), engine.version)
  const { manifest, sources, diagnostics } = await compileTheme({
    name,
    entry: join(folder, 'theme.ts'),
    outFolder,
    fingerprint,
    engine,
    nameOf: (file) => file.slice(packageFolder.length + 1).replaceAll('\\', '/'),
  })
  const others = await digestsOf(otherSources(sources, folder, engine), folder)
  if (manifest)
    await writeFile(join(outFolder, 'manifest.json'), JSON.stringify({ ...manifest, others }))
  return diagnostics
}
