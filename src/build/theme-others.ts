import { join, relative, sep } from 'node:path'
import type { EngineModules } from './engine-modules.ts'
import { digestOf } from './theme-fingerprint.ts'
import type { ThemeManifest } from './theme-manifest.ts'

/**
 * The sources that a theme is made from and that lie outside its folder. The engine's version speaks for
 * what the engine brings, unless the theme is one of the engine's own, which lie beside what they share.
 *
 * @param sources absolute paths
 * @param folder the theme's own, absolute
 */
export function otherSources(
  sources: readonly string[],
  folder: string,
  engine: EngineModules,
): readonly string[] {
  const inside = (base: string) => (file: string) => file.startsWith(base + sep)
  const ofPackage = inside(engine.package)
  const fixed = ['node_modules', ...(engine.fromSource ? [] : ['lib'])].map((name) =>
    inside(join(engine.package, name)),
  )
  const watched = engine.fromSource || ofPackage(folder)
  return sources
    .filter((file) => !inside(folder)(file))
    .filter((file) => (watched ? !fixed.some((isFixed) => isFixed(file)) : !ofPackage(file)))
}

/** Sources with their digests, named from the theme's folder. */
export async function digestsOf(
  files: readonly string[],
  folder: string,
): Promise<ThemeManifest['others']> {
  return Promise.all(
    files.map(async (file) => ({
      path: relative(folder, file).replaceAll('\\', '/'),
      digest: (await digestOf(file)) ?? '',
    })),
  )
}
