import type MiniSearch from 'minisearch'
import type { SearchIndex, TermEntry } from '../wire.ts'
import { openPiece, piecesFor } from './find.ts'

/** An index that fetches its pieces as they are asked for, each once. */
export interface OpenIndex extends Pick<SearchIndex, 'words' | 'essays'> {
  readonly asked: (term: string) => Promise<readonly MiniSearch[]>
}

/**
 * Fetches an index.
 *
 * @param href address of the file to begin with
 * @param fetchJson gives what a file of JSON holds
 */
export async function openIndex(
  href: string,
  fetchJson: (href: string) => Promise<unknown>,
): Promise<OpenIndex> {
  const index = (await fetchJson(href)) as SearchIndex
  const { words, essays, pieces } = index
  const opened = new Map<number, Promise<MiniSearch>>()
  const open = (number: number): Promise<MiniSearch> => {
    const known = opened.get(number)
    if (known) return known
    const fresh = termsOfPiece(pieces[number], fetchJson).then((terms) => openPiece(index, terms))
    opened.set(number, fresh)
    // What failed once may work the next time it is asked for.
    fresh.catch(() => opened.delete(number))
    return fresh
  }
  return { words, essays, asked: (term) => Promise.all(piecesFor(term, pieces).map(open)) }
}

async function termsOfPiece(
  piece: SearchIndex['pieces'][number] | undefined,
  fetchJson: (href: string) => Promise<unknown>,
): Promise<readonly TermEntry[]> {
  if (piece === undefined) return []
  return 'index' in piece ? piece.index : ((await fetchJson(piece.href)) as readonly TermEntry[])
}
