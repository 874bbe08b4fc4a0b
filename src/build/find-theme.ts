import { existsSync, statSync } from 'node:fs'
import { readdir, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { type Diagnostic, diagnose } from '../model/diagnostic.ts'
import { nearestName } from '../model/nearest-name.ts'
import type { EngineModules } from './engine-modules.ts'

/** Where a theme lies. */
export type FoundTheme =
  | {
      readonly kind: 'source'
      readonly own: boolean
      readonly folder: string
      readonly entry: string
    }
  | { readonly kind: 'compiled'; readonly folder: string }

const entryNames = ['theme.tsx', 'theme.ts']

/**
 * Finds a theme by its name: the site's own, else a built-in one.
 *
 * @returns where it lies, or why it cannot be used
 */
export async function findTheme(
  root: string,
  name: string,
  engine: EngineModules,
): Promise<FoundTheme | Diagnostic> {
  const ownThemes = join(root, 'themes')
  for (const [folder, path] of [
    [ownThemes, 'themes'],
    [join(ownThemes, name), `themes/${name}`],
  ] as const)
    if (isThemeName(name) && isNoFolder(folder)) return fileForFolder(path)
  const known = await themesIn(ownThemes)
  if (isThemeName(name)) {
    const own = await sourceTheme(join(ownThemes, name), true)
    if (own) return own
    const builtIn = await builtInTheme(name, engine)
    if (builtIn) return builtIn
    if (existsSync(join(ownThemes, name)))
      return diagnose('TH105', {
        message: `The folder themes/${name} holds no theme.ts or theme.tsx.`,
        file: `themes/${name}`,
        hint: 'Add themes/NAME/theme.ts with “export default defineTheme({…})”.'.replace(
          'NAME',
          name,
        ),
      })
  }
  const builtIn = await builtInNames(engine)
  return builtIn.length === 0 ? notBuilt(name) : unknownTheme(name, [...known, ...builtIn])
}

async function sourceTheme(folder: string, own: boolean): Promise<FoundTheme | undefined> {
  for (const entryName of entryNames) {
    if (!isFile(join(folder, entryName))) continue
    const real = await realpath(folder)
    return { kind: 'source', own, folder: real, entry: join(real, entryName) }
  }
  return undefined
}

async function builtInTheme(name: string, engine: EngineModules): Promise<FoundTheme | undefined> {
  if (engine.fromSource) return sourceTheme(join(engine.themes, name), false)
  const folder = join(engine.package, 'lib', 'themes', name)
  return existsSync(join(folder, 'manifest.json')) ? { kind: 'compiled', folder } : undefined
}

/** Names of the themes that come with the engine, sorted. */
async function builtInNames(engine: EngineModules): Promise<readonly string[]> {
  if (engine.fromSource) return themesIn(engine.themes)
  const folder = join(engine.package, 'lib', 'themes')
  return foldersWith(folder, ['manifest.json'])
}

async function themesIn(folder: string): Promise<readonly string[]> {
  return foldersWith(folder, entryNames)
}

async function foldersWith(folder: string, files: readonly string[]): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  return names
    .filter(
      (name) => isThemeName(name) && files.some((file) => existsSync(join(folder, name, file))),
    )
    .sort()
}

/** A name is one folder's: it cannot lead out of the folder of themes. */
function isThemeName(name: string): boolean {
  return /^[\p{L}\p{N}_][\p{L}\p{N}_.-]*$/u.test(name)
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function isNoFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false
}

/** Taken for a folder without the theme, it would give the site another one. */
function fileForFolder(path: string): Diagnostic {
  return diagnose('FS305', {
    message: `${path} is a file, and a folder of this name is where ${path === 'themes' ? 'themes of your own are' : 'the theme is'} looked for.`,
    file: path,
    hint: 'Give the file another name, or take it away.',
  })
}

function notBuilt(name: string): Diagnostic {
  return diagnose('TH111', {
    message: `The theme “${name}” cannot be loaded: this installation of Ibid holds no compiled themes.`,
    file: '',
    hint: 'Install Ibid again; in a clone, run npm ci.',
  })
}

function unknownTheme(name: string, known: readonly string[]): Diagnostic {
  const names = [...new Set(known)].sort()
  const meant = nearestName(name, names)
  const list = names.length > 0 ? ` Themes: ${names.join(', ')}.` : ''
  return diagnose('TH101', {
    message: `There is no theme “${name}”, neither in themes/ nor built in.`,
    file: '',
    hint: `${meant === undefined ? '' : `Did you mean “${meant}”?`}${list}`.trim() || undefined,
  })
}
