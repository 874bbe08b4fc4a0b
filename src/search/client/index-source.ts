import type MiniSearch from 'minisearch'
import type { FoundEssay, SearchIndex, TermEntry } from '../wire.ts'
import { type AskedIndex, openPiece, piecesFor } from './find.ts'

/** An index that fetches its files as they are asked for, each once. */
export interface OpenIndex extends AskedIndex {
  readonly words: SearchIndex['words']
  /** Results that are shown before the reader comes to the end of them. */
  readonly atOnce: number
  /** What results show of essays, by their numbers. */
  readonly essays: (numbers: readonly number[]) => Promise<readonly FoundEssay[]>
}

type FetchJson = (href: string) => Promise<unknown>

/**
 * Fetches an index.
 *
 * @param href address of the file to begin with
 * @param fetchJson gives what a file of JSON holds
 */
export async function openIndex(href: string, fetchJson: FetchJson): Promise<OpenIndex> {
  const index = (await fetchJson(href)) as SearchIndex
  const { words, essays, pieces } = index
  const piece = onceEach((number) => openedPiece(index, number, fetchJson))
  return {
    words,
    // Of a large site two letters begin too many words to fetch.
    shortestBeginning: pieces.length > 1 ? 3 : 2,
    asked: (term, reach) => Promise.all(piecesFor(term, reach, pieces).map(piece)),
    ...('each' in essays
      ? { atOnce: 10, essays: inFiles(essays, fetchJson) }
      : {
          atOnce: words.results.length - 1,
          essays: async (numbers) => numbers.flatMap((number) => essays[number] ?? []),
        }),
  }
}

async function openedPiece(
  index: SearchIndex,
  number: number,
  fetchJson: FetchJson,
): Promise<MiniSearch> {
  const piece = index.pieces[number]
  if (piece === undefined) return openPiece(index, [])
  const terms = 'index' in piece ? piece.index : await fetchJson(piece.href)
  return openPiece(index, terms as readonly TermEntry[])
}

function inFiles(
  { each, hrefs }: Exclude<SearchIndex['essays'], readonly FoundEssay[]>,
  fetchJson: FetchJson,
): OpenIndex['essays'] {
  const file = onceEach(async (number) => {
    const href = hrefs[number]
    return href === undefined ? [] : ((await fetchJson(href)) as readonly FoundEssay[])
  })
  return async (numbers) => {
    const found = await Promise.all(
      numbers.map(async (number) => (await file(Math.floor(number / each)))[number % each] ?? []),
    )
    return found.flat()
  }
}

/** Does something once for each number; what failed may work the next time it is asked for. */
function onceEach<Value>(
  make: (number: number) => Promise<Value>,
): (number: number) => Promise<Value> {
  const made = new Map<number, Promise<Value>>()
  return (number) => {
    const known = made.get(number)
    if (known) return known
    const fresh = make(number)
    made.set(number, fresh)
    fresh.catch(() => made.delete(number))
    return fresh
  }
}
