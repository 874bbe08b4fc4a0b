import path from 'node:path'
import { loadTheme } from '../src/build/load-theme.ts'
import type { SiteOptions } from '../src/build/options.ts'
import { type RenderedSite, renderSite } from '../src/build/pipeline.ts'
import { loadSearchScript } from '../src/build/search-script.ts'
import type { World } from '../src/build/world.ts'
import { memorySource } from '../src/io/memory.ts'
import type { OutputPath } from '../src/model/paths.ts'

/** The folder of the engine's package. */
export const packageFolder = path.resolve(import.meta.dirname, '..')
/** Where tests keep what they make; ignored by git. */
export const outputFolder = path.join(packageFolder, 'tests/.output')

/** A site in memory, rendered, with its files to look at. */
export interface RenderedFiles extends RenderedSite {
  readonly paths: () => readonly string[]
  readonly has: (path: string) => boolean
  /** The text of a file; `''` for one that is copied. @throws Error where the site has no such file */
  readonly text: (path: string) => string
}

export interface SiteFacts
  extends Partial<SiteOptions>,
    Pick<World, 'encoder' | 'painter' | 'cache' | 'engine' | 'quickReader'> {
  /** Milliseconds since 1970 that count as now. */
  readonly now?: number
  /** Day of the first commit by path. */
  readonly committed?: Readonly<Record<string, string>>
}

const made: { script?: Promise<string> } = {}

/** The script of the search page, bundled once. */
export function searchScript(): Promise<string> {
  made.script ??= loadSearchScript(packageFolder)
  return made.script
}

/** The world of a site whose files are held in memory; themes are the built-in ones. */
export function memoryWorld(
  files: Readonly<Record<string, string | Uint8Array>>,
  {
    now = Date.UTC(2026, 0, 1),
    committed = {},
    encoder,
    painter,
    cache,
    engine,
    quickReader,
  }: Omit<SiteFacts, keyof SiteOptions> = {},
): World {
  return {
    searchScript,
    encoder,
    painter,
    cache,
    engine,
    quickReader,
    source: memorySource(files, { firstCommitted: committed }),
    clock: { now: () => now },
    loadTheme: (name) =>
      loadTheme({
        root: path.join(outputFolder, 'no-site'),
        name,
        packageFolder,
        cacheFolder: path.join(outputFolder, 'cache'),
      }),
  }
}

/** Renders a site from texts by path. */
export async function rendered(
  files: Readonly<Record<string, string | Uint8Array>>,
  facts: SiteFacts = {},
): Promise<RenderedFiles> {
  const options = { drafts: false, future: false, keepGoing: false, ...facts }
  const site = await renderSite(options, memoryWorld(files, facts))
  const bodyOf = (file: string): string => {
    const body = site.files.get(file as OutputPath)?.body
    if (body === undefined)
      throw new Error(`no file ${file}; there are ${[...site.files.keys()].join(', ')}`)
    return typeof body === 'string' ? body : ''
  }
  return {
    ...site,
    paths: () => [...site.files.keys()].sort(),
    has: (file) => site.files.has(file as OutputPath),
    text: bodyOf,
  }
}

/** The codes of all findings, sorted. */
export function codes(site: Pick<RenderedSite, 'diagnostics'>): readonly string[] {
  return site.diagnostics.map((found) => found.code).sort()
}
