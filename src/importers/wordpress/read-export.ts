import { SaxesParser } from 'saxes'
import type { ImportProblem } from '../imported.ts'
import type { OldBlog } from '../old-blog.ts'
import { decoded, type ExportEncoding } from './decode-export.ts'
import { type ExportBuilder, exportBuilder } from './export-builder.ts'
import { faultOf, notAnExport, refusedDoctype, tooLongPart } from './export-faults.ts'
import type { ExportChannel, ExportItem } from './export-item.ts'

/** What an export comes to, in the order of the file; the channel comes last, since its parts may stand anywhere. */
export type ExportPart =
  | { readonly kind: 'item'; readonly item: ExportItem }
  | { readonly kind: 'channel'; readonly channel: ExportChannel }
  | ImportProblem

/** More faults of the XML than these are not told. */
const mostFaults = 20
/** What the parser is given at once, in characters. */
const mostPiece = 1024 * 1024
/** The most characters between two tags. */
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
  const parser = new SaxesParser({ position: true })
  const parts: ExportPart[] = []
  const state = { stopped: false, faults: 0, controls: 0, since: 0, rooted: false }
  const place = () => ({ line: parser.line, column: parser.columnIndex + 1 })
  const stop = (problem: ImportProblem): void => {
    if (!state.stopped) parts.push(problem)
    state.stopped = true
  }
  // The parser goes on to the end of what it was given.
  const builder = exportBuilder(content, (item) => {
    if (!state.stopped) parts.push({ kind: 'item', item })
  })
  listen(parser, builder, place, () => {
    state.since = 0
  })
  parser.on('doctype', () => stop(refusedDoctype(file, place())))
  parser.on('opentag', ({ name, attributes }) => {
    state.since = 0
    if (!state.rooted && name !== 'rss') stop(notAnExport(file, place()))
    state.rooted = true
    builder.open(name, attributes as Readonly<Record<string, string>>, place())
  })
  parser.on('error', ({ message }) => {
    const fault = faultOf(file, message, place())
    if (fault.kind === 'control') {
      if (state.controls++ === 0) parts.push(fault.problem)
    } else if (!state.stopped && state.faults++ < mostFaults) parts.push(fault.problem)
  })
  return {
    write: (text) => {
      for (let at = 0; at < text.length && !state.stopped; at += mostPiece) {
        const piece = text.slice(at, at + mostPiece)
        state.since += piece.length
        parser.write(piece)
        if (state.since > mostPart) stop(tooLongPart(file, place()))
      }
    },
    close: () => {
      if (state.stopped) return
      parser.close()
      if (!state.rooted) stop(notAnExport(file, { line: 1, column: 1 }))
      parts.push({ kind: 'channel', channel: builder.channel() })
    },
    take: () => parts.splice(0),
    stopped: () => state.stopped,
  }
}

function listen(
  parser: SaxesParser<{ position: true }>,
  builder: ExportBuilder,
  place: () => { line: number; column: number },
  seen: () => void,
): void {
  parser.on('closetag', ({ name }) => {
    seen()
    builder.close(name)
  })
  parser.on('text', (text) => {
    seen()
    builder.words(text, false, place())
  })
  parser.on('cdata', (text) => {
    seen()
    builder.words(text, true, place())
  })
}
