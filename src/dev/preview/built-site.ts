import { lstat, readFile, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { manifestPath, parseManifest, signatureFiles, sumsPath } from '../../build/manifest.ts'
import { nodeFolder } from '../../io/node-folder.ts'
import { type HeaderRule, parseHeadersFile } from '../http/headers-file.ts'
import { parseRedirectsFile, type RedirectRule } from '../http/redirects-file.ts'
import { ServeError } from '../http/serve-error.ts'
import { decode } from '../http/target.ts'

/** A built site as its manifest tells it. */
export interface BuiltSite {
  /** Absolute path of the folder, links resolved. */
  readonly folder: string
  /** SHA-256 in hexadecimal of every file, by output path; empty for the lists of files themselves. */
  readonly digests: ReadonlyMap<string, string>
  readonly headers: readonly HeaderRule[]
  readonly redirects: readonly RedirectRule[]
  /** Path part of the site's address, with both slashes. */
  readonly base: string
  /** Changes with every build that changed something. */
  readonly stamp: string
}

/**
 * Reads what `ibid build` left in a folder.
 *
 * @param out the output folder
 * @param base path part of the site's address where it is known; else the home page's canonical link tells it
 * @throws ServeError where there is no built site in it
 */
export async function readBuiltSite(out: string, base?: string): Promise<BuiltSite> {
  const stamp = await manifestStamp(out)
  const folder = await realpath(out)
  const none = new Uint8Array()
  const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes)
  const digests = listedFiles(await readFile(path.join(folder, manifestPath), 'utf8'), out)
  const text = async (name: string): Promise<string> =>
    digests.has(name)
      ? textOf(
          await nodeFolder(folder)
            .read(name)
            .catch(() => none),
        )
      : ''
  return {
    folder,
    digests,
    headers: parseHeadersFile(await text('_headers')),
    redirects: parseRedirectsFile(await text('_redirects')),
    base: base ?? canonicalBase(await text('index.html')),
    stamp,
  }
}

/**
 * What changes when the folder is built again.
 *
 * @throws ServeError where there is no built site in it
 */
export async function manifestStamp(out: string): Promise<string> {
  const folder = await stat(out).catch(() => undefined)
  if (!folder) throw notBuilt(`There is no folder ${out}.`)
  if (!folder.isDirectory()) throw notBuilt(`${out} is a file, not a folder.`)
  const manifest = await stat(path.join(out, manifestPath)).catch(() => undefined)
  if (!manifest?.isFile()) throw notBuilt(`${out} holds no built site: ${manifestPath} is missing.`)
  return `${manifest.mtimeMs} ${manifest.size} ${manifest.ino}`
}

/** The listed files, the two lists themselves and their signatures. */
function listedFiles(manifest: string, out: string): BuiltSite['digests'] {
  const files = parseManifest(manifest)
  if (files.size === 0) throw notBuilt(`${path.join(out, manifestPath)} lists no files.`)
  const listed = [...files].map(([name, { sha256 }]): [string, string] => [name, sha256])
  const lists = [manifestPath, sumsPath, ...Object.values(signatureFiles)]
  return new Map([...listed, ...lists.map((name): [string, string] => [name, ''])])
}

function canonicalBase(home: string): string {
  for (const [tag] of home.matchAll(/<link\b[^>]*>/g)) {
    if (!/\brel="?canonical\b/.test(tag)) continue
    const href = /\bhref="?(https?:\/\/[^\s">]+)/.exec(tag)?.[1]
    if (href === undefined || !URL.canParse(href)) continue
    const base = decode(new URL(href).pathname)
    if (base?.endsWith('/')) return base
  }
  return '/'
}

function notBuilt(message: string): ServeError {
  return new ServeError(message, 'Run "ibid build" first.')
}

/**
 * Finds a file of the built site on disk. Only a regular file counts, reached without leaving the folder.
 *
 * @returns its absolute path and size in bytes, or undefined where the manifest or the disk does not have it
 */
export async function findBuiltFile(
  site: BuiltSite,
  name: string,
): Promise<{ readonly file: string; readonly bytes: number } | undefined> {
  if (!site.digests.has(name)) return undefined
  const file = path.join(site.folder, ...name.split('/'))
  const [entry, real] = await Promise.all([
    lstat(file).catch(() => undefined),
    realpath(file).catch(() => undefined),
  ])
  return entry?.isFile() && real === file ? { file, bytes: entry.size } : undefined
}
