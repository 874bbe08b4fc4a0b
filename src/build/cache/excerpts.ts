import type { Diagnostic } from '../../model/diagnostic.ts'

/** The lines of one file that its findings show: number from 1, text. */
export type Excerpt = readonly (readonly [line: number, text: string])[]

/** Lines from the start of a place that a report may show. */
const shownLines = 3

/**
 * What has to be kept of the sources so that findings can be told again without reading them.
 *
 * @param known an excerpt of the same text
 */
export function excerptsFor(
  diagnostics: readonly Diagnostic[],
  sources: (path: string) => string | undefined,
  known: (path: string) => Excerpt | undefined = () => undefined,
): Readonly<Record<string, Excerpt>> {
  const excerpts = [...linesWanted(diagnostics)].map(([path, wanted]): [string, Excerpt] => {
    const before = known(path)
    const has = new Set(before?.map(([number]) => number))
    if (before && [...wanted].every((number) => has.has(number))) return [path, before]
    const lines = firstLines(sources(path) ?? '', Math.max(...wanted))
    const kept = [...wanted].sort((a, b) => a - b)
    return [path, kept.map((number) => [number, lines[number - 1] ?? ''] as const)]
  })
  return Object.fromEntries(excerpts)
}

function linesWanted(diagnostics: readonly Diagnostic[]): ReadonlyMap<string, ReadonlySet<number>> {
  const wanted = new Map<string, Set<number>>()
  for (const { file, place } of diagnostics) {
    if (!place) continue
    const lines = wanted.get(file) ?? new Set()
    wanted.set(file, lines)
    const last = Math.min(place.end.line, place.start.line + shownLines - 1)
    for (let line = place.start.line; line <= last; line++) lines.add(line)
  }
  return wanted
}

/** The kept lines of each file, as a report asks for texts. */
export function excerptSources(
  excerpts: Readonly<Record<string, Excerpt>>,
): (path: string) => string | undefined {
  return (path) => {
    const excerpt = Object.hasOwn(excerpts, path) ? excerpts[path] : undefined
    return excerpt && excerptText(excerpt)
  }
}

/** A text that has the kept lines in their places and nothing in the others. */
function excerptText(excerpt: Excerpt): string {
  const lines: string[] = Array.from({ length: excerpt.at(-1)?.[0] ?? 0 }, () => '')
  for (const [number, text] of excerpt) lines[number - 1] = text
  return lines.join('\n')
}

/** The lines of a text up to a number, whatever their ends, without cutting up the rest. */
function firstLines(text: string, count: number): readonly string[] {
  const ends = /\r\n|\r|\n/g
  const lines: string[] = []
  let start = 0
  while (lines.length < count) {
    const end = ends.exec(text)
    lines.push(text.slice(start, end?.index))
    if (!end) break
    start = ends.lastIndex
  }
  return lines
}
