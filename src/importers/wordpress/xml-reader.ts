import type { FaultPlace } from './export-faults.ts'
import { type SaxListener, strictSax } from './strict-sax.ts'
import type { XmlFault } from './xml-faults.ts'

/** Is told what a stream of XML holds, in its order; in words every end of a line is `\n`. */
export interface XmlListener extends Omit<SaxListener, 'tell'> {
  /** @returns whether to read on */
  readonly fault: (fault: XmlFault, at: FaultPlace) => boolean
}

/** Reads XML a piece at a time. */
export interface XmlReader {
  readonly write: (text: string) => void
  /** Tells what is still open. */
  readonly close: () => void
  /** Behind what was read last; columns in UTF-16 code units. */
  readonly place: () => FaultPlace
}

/** What XML 1.0 (section 2.2) does not count as characters, but for halves of pairs, which no decoder gives. */
const notAllowed = /[^\t\n\r -\ufffd]/g

/** Thrown through the parser, which knows no other way to stop. */
class ReadingStopped extends Error {}

/**
 * Reads XML strictly. Characters that XML does not allow are told and left out; the five entities of XML are all that
 * there are. Once the listener wants no more, nothing is read.
 */
export function xmlReader(listener: XmlListener): XmlReader {
  const skipped = { line: 0, count: 0 }
  const asWritten = ({ line, column }: FaultPlace): FaultPlace => ({
    line,
    column: column + (skipped.line === line ? skipped.count : 0),
  })
  const tell = (fault: XmlFault, at: FaultPlace): void => {
    if (!listener.fault(fault, asWritten(at))) throw new ReadingStopped()
  }
  const parser = strictSax({ ...listener, tell })
  const allowed = (text: string): void => {
    let from = 0
    for (const { index } of text.matchAll(notAllowed)) {
      parser.write(text.slice(from, index))
      tell({ kind: 'control' }, parser.place())
      const { line } = parser.place()
      skipped.count = skipped.line === line ? skipped.count + 1 : 1
      skipped.line = line
      from = index + 1
    }
    parser.write(text.slice(from))
  }
  const withLines = lineEnds()
  let reading = true
  const whileWanted = (read: () => void): void => {
    try {
      if (reading) read()
    } catch (error) {
      if (!(error instanceof ReadingStopped)) throw error
      reading = false
    }
  }
  return {
    write: (text) => whileWanted(() => allowed(withLines(text))),
    close: () => whileWanted(parser.close),
    place: () => asWritten(parser.place()),
  }
}

/** Makes every end of a line `\n` (XML 1.0, section 2.11), one that lies between two pieces too. */
function lineEnds(): (text: string) => string {
  let half = false
  return (text) => {
    if (text === '') return text
    const rest = half && text.startsWith('\n') ? text.slice(1) : text
    half = text.endsWith('\r')
    return rest.includes('\r') ? rest.replace(/\r\n?/g, '\n') : rest
  }
}
