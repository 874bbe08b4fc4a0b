import { createHash, randomUUID } from 'node:crypto'
import { mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { ownFolder } from '../io/own-folder.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { compileTheme } from './compile-theme.ts'
import type { EngineModules } from './engine-modules.ts'
import { digestOf, filesBelow, themeFingerprint } from './theme-fingerprint.ts'
import { parseThemeManifest, type ThemeManifest } from './theme-manifest.ts'
import { digestsOf, otherSources } from './theme-others.ts'

/** A theme's sources, and where its compiled form is kept. Folders are absolute. */
export interface CachedThemeRequest {
  readonly name: string
  readonly folder: string
  readonly entry: string
  readonly cacheFolder: string
  readonly engine: EngineModules
  readonly nameOf: (file: string) => string
}

/** The folder of the compiled theme, or why there is none. */
export interface CachedTheme {
  readonly folder: string | undefined
  /** Sources to watch, as absolute paths. */
  readonly files: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * The compiled form of a theme, made anew only where something it is made from has changed. An entry
 * depends on the bytes of the theme's folder and the engine's version, by its name, and on those of
 * every source outside the folder, by its manifest. A folder with a manifest is whole: it was moved
 * into place under its final name when all in it was written. A theme that is the built-in one of its
 * name, to the byte, needs no compiling: the engine's package holds it compiled.
 */
export async function cachedTheme(request: CachedThemeRequest): Promise<CachedTheme> {
  const { name, folder, engine } = request
  const paths = await filesBelow(folder)
  const own = paths.map((path) => join(folder, path))
  const fingerprint = await themeFingerprint(folder, paths, engine.version)
  const usable = async (
    compiled: string,
    isOurs: (manifest: ThemeManifest) => boolean,
  ): Promise<CachedTheme | undefined> => {
    const manifest = await freshManifest(compiled, folder)
    if (!manifest || !isOurs(manifest)) return undefined
    const others = manifest.others.map((other) => resolve(folder, other.path))
    return { folder: compiled, files: [...own, ...others], diagnostics: [] }
  }
  for (const shipped of shippedTheme(request)) {
    const found = await usable(shipped, (manifest) => manifest.fingerprint === fingerprint)
    if (found) return found
  }
  const { themes, home } = await themesFolder(request.cacheFolder)
  const kept = join(themes, `${name}-${fingerprint}`)
  // What lies there is run: a site's folder can come with themes that were compiled by somebody else.
  const found = await usable(kept, (manifest) => manifest.home === home)
  if (found) return found
  const stage = await mkdtemp(join(themes, '.stage-'))
  try {
    const compiled = await compileTheme({ ...request, outFolder: stage, fingerprint })
    const others = otherSources(compiled.sources, folder, engine)
    const files = [...own, ...others]
    if (compiled.manifest === undefined)
      return { folder: undefined, files, diagnostics: compiled.diagnostics }
    const whole = wholeManifest({ ...compiled.manifest, home }, await digestsOf(others, folder))
    return { folder: await moveInto(stage, kept, name, whole), files, diagnostics: [] }
  } finally {
    await rm(stage, { recursive: true, force: true })
  }
}

/** Where compiled themes are kept, and what stands for the place; where a link leads away, a folder for this once. */
async function themesFolder(cacheFolder: string): Promise<{ themes: string; home: string }> {
  const parts = [basename(cacheFolder), 'themes']
  await mkdir(dirname(cacheFolder), { recursive: true })
  const home = ownFolder(dirname(cacheFolder), parts)
  if (home !== undefined) return { themes: join(cacheFolder, 'themes'), home }
  return { themes: await mkdtemp(join(tmpdir(), 'ibid-themes-')), home: randomUUID() }
}

/** The text of a compiled theme's manifest; `''` where there is none. */
function readManifest(folder: string): Promise<string> {
  return readFile(join(folder, 'manifest.json'), 'utf8').catch(() => '')
}

/** The manifest of a kept theme, if no source outside its folder has changed since. */
async function freshManifest(kept: string, folder: string): Promise<ThemeManifest | undefined> {
  const manifest = parseThemeManifest(await readManifest(kept))
  for (const other of manifest?.others ?? [])
    if ((await digestOf(resolve(folder, other.path))) !== other.digest) return undefined
  return manifest
}

/** Where the engine holds its own theme of that name, compiled; nowhere while it runs from its sources. */
function shippedTheme({ name, engine }: CachedThemeRequest): readonly string[] {
  return engine.fromSource ? [] : [join(engine.package, 'lib', 'themes', name)]
}

/** The folder's name tells only of the theme's own files; the fingerprint within tells of all. */
function wholeManifest(
  manifest: Omit<ThemeManifest, 'others'>,
  others: ThemeManifest['others'],
): ThemeManifest {
  const hash = createHash('sha256').update(manifest.fingerprint).update(JSON.stringify(others))
  return { ...manifest, fingerprint: hash.digest('hex').slice(0, 16), others }
}

/** Puts a staged theme under its final name, if no other build did so meanwhile, and removes what it replaces. */
async function moveInto(
  stage: string,
  target: string,
  name: string,
  manifest: ThemeManifest,
): Promise<string> {
  await writeFile(join(stage, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  try {
    await rename(stage, target)
  } catch (error) {
    const there = parseThemeManifest(await readManifest(target))
    // Another build may have been quicker by a moment, with the same theme; it may be in use already.
    if (there?.fingerprint === manifest.fingerprint && there.home === manifest.home) return target
    if (!['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(String((error as { code?: unknown }).code)))
      throw error
    await rename(target, join(stage, 'replaced'))
    await rename(stage, target)
    await rm(join(target, 'replaced'), { recursive: true, force: true })
  }
  const themes = dirname(target)
  for (const entry of await readdir(themes))
    if (
      entry.startsWith(`${name}-`) &&
      /-[0-9a-f]{16}$/.test(entry) &&
      join(themes, entry) !== target
    )
      await rm(join(themes, entry), { recursive: true, force: true })
  return target
}
