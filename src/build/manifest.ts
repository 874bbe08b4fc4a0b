import type { FileDigest, FolderFiles } from '../io/ports.ts'
import { type OutputPath, outputPath } from '../model/paths.ts'

/** Lists every other file of the site with its digest; written last of all, so that it never speaks of what is not there. */
export const manifestPath = outputPath('site-manifest.json')
/** The same for `sha256sum -c`, the manifest included. */
export const sumsPath = outputPath('SHA256SUMS')
/** Signatures of the checksums, which lie beside them and are in neither list. */
export const signatureFiles = { minisign: `${sumsPath}.minisig`, ssh: `${sumsPath}.sig` } as const

const version = 1

/** The files of a site by path, the two lists of files not among them. */
export type SiteFiles = ReadonlyMap<OutputPath, FileDigest>

/** Where hosts that can redirect lead who asks for the page of an alias, by its path. */
export type SiteRedirects = ReadonlyMap<OutputPath, string>

/** The text of `site-manifest.json`: the same for the same files, whatever the machine and the time. */
export function printManifest(files: SiteFiles, redirects: SiteRedirects = new Map()): string {
  const entries = sortedByPath(files).map(
    ([path, { sha256, bytes }]) =>
      `  ${JSON.stringify(path)}: {\n   "sha256": "${sha256}",\n   "bytes": ${bytes}\n  }`,
  )
  const listed = entries.length > 0 ? `{\n${entries.join(',\n')}\n }` : '{}'
  const led = Object.fromEntries(sortedByPath(redirects))
  const leading = redirects.size > 0 ? `,\n "redirects": ${indented(led)}` : ''
  return `{\n "version": ${version},\n "files": ${listed}${leading}\n}\n`
}

/** As it stands one level deep in JSON that is indented by one space. */
function indented(data: object): string {
  return JSON.stringify(data, undefined, 1).replaceAll('\n', '\n ')
}

/**
 * The text of `SHA256SUMS`, which GNU coreutils' `sha256sum -c` reads from inside the folder. Names with
 * control characters are escaped as it writes them, with a back slash before the line.
 */
export function printSums(files: SiteFiles): string {
  return sortedByPath(files)
    .map(([path, { sha256 }]) => {
      const name = path.replaceAll('\n', '\\n').replaceAll('\r', '\\r')
      return `${name === path ? '' : '\\'}${sha256}  ${name}\n`
    })
    .join('')
}

/** In code unit order. */
export function sortedByPath<Path extends string, T>(byPath: ReadonlyMap<Path, T>): [Path, T][] {
  return [...byPath].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
}

/**
 * Reads the manifest of the site that stands in a folder. Paths that lead out of it are left out: the file
 * may have been written by anyone.
 *
 * @returns empty where there is no manifest, or none that can be understood
 */
export async function readManifest(site: FolderFiles): Promise<SiteFiles> {
  const found = await site.look(manifestPath)
  if (found?.kind !== 'file') return new Map()
  return parseManifest(new TextDecoder().decode(await site.read(manifestPath)))
}

/** @see readManifest */
export function parseManifest(text: string): SiteFiles {
  const files = new Map<OutputPath, FileDigest>()
  for (const [name, entry] of entriesOf(text, 'files')) {
    const path = pathOf(name)
    if (path && isDigest(entry)) files.set(path, { sha256: entry.sha256, bytes: entry.bytes })
  }
  return files
}

/** The redirects that a manifest tells of. */
export function redirectsIn(text: string): SiteRedirects {
  const redirects = new Map<OutputPath, string>()
  for (const [name, target] of entriesOf(text, 'redirects')) {
    const path = pathOf(name)
    if (path && typeof target === 'string') redirects.set(path, target)
  }
  return redirects
}

/** Undefined for what is no path of this folder, so no file of this site. */
export function pathOf(name: string): OutputPath | undefined {
  try {
    return outputPath(name)
  } catch {
    return undefined
  }
}

function entriesOf(text: string, key: string): [string, unknown][] {
  try {
    const data: unknown = JSON.parse(text)
    const part = typeof data === 'object' && data !== null && Reflect.get(data, key)
    return typeof part === 'object' && part !== null ? Object.entries(part) : []
  } catch {
    return []
  }
}

/** True for data of the shape that manifests, journals and indexes keep of a file. */
export function isDigest(value: unknown): value is FileDigest {
  if (typeof value !== 'object' || value === null) return false
  if (!('sha256' in value) || !('bytes' in value)) return false
  return (
    typeof value.sha256 === 'string' &&
    /^[0-9a-f]{64}$/.test(value.sha256) &&
    Number.isSafeInteger(value.bytes)
  )
}
