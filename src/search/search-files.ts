import { stringsFor } from '../locale/strings.ts'
import { outputPathOf, type RoutePath, routePath } from '../model/paths.ts'
import {
  hrefOf,
  type OutputFile,
  type Page,
  type Post,
  type Site,
  type UnmadeBody,
} from '../model/site.ts'
import type { Piece } from './pieces.ts'
import type { FoundEssay, SearchIndex, SearchWords } from './wire.ts'

/** Up to this many essays, what results show of them stands in the file that is fetched first. */
export const mostInOneFile = 300
/** Above, so many stand in a file of their own: a result is fetched with few others. */
const essaysOfFile = 20
/** Results that are shown; whoever needs more asks for more. */
export const mostResults = 50
/** Characters of a summary in a result. */
const longestSummary = 200

/** What an index is made of beside what results show. */
export interface IndexParts {
  /** How many different terms each field of each essay holds: of the posts, then of the pages. */
  readonly lengths: readonly (readonly number[])[]
  /** One piece stands in the index itself, several are files. */
  readonly pieces: readonly (Piece | PieceFile)[]
}

/** A piece of the index in a file of its own: its terms as JSON. */
export interface PieceFile {
  readonly from: string
  readonly file: UnmadeBody
}

/** The index of a site: its files, and the address of the one to begin with. */
export interface SearchFiles {
  readonly index: RoutePath
  readonly files: readonly OutputFile[]
}

/**
 * Makes the index to search a site with: every published post and page, with its notes.
 *
 * @param digest lower-case hexadecimal SHA-256 of a text
 */
export function searchFiles(
  site: Site,
  { lengths, pieces }: IndexParts,
  digest: (text: string) => string,
): SearchFiles {
  const files: OutputFile[] = []
  const store = (name: string, body: string | UnmadeBody): RoutePath => {
    const route = indexRoute(name, typeof body === 'string' ? digest(body) : body.sha256)
    files.push({ path: outputPathOf(route), body, stage: 'asset', origin: 'the search index' })
    return route
  }
  const stored = (name: string, body: string | UnmadeBody): string =>
    hrefOf(site, store(name, body))
  const shown = [...site.posts, ...site.pages].map((each) => foundEssay(each, site))
  const index: SearchIndex = {
    words: wordsOf(site),
    essays: divided(shown, (name, essays) => stored(name, JSON.stringify(essays))),
    lengths,
    averages: averagesOf(lengths),
    pieces: pieces.map((piece, number) =>
      'file' in piece ? { from: piece.from, href: stored(pieceName(number), piece.file) } : piece,
    ),
  }
  return { index: store('search', JSON.stringify(index)), files }
}

/** Where a file of the index lies. @param sum SHA-256 of what is in it */
export function indexRoute(name: string, sum: string): RoutePath {
  return routePath(`/assets/${name}.${sum.slice(0, 8)}.json`)
}

/** Where a piece of the index lies. @param number from 0 */
export function pieceRoute(number: number, sum: string): RoutePath {
  return indexRoute(pieceName(number), sum)
}

function pieceName(number: number): string {
  return `search-${number + 1}`
}

/**
 * The text of the first file of an index after some terms have changed.
 *
 * @param index what it held
 * @param now how many different terms there are now in the fields of some essays, and all pieces
 */
export function changedIndex(
  index: SearchIndex,
  now: {
    readonly lengths: ReadonlyMap<number, readonly number[]>
    readonly pieces: SearchIndex['pieces']
  },
): string {
  const lengths = index.lengths.map((each, number) => now.lengths.get(number) ?? each)
  const changed = { ...index, lengths, averages: averagesOf(lengths), pieces: now.pieces }
  return JSON.stringify(changed satisfies SearchIndex)
}

function divided(
  essays: readonly FoundEssay[],
  stored: (name: string, essays: readonly FoundEssay[]) => string,
): SearchIndex['essays'] {
  if (essays.length <= mostInOneFile) return essays
  const files = Math.ceil(essays.length / essaysOfFile)
  return {
    each: essaysOfFile,
    hrefs: Array.from({ length: files }, (_, number) =>
      stored(
        `search-essays-${number + 1}`,
        essays.slice(number * essaysOfFile, (number + 1) * essaysOfFile),
      ),
    ),
  }
}

function foundEssay({ essay, route }: Post | Page, site: Site): FoundEssay {
  const strings = stringsFor(site.settings.lang)
  return {
    title: essay.title,
    href: hrefOf(site, route),
    summary: shortened(essay.standfirst ?? essay.summary),
    ...(essay.date && essay.kind === 'post'
      ? { date: [essay.date.text, strings.day(essay.date.day)] as const }
      : {}),
    ...(essay.lang === site.settings.lang ? {} : { lang: essay.lang }),
  }
}

/** Cut between words, where there are any. */
function shortened(text: string): string {
  const characters = [...text]
  if (characters.length <= longestSummary) return text
  const start = characters.slice(0, longestSummary).join('')
  return `${start.replace(/\s+\S*$/u, '')}…`
}

function wordsOf(site: Site): SearchWords {
  const strings = stringsFor(site.settings.lang)
  return {
    results: Array.from({ length: mostResults + 1 }, (_, count) =>
      count === 0 ? strings.noResults : strings.results(count),
    ),
    manyResults: strings.manyResults(mostResults),
  }
}

function averagesOf(lengths: readonly (readonly number[])[]): readonly number[] {
  const fieldCount = lengths[0]?.length ?? 0
  return Array.from({ length: fieldCount }, (_, field) => {
    const sum = lengths.reduce((total, each) => total + (each[field] ?? 0), 0)
    // Two digits are enough to weigh by, and the same on every machine.
    return Math.round((sum / lengths.length) * 100) / 100
  })
}
