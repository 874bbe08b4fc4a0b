import type { ImportProblem } from '../imported.ts'
import type { OldBlog } from '../old-blog.ts'
import { decoded, type ExportEncoding } from './decode-export.ts'
import { exportBuilder } from './export-builder.ts'
import { notAnExport, refusedDoctype, tooLongPart, tooManyFaults } from './export-faults.ts'
import type { ExportChannel, ExportItem } from './export-item.ts'
import { toldFaults } from './told-faults.ts'
import { xmlReader } from './xml-reader.ts'

/** What an export comes to, in the order of the file; the channel comes last, since its parts may stand anywhere. */
export type ExportPart =
  | { readonly kind: 'item'; readonly item: ExportItem }
  | { readonly kind: 'channel'; readonly channel: ExportChannel }
  | ImportProblem

/** After so many reading ends: each may cost as much time as the elements that are open. */
const mostFaults = 10_000
/** What the parser is given at once, in characters. */
const mostPiece = 1024 * 1024
/** The most characters of one tag or comment. */
const mostPart = 32 * 1024 * 1024

/**
 * Reads an export of WordPress (WXR 1.0 to 1.2) a piece at a time, so that it may have any size. Faults are told
 * with their line, and what can be read is read; a document type is refused, and with it all that follows.
 *
 * @param content whether texts of posts are wanted; else they are passed over
 */
export async function* readExport(
  blog: OldBlog,
  file: string,
  encoding: ExportEncoding,
  content: boolean,
): AsyncGenerator<ExportPart> {
  const reader = exportReader(file, content)
  for await (const text of decoded(blog, file, encoding)) {
    reader.write(text)
    yield* reader.take()
    if (reader.stopped()) return
  }
  reader.close()
  yield* reader.take()
}

interface ExportReader {
  readonly write: (text: string) => void
  readonly close: () => void
  /** What was read since it was last asked. */
  readonly take: () => ExportPart[]
  readonly stopped: () => boolean
}

function exportReader(file: string, content: boolean): ExportReader {
  const parts: ExportPart[] = []
  const state = { stopped: false, since: 0, rooted: false }
  const stop = (problem: ImportProblem): void => {
    if (!state.stopped) parts.push(problem)
    state.stopped = true
  }
  // The parser goes on to the end of what it was given.
  const builder = exportBuilder(content, (item) => {
    if (!state.stopped) parts.push({ kind: 'item', item })
  })
  const told = toldFaults(file, (problem) => parts.push(problem))
  const reader = xmlReader({
    open: (name, attributes) => {
      state.since = 0
      if (!state.rooted && name !== 'rss') stop(notAnExport(file, reader.place()))
      state.rooted = true
      builder.open(name, attributes, reader.place())
    },
    close: (name) => {
      state.since = 0
      builder.close(name)
    },
    words: (text, cdata) => {
      state.since = 0
      builder.words(text, cdata)
    },
    fault: (fault, at) => {
      if (fault.kind === 'doctype') stop(refusedDoctype(file, at))
      else if (!state.stopped && told(fault, at) > mostFaults) stop(tooManyFaults(file, at))
      return !state.stopped
    },
  })
  return {
    write: (text) => {
      for (let at = 0; at < text.length && !state.stopped; at += mostPiece) {
        const piece = text.slice(at, at + mostPiece)
        state.since += piece.length
        reader.write(piece)
        if (state.since > mostPart) stop(tooLongPart(file, reader.place()))
      }
    },
    close: () => {
      if (state.stopped) return
      reader.close()
      if (!state.rooted) stop(notAnExport(file, { line: 1, column: 1 }))
      parts.push({ kind: 'channel', channel: builder.channel() })
    },
    take: () => parts.splice(0),
    stopped: () => state.stopped,
  }
}
