import { forEachBounded } from '../../io/bounded.ts'
import { CopyError, type Found, type SiteCopy } from '../../io/site-copy.ts'
import type { OutputPath } from '../../model/paths.ts'
import { manifestPath, signatureFiles, sumsPath } from '../manifest.ts'
import { judgeFile, judgeLists, type ListDoubts } from './judge.ts'
import type { Mismatch } from './mismatch.ts'
import type { SiteLists } from './site-lists.ts'

/** What became of checking a site. */
export interface Verification {
  /** Sorted by path. */
  readonly mismatches: readonly Mismatch[]
  /** Files whose bytes were read. */
  readonly checked: number
  /** Files that nobody gets to see, and why that is right. */
  readonly unseen: readonly { readonly path: string; readonly why: string }[]
  /** False where files that no list names could not be looked for. */
  readonly listed: boolean
}

/**
 * Reads every byte of a copy of a site and compares it with the lists that the site brings.
 *
 * @param lists of the same copy
 * @param vouched whether a signature vouches for `SHA256SUMS`, which then alone decides
 * @throws CopyError where the copy cannot be read, or brings no lists
 */
export async function verifySite(
  copy: SiteCopy,
  lists: SiteLists,
  { vouched, signal }: { readonly vouched: boolean; readonly signal?: AbortSignal | undefined },
): Promise<Verification> {
  if (lists.manifest.own === undefined && lists.sums.own === undefined)
    throw new CopyError(
      `${copy.name} holds no site that Ibid built: it has neither ${manifestPath} nor ${sumsPath}.`,
      'ibid build',
    )
  const names = new Set([...lists.manifest.files.keys(), ...lists.sums.files.keys()])
  names.delete(manifestPath)
  names.delete(sumsPath)
  const paths = [...names].sort()
  const found = await lookAtAll(copy, paths, lists, signal)
  const doubts: ListDoubts = { manifest: new Set(), sums: new Set() }
  const mismatches = paths.flatMap((path) => {
    const seen = found.get(path)
    return seen ? judgeFile(path, seen, lists, { vouched, doubts }) : []
  })
  const own = judgeLists(lists, { vouched, doubts })
  const added = await addedFiles(copy, names)
  const unseen = [...found].flatMap(([path, seen]) =>
    seen.kind === 'unseen' ? [{ path, why: seen.why }] : [],
  )
  return {
    mismatches: [...mismatches, ...own, ...added].sort((a, b) => (a.path < b.path ? -1 : 1)),
    checked: [...found.values()].filter(({ kind }) => kind === 'file').length + 2,
    unseen: unseen.sort((a, b) => (a.path < b.path ? -1 : 1)),
    listed: copy.list !== undefined,
  }
}

async function lookAtAll(
  copy: SiteCopy,
  paths: readonly OutputPath[],
  { sizes, redirects }: SiteLists,
  signal: AbortSignal | undefined,
): Promise<ReadonlyMap<OutputPath, Found>> {
  const found = new Map<OutputPath, Found>()
  await forEachBounded(
    paths,
    async (path) => {
      signal?.throwIfAborted()
      const known = { bytes: sizes.get(path)?.bytes, leadsTo: redirects.get(path) }
      found.set(path, await copy.look(path, known))
    },
    copy.atOnce,
  )
  return found
}

async function addedFiles(
  copy: SiteCopy,
  names: ReadonlySet<string>,
): Promise<readonly Mismatch[]> {
  const known = new Set<string>([
    ...names,
    manifestPath,
    sumsPath,
    ...Object.values(signatureFiles),
  ])
  const there = (await copy.list?.()) ?? []
  return there
    .filter((path) => !known.has(path))
    .map((path) => ({ kind: 'added', path, why: 'no list names it' }))
}
