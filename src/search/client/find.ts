import MiniSearch from 'minisearch'
import { termsOf } from '../../model/terms.ts'
import { fields, type SearchIndex, type TermEntry } from '../wire.ts'

const options = {
  fields: [...fields],
  // Terms are cut before they come here.
  tokenize: (term: string) => [term],
  processTerm: (term: string) => term,
}
const boost = { title: 5, tags: 4, headings: 2, text: 1, notes: 1 }

/** Makes pieces of an index ready to be asked. */
export function openPiece(
  { lengths, averages }: Pick<SearchIndex, 'lengths' | 'averages'>,
  terms: readonly TermEntry[],
): MiniSearch {
  const byNumber = <Value>(values: readonly Value[]) => Object.fromEntries(values.entries())
  return MiniSearch.loadJS(
    {
      documentCount: lengths.length,
      nextId: lengths.length,
      documentIds: byNumber(lengths.map((_, number) => number)),
      fieldIds: Object.fromEntries(fields.map((field, number) => [field, number])),
      fieldLength: byNumber(lengths),
      averageFieldLength: [...averages],
      storedFields: {},
      dirtCount: 0,
      index: terms.map(postingsOf),
      serializationVersion: 2,
      // The package's own form, as toJSON() writes it, has no name for what it takes.
    } as unknown as Parameters<typeof MiniSearch.loadJS>[0],
    options,
  )
}

/** Essays by field, with how often the term stands there: as the package keeps them. */
function postingsOf([term, ...fields]: TermEntry): [string, Record<number, object>] {
  const byField: Record<number, object> = {}
  for (const [field = 0, ...numbers] of fields) {
    const counts: Record<number, number> = {}
    let essay = 0
    for (const number of numbers) {
      if (number < 0) counts[essay] = -number
      else {
        essay += number
        counts[essay] = 1
      }
    }
    byField[field] = counts
  }
  return [term, byField]
}

/** Which terms are asked for: one, or all that begin with it. */
export type Reach = 'exact' | 'beginning'

/** Numbers of the pieces that may hold such terms. */
export function piecesFor(
  term: string,
  reach: Reach,
  pieces: readonly { readonly from: string }[],
): readonly number[] {
  // No term has this in it, and nothing that begins with the term comes after.
  const last = reach === 'exact' ? term : `${term}\uffff`
  return [...pieces.keys()].filter((number) => {
    const next = pieces[number + 1]?.from
    return (pieces[number]?.from ?? '') <= last && (next === undefined || next > term)
  })
}

/** An index, as far as finding needs it. */
export interface AskedIndex {
  /** Gives the pieces that may hold such terms. */
  readonly asked: (term: string, reach: Reach) => Promise<readonly MiniSearch[]>
  /** A word of so many letters may be the beginning of one. */
  readonly shortestBeginning: number
}

/**
 * The essays that a question finds, by number, best first: those that hold every word of it, or, where
 * there are none, those that hold some of them. A word may be the beginning of one, or nearly one.
 */
export async function find(question: string, index: AskedIndex): Promise<readonly number[]> {
  const terms = [...new Set(termsOf(question))]
  const found = await Promise.all(terms.map((term) => scores(term, index)))
  const sum = new Map<number, number>()
  for (const each of found)
    for (const [essay, score] of each) sum.set(essay, (sum.get(essay) ?? 0) + score)
  const ranked = [...sum]
    .sort(([a, one], [b, other]) => other - one || a - b)
    .map(([essay]) => essay)
  const whole = ranked.filter((essay) => found.every((each) => each.has(essay)))
  return whole.length > 0 ? whole : ranked
}

/** How well each essay answers to one term; pieces share no term, so that an essay's best is its score. */
async function scores(
  term: string,
  { asked, shortestBeginning }: AskedIndex,
): Promise<ReadonlyMap<number, number>> {
  const characters = [...term]
  const { length } = characters
  // Decomposed, a syllable of Hangul is the letters that it is written with.
  const prefix = [...term.normalize('NFD')].length >= shortestBeginning
  const exact = (await asked(term, prefix ? 'beginning' : 'exact')).flatMap((piece) =>
    piece.search(term, { boost, prefix }),
  )
  // Whoever misspells a word rarely does so in its first two letters.
  const results =
    exact.length > 0 || length < 4
      ? exact
      : (await asked(characters.slice(0, 2).join(''), 'beginning')).flatMap((piece) =>
          piece.search(term, { boost, prefix, fuzzy: 0.25 }),
        )
  const best = new Map<number, number>()
  for (const { id, score } of results)
    best.set(id as number, Math.max(best.get(id as number) ?? 0, score))
  return best
}
