import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Rolldown } from 'vite'
import type { Diagnostic } from '../model/diagnostic.ts'
import { importedStyles } from './imported-styles.ts'
import { type BuiltFile, bundleTheme } from './theme-bundle.ts'
import { compileErrors, warningErrors } from './theme-compile-errors.ts'
import type { ThemeManifest } from './theme-manifest.ts'
import type { ThemeSource } from './theme-source.ts'

/** A theme that was compiled, or why it could not be. */
export interface CompiledTheme {
  readonly manifest: Omit<ThemeManifest, 'others'> | undefined
  /** Every file that the theme was made from, as absolute paths, sorted. */
  readonly sources: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Compiles a theme once, with Vite: `theme.js` (an ES module whose default export is the theme), its
 * source map, and `assets/NAME.HASH.EXT` for style sheets, fonts and pictures. The manifest is left to
 * the caller, who writes it last, so that a folder with a manifest is whole.
 *
 * @throws the system's error where what was compiled cannot be written, which is no fault of the theme
 */
export async function compileTheme(source: ThemeSource): Promise<CompiledTheme> {
  const warnings: string[] = []
  const modules: string[] = []
  let output: readonly BuiltFile[]
  try {
    output = await bundleTheme(source, {
      warn: (warning) => warnings.push(warning),
      read: (id) => modules.push(id),
    })
  } catch (error) {
    const sources = await sourcesOf([], modules, source.entry)
    return { manifest: undefined, sources, diagnostics: await compileErrors(error, source) }
  }
  const sources = await sourcesOf(output, modules, source.entry)
  const diagnostics = await warningErrors(warnings, sources, source)
  if (diagnostics.length > 0) return { manifest: undefined, sources, diagnostics }
  return { manifest: await write(output, source), sources, diagnostics: [] }
}

async function sourcesOf(
  output: readonly BuiltFile[],
  modules: readonly string[],
  entry: string,
): Promise<readonly string[]> {
  const pictures = output.flatMap((built) =>
    built.type === 'asset' ? built.originalFileNames.map((file) => join(dirname(entry), file)) : [],
  )
  const files = new Set([entry, ...pictures])
  for (const id of modules) if (!id.startsWith('\0')) files.add(id.replace(/[?#].*$/, ''))
  for (const style of await importedStyles([...files])) files.add(style)
  return [...files].sort()
}

async function write(
  output: readonly BuiltFile[],
  { name, outFolder, fingerprint, nameOf }: ThemeSource,
): Promise<Omit<ThemeManifest, 'others'>> {
  await mkdir(join(outFolder, 'assets'), { recursive: true })
  // A site's package.json may say that .js files are CommonJS.
  await writeFile(join(outFolder, 'package.json'), '{ "type": "module" }\n')
  const files: string[] = []
  for (const built of output) {
    if (built.type === 'chunk') await writeFile(join(outFolder, built.fileName), built.code)
    else if (built.fileName.endsWith('.map'))
      await writeFile(join(outFolder, built.fileName), portableMap(built, outFolder, nameOf))
    else {
      await writeFile(join(outFolder, built.fileName), assetBytes(built))
      files.push(built.fileName.slice('assets/'.length))
    }
  }
  files.sort()
  return { name, fingerprint, styles: files.filter((file) => file.endsWith('.css')), files }
}

/** The bundler's mark at the end of a style sheet is of no use to a reader. */
function assetBytes(asset: Rolldown.OutputAsset): string | Uint8Array {
  return typeof asset.source === 'string' && asset.fileName.endsWith('.css')
    ? `${asset.source.replace(/\s*\/\*\$vite\$:\d+\*\/\s*$/, '').trimEnd()}\n`
    : asset.source
}

/** Names the sources of a map as findings name them, and leaves their text out. */
function portableMap(
  asset: Rolldown.OutputAsset,
  outFolder: string,
  nameOf: (file: string) => string,
): string {
  const map = JSON.parse(String(asset.source)) as { sources: string[] }
  const sources = map.sources.map((path) => nameOf(join(outFolder, path)))
  return JSON.stringify({ ...map, sources, sourcesContent: undefined })
}

/** The text of a compiled theme's source map; nothing where there is none. */
export async function readThemeMap(folder: string): Promise<string | undefined> {
  return readFile(join(folder, 'theme.js.map'), 'utf8').catch(() => undefined)
}
