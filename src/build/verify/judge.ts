import type { Found } from '../../io/site-copy.ts'
import type { OutputPath } from '../../model/paths.ts'
import { manifestPath, sumsPath } from '../manifest.ts'
import type { Mismatch } from './mismatch.ts'
import type { ListedFiles, SiteLists } from './site-lists.ts'

/** Files in which a list was found to be the one that is wrong. */
export interface ListDoubts {
  readonly manifest: Set<string>
  readonly sums: Set<string>
}

interface Grounds {
  /** Whether a signature vouches for `SHA256SUMS`. */
  readonly vouched: boolean
  /** Filled on the way. */
  readonly doubts: ListDoubts
}

/**
 * Compares one file with the lists. Where the lists say different things of it, and no signature tells
 * which is right, the file speaks for the one that it agrees with.
 */
export function judgeFile(
  path: OutputPath,
  found: Found,
  { manifest, sums }: SiteLists,
  { vouched, doubts }: Grounds,
): readonly Mismatch[] {
  const [byManifest, bySums] = [manifest.files.get(path), sums.files.get(path)]
  if (vouched && bySums !== byManifest) doubts.manifest.add(path)
  if (vouched && bySums === undefined)
    return found.kind === 'absent'
      ? []
      : [{ kind: 'added', path, why: `${sumsPath} does not name it` }]
  if (found.kind === 'absent') return [{ kind: 'missing', path, why: 'it is listed' }]
  if (found.kind === 'unseen') return []
  if (found.kind === 'other') return [{ kind: 'changed', path, why: `there is ${found.why}` }]
  const { sha256 } = found.digest
  const right = vouched ? [bySums] : [byManifest, bySums]
  if (!right.includes(sha256)) {
    const listed = bySums ?? byManifest
    return [{ kind: 'changed', path, why: `its SHA-256 is ${sha256}, listed is ${listed}` }]
  }
  if (!vouched && byManifest !== sha256) doubts.manifest.add(path)
  if (!vouched && bySums !== sha256) doubts.sums.add(path)
  return []
}

/** Compares the lists with one another, once every file was compared with both. */
export function judgeLists(
  { manifest, sums }: SiteLists,
  { vouched, doubts }: Grounds,
): readonly Mismatch[] {
  const own = [
    ...ownFaults(manifestPath, manifest, doubts.manifest),
    ...ownFaults(sumsPath, sums, vouched ? new Set() : doubts.sums),
  ]
  const fit = manifest.own === undefined || sums.files.get(manifestPath) === manifest.own
  if (fit || own.length > 0) return own
  const why = 'the two lists do not fit each other'
  const manifestIs: Mismatch = { kind: 'changed', path: manifestPath, why }
  return vouched ? [manifestIs] : [manifestIs, { kind: 'changed', path: sumsPath, why }]
}

function ownFaults(
  path: OutputPath,
  { own, fault }: ListedFiles,
  doubts: ReadonlySet<string>,
): readonly Mismatch[] {
  if (own === undefined) return [{ kind: 'missing', path, why: 'every site of Ibid has it' }]
  if (fault !== undefined) return [{ kind: 'changed', path, why: fault }]
  const [first] = doubts
  if (first === undefined) return []
  return [{ kind: 'changed', path, why: `what it says of ${first} is not so` }]
}
