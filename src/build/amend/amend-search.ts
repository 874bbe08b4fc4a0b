import { type OutputPath, outputPathOf, type RoutePath } from '../../model/paths.ts'
import { hrefOf, type OutputFile, type Site } from '../../model/site.ts'
import { countTerms, type EssayTerms } from '../../search/essay-terms.ts'
import { mostNumbersInOne, numbersOf } from '../../search/pieces.ts'
import { changedIndex, indexRoute, pieceRoute } from '../../search/search-files.ts'
import { changedEntries, type TermChanges, termChanges } from '../../search/term-changes.ts'
import { updatePieces } from '../../search/update-pieces.ts'
import type { IndexPiece, SearchIndex, TermEntry } from '../../search/wire.ts'
import type { BuildMemory, IndexedEssay, IndexedPiece } from '../cache/build-memory.ts'
import { indexedPiece } from '../cache/known-index.ts'
import { termInputs } from '../cache/known-terms.ts'
import { heldText, holdText } from '../cache/shelf.ts'
import { sha256 } from '../sha256.ts'
import type { AmendedEssay } from './amend-essay.ts'
import type { BookHead } from './site-book.ts'

/** The search index after the words of some essays have changed. */
export interface AmendedSearch {
  /** Of the file to begin with. */
  readonly index: RoutePath
  readonly files: readonly OutputFile[]
  /** Files of the index that there are no longer. */
  readonly gone: readonly OutputPath[]
  /** Essays by number. */
  readonly indexed: readonly (readonly [number, IndexedEssay])[]
  readonly pieces: readonly IndexedPiece[]
}

/**
 * Brings the search index up to date, and reads of it only what changes.
 *
 * @param stands the file to begin with, as it stands
 * @returns undefined where it would be divided in another way
 */
export function amendedSearch(
  essays: readonly AmendedEssay[],
  head: Pick<BookHead, 'search' | 'pieces'>,
  stands: string,
  { site, memory }: { readonly site: Pick<Site, 'base'>; readonly memory: BuildMemory },
): AmendedSearch | undefined {
  const changes = changesIn(essays, memory)
  if (!changes) return undefined
  const known = JSON.parse(stands) as SearchIndex
  const terms =
    head.pieces.length > 0
      ? divided(head.pieces, changes, site, memory)
      : undivided(known.pieces, changes)
  if (!terms) return undefined
  const indexed = essays.map((each) => [each.entry.number, indexedEssay(each, memory)] as const)
  const lengths = new Map(indexed.map(([number, { lengths }]) => [number, lengths]))
  const body = changedIndex(known, { lengths, pieces: terms.written })
  const index = indexRoute('search', sha256(body))
  const old = [head.search.index, ...routesOf(head.pieces)].map(outputPathOf)
  const now = new Set([index, ...routesOf(terms.pieces)].map(outputPathOf))
  return {
    index,
    files: [...terms.files, asset(index, body)],
    gone: old.filter((path) => !now.has(path)),
    indexed,
    pieces: terms.pieces,
  }
}

/** The terms of an index: as its first file has them, as the next build is to know them, and their files that are new. */
interface Terms {
  readonly written: readonly IndexPiece[]
  readonly pieces: readonly IndexedPiece[]
  readonly files: readonly OutputFile[]
}

/** Undefined where it is to be divided from now on. */
function undivided([only]: readonly IndexPiece[], changes: TermChanges): Terms | undefined {
  if (!only || !('index' in only)) return undefined
  const index = changedEntries(only.index, changes)
  const numbers = index.reduce((sum, entry) => sum + numbersOf(entry), 0)
  if (numbers > mostNumbersInOne) return undefined
  return { written: [{ from: '', index }], pieces: [], files: [] }
}

/** Undefined where a piece is lost, or it is no longer to be divided. */
function divided(
  before: readonly IndexedPiece[],
  changes: TermChanges,
  site: Pick<Site, 'base'>,
  memory: BuildMemory,
): Terms | undefined {
  const read = (number: number): readonly TermEntry[] | undefined => {
    const text = before[number] && heldText(before[number].text, memory)
    return text === undefined ? undefined : (JSON.parse(text) as readonly TermEntry[])
  }
  const updated = updatePieces({ outlines: before.map(({ outline }) => outline), read }, changes)
  if (!updated || updated.length < 2) return undefined
  const pieces = updated.flatMap((piece) =>
    'index' in piece ? indexedPiece(piece.index, memory) : (before[piece.kept] ?? []),
  )
  const there = new Set(routesOf(before))
  const written: IndexPiece[] = []
  const files: OutputFile[] = []
  for (const [number, route] of routesOf(pieces).entries()) {
    written.push({ from: updated[number]?.from ?? '', href: hrefOf(site, route) })
    if (there.has(route)) continue
    const text = pieces[number] && heldText(pieces[number].text, memory)
    if (text === undefined) return undefined
    files.push(asset(route, text))
  }
  return { written, pieces, files }
}

function routesOf(pieces: readonly IndexedPiece[]): readonly RoutePath[] {
  return pieces.map(({ sha256 }, number) => pieceRoute(number, sha256))
}

function asset(route: RoutePath, body: string): OutputFile {
  return { path: outputPathOf(route), body, stage: 'asset', origin: 'the search index' }
}

/** Undefined where the terms of before are lost. */
function changesIn(essays: readonly AmendedEssay[], memory: BuildMemory): TermChanges | undefined {
  const changed = essays.flatMap(({ entry: { number, terms: old }, terms }) => {
    const before: EssayTerms | undefined = heldText(old, memory)?.split('\n')
    return before ? [{ number, before, after: terms }] : []
  })
  return changed.length === essays.length ? termChanges(changed) : undefined
}

function indexedEssay({ source, facets, terms }: AmendedEssay, memory: BuildMemory): IndexedEssay {
  return {
    source: source.path,
    inputs: termInputs(facets),
    lengths: terms.map(countTerms),
    terms: holdText(terms.join('\n'), memory),
  }
}
