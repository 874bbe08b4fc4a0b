import { readFile, realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Diagnostic } from '../model/diagnostic.ts'
import { type OutputPath, outputPath } from '../model/paths.ts'
import type { Theme } from '../theme/contract.ts'
import { failureOf } from '../theme/theme-failure.ts'
import { cachedTheme } from './cached-theme.ts'
import { checkTheme } from './check-theme.ts'
import { readThemeMap } from './compile-theme.ts'
import { type EngineModules, engineModules } from './engine-modules.ts'
import { findTheme } from './find-theme.ts'
import { holdExit } from './hold-exit.ts'
import { parseThemeManifest, type ThemeManifest } from './theme-manifest.ts'
import { locator } from './theme-source-map.ts'

/** Which theme to load, and for which site. Folders are absolute. */
export interface ThemeRequest {
  readonly root: string
  /** As the settings name it. */
  readonly name: string
  /** The folder of the engine's package, with its `package.json`. */
  readonly packageFolder: string
  /** Where compiled themes are kept; `<root>/.ibid` by custom. */
  readonly cacheFolder: string
  /** Found from the package where absent. */
  readonly engine?: EngineModules | undefined
}

/** A file of a theme that goes into the site. */
export interface ThemeAsset {
  readonly path: OutputPath
  readonly bytes: Uint8Array
}

/** A theme, ready to draw pages. */
export interface LoadedTheme {
  readonly theme: Theme
  /** Address of the compiled module, for a worker that wants to import it too. */
  readonly module: string
  /** Changes with anything that the theme is made from. */
  readonly fingerprint: string
  /** Where its style sheets lie in the output, in the order to link them. */
  readonly styles: readonly OutputPath[]
  readonly assets: readonly ThemeAsset[]
  /** `file:line:column` in the theme's sources of an error that it threw. */
  readonly locate: (error: unknown) => string | undefined
}

/** What came of a request. `files` are the sources to watch, as absolute paths, whether or not they compile. */
export interface ThemeLoad {
  readonly theme: LoadedTheme | undefined
  readonly files: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Loads a theme by its name: the site's own from `<root>/themes/<name>/`, compiled once and kept for as
 * long as nothing it is made from changes, else the built-in one. Vite is imported only to compile.
 */
export async function loadTheme(request: ThemeRequest): Promise<ThemeLoad> {
  // The bundler names files by where they really lie, so names are taken from there as well.
  const [root, packageFolder] = await Promise.all([
    realFolder(request.root),
    realFolder(request.packageFolder),
  ])
  const engine = request.engine ?? (await engineModules(packageFolder))
  const found = await findTheme(root, request.name, engine)
  if ('code' in found) return { theme: undefined, files: [], diagnostics: [found] }
  if (found.kind === 'compiled') return fromFolder(found.folder, request.name, [])
  const nameOf = sourceNames(found.own ? root : '', engine)
  const compiled = await cachedTheme({ ...found, ...request, engine, nameOf })
  return compiled.folder === undefined
    ? { theme: undefined, files: compiled.files, diagnostics: compiled.diagnostics }
    : fromFolder(compiled.folder, request.name, compiled.files)
}

/** A folder without links on the way to it; as it was given where it does not exist. */
function realFolder(folder: string): Promise<string> {
  return realpath(folder).catch(() => folder)
}

/** Names a source as findings do: from the site's root, or `ibid/…` for the engine's own. */
function sourceNames(root: string, engine: EngineModules): (file: string) => string {
  return (file) => {
    const absolute = resolve(file)
    for (const [base, prefix] of [
      [root, ''],
      [engine.package, 'ibid/'],
    ] as const) {
      const inside = base === '' ? '..' : relative(base, absolute)
      if (!inside.startsWith('..') && !isAbsolute(inside))
        return prefix + inside.replaceAll('\\', '/')
    }
    return absolute
  }
}

/** Imports a compiled theme and reads its files. */
async function fromFolder(
  folder: string,
  name: string,
  files: readonly string[],
): Promise<ThemeLoad> {
  const path = pathToFileURL(join(folder, 'theme.js')).href
  const map = await readThemeMap(folder)
  const locate = map === undefined ? () => undefined : locator(path, map, isThemeSource)
  const letExit = holdExit()
  try {
    const manifest = await manifestIn(folder)
    // A module is read once for an address: a theme that was compiled again needs another one.
    const module = `${path}?${manifest.fingerprint}`
    const imported: { default?: unknown } = await import(module)
    const checked = checkTheme(imported.default, name)
    if ('code' in checked) return { theme: undefined, files, diagnostics: [checked] }
    const assets = await Promise.all(
      manifest.files.map(async (file) => ({
        path: outputPath(`assets/${file}`),
        bytes: await readFile(join(folder, 'assets', file)),
      })),
    )
    const styles = manifest.styles.map((file) => outputPath(`assets/${file}`))
    const { fingerprint } = manifest
    const loaded = { theme: checked, module, fingerprint, styles, assets, locate }
    return { theme: loaded, files, diagnostics: [] }
  } catch (error) {
    const { diagnostic } = failureOf(error, name, undefined, locate)
    return { theme: undefined, files, diagnostics: [diagnostic] }
  } finally {
    letExit()
  }
}

async function manifestIn(folder: string): Promise<ThemeManifest> {
  const manifest = parseThemeManifest(await readFile(join(folder, 'manifest.json'), 'utf8'))
  if (manifest === undefined) throw new Error(`${folder} holds no compiled theme.`)
  return manifest
}

/** The engine's parts of a compiled theme are not where its author wants to be sent. */
function isThemeSource(source: string): boolean {
  return !/^ibid\/(?:src|lib)\/|(?:^|\/)node_modules\//.test(source)
}
