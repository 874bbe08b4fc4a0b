import { createHash } from 'node:crypto'
import type { SiteCopy } from '../../io/site-copy.ts'
import type { OutputPath } from '../../model/paths.ts'
import {
  manifestPath,
  parseManifest,
  pathOf,
  printManifest,
  redirectsIn,
  type SiteFiles,
  type SiteRedirects,
  sumsPath,
} from '../manifest.ts'

/** No site has lists as long as this: about 400,000 files. */
const longestList = 64 * 1024 * 1024

/** The two lists that a site brings of its own files. */
export interface SiteLists {
  readonly manifest: ListedFiles
  readonly sums: ListedFiles
  /** The bytes that signatures are over; undefined where there are none. */
  readonly signed: Uint8Array | undefined
  /** Lengths of the files, as the manifest tells them. */
  readonly sizes: SiteFiles
  readonly redirects: SiteRedirects
}

/** One of the lists. */
export interface ListedFiles {
  /** SHA-256 in hexadecimal by path. */
  readonly files: ReadonlyMap<OutputPath, string>
  /** SHA-256 of the list itself; undefined where there is none. */
  readonly own: string | undefined
  /** What is wrong with how it is written, in words that go on "it …". */
  readonly fault?: string | undefined
}

/** Reads the lists of a site; both may be anyone's, so nothing in them is trusted to be well formed. @throws CopyError */
export async function readSiteLists(copy: SiteCopy): Promise<SiteLists> {
  const [manifest, sums] = await Promise.all(
    [manifestPath, sumsPath].map((path) => copy.read(path, longestList)),
  )
  const text = manifest && new TextDecoder().decode(manifest)
  const sizes = parseManifest(text ?? '')
  const redirects = redirectsIn(text ?? '')
  const digests = new Map([...sizes].map(([path, { sha256 }]) => [path, sha256]))
  return {
    manifest: {
      files: digests,
      own: manifest && sha256Of(manifest),
      fault: text !== undefined && printManifest(sizes, redirects) !== text ? notOurs : undefined,
    },
    sums: sums ? readSums(sums) : { files: new Map(), own: undefined },
    signed: sums,
    redirects,
    sizes,
  }
}

const notOurs = 'it is not written as Ibid writes it'

/** Reads `SHA256SUMS`. */
function readSums(bytes: Uint8Array): ListedFiles {
  const files = new Map<OutputPath, string>()
  const text = new TextDecoder().decode(bytes)
  let fault = text === '' || text.endsWith('\n') ? undefined : notOurs
  for (const line of text.split('\n').slice(0, -1)) {
    const [, slash, sha256, name] = /^(\\?)([0-9a-f]{64}) {2}(.+)$/.exec(line) ?? []
    const path = name !== undefined && pathOf(slash === '' ? name : unescaped(name))
    if (!path || sha256 === undefined || files.has(path)) fault = notOurs
    else files.set(path, sha256)
  }
  return { files, own: sha256Of(bytes), fault }
}

function unescaped(name: string): string {
  return name.replace(
    /\\([nr\\])/g,
    (_all, letter: string) => ({ n: '\n', r: '\r' })[letter] ?? '\\',
  )
}

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
