import sax, { type SAXOptions, type SAXParser } from 'sax'
import type { FaultPlace } from './export-faults.ts'
import { startOfFault } from './fault-start.ts'
import { faultOfSax, type XmlFault } from './xml-faults.ts'

/** Is told what a stream of XML holds, in its order. Names keep their prefixes: `wp:post_id`. */
export interface SaxListener {
  readonly open: (name: string, attributes: Readonly<Record<string, string>>) => void
  /** Called for each open element that a closing tag ends, from the inside. */
  readonly close: (name: string) => void
  /** Text between tags with references resolved; a long one comes in parts. */
  readonly words: (text: string, cdata: boolean) => void
  /** May throw, and then nothing more is to be written. */
  readonly tell: (fault: XmlFault, at: FaultPlace) => void
}

/** The parser, told of what it passes over. */
export interface StrictSax {
  readonly write: (text: string) => void
  /** Tells what is still open. */
  readonly close: () => void
  /** Behind what was read last; columns in UTF-16 code units. */
  readonly place: () => FaultPlace
}

/** What is given to the parser, with the end of what it had before. */
interface Given {
  text: string
  /** Position of the parser at the start of the text. */
  start: number
}

/** What the parser has told. */
interface Seen {
  readonly open: string[]
  root: boolean
  cutOff: boolean
  sectionEnd: boolean
  words: string
}

/** How much is kept to look back at, for the start of a fault and the value of an attribute; `!DOCTYPE` is shorter. */
const mostTail = 256
/** More than the longest name of a reference that is told. */
const mostName = 64

/**
 * sax in strict mode, with what it does not tell: a document type where it begins, since sax tells of it where it ends;
 * a second root; a declaration; `]]>` outside of a section; the name of what is open at the end.
 */
export function strictSax(listener: SaxListener): StrictSax {
  // Else the entities of HTML were known too; the types lack the option.
  const options: SAXOptions & { readonly strictEntities: boolean } = { strictEntities: true }
  const parser = sax.parser(true, options)
  const given: Given = { text: '', start: 0 }
  const seen: Seen = { open: [], root: false, cutOff: false, sectionEnd: false, words: '' }
  const place = (): FaultPlace => ({ line: parser.line + 1, column: parser.column + 1 })
  const tell = (fault: XmlFault): void => {
    const end = parser.position - given.start
    listener.tell(fault, startOfFault(fault, place(), given.text, end))
  }
  listen(parser, given, seen, listener, tell)
  const cut = (end: string): void => {
    if (end !== ']]>') {
      if (!seen.root && beginsDoctype(parser)) tell({ kind: 'doctype' })
    } else if (!seen.sectionEnd) {
      seen.words = ''
      parser.flush()
      if (seen.words.endsWith(end)) tell({ kind: 'form', what: 'section-end' })
    }
  }
  return {
    write: (text) => {
      const tail = given.text.slice(-mostTail)
      given.text = tail + text
      given.start = parser.position - tail.length
      let from = tail.length
      let searched = 0
      while (from < given.text.length) {
        const ends = seen.root ? /\]\]>/g : /\]\]>|!doctype/gi
        ends.lastIndex = searched
        const found = ends.exec(given.text)?.[0]
        searched = found === undefined ? given.text.length : ends.lastIndex
        if (searched <= from) continue
        seen.sectionEnd = false
        parser.write(given.text.slice(from, searched))
        if (found !== undefined) cut(found)
        from = searched
      }
    },
    close: () => {
      if (seen.open.length > 0) tell({ kind: 'cut-off', element: seen.open.at(-1) })
      seen.cutOff = seen.open.length > 0
      parser.close()
    },
    place,
  }
}

function listen(
  parser: SAXParser,
  given: Given,
  seen: Seen,
  { open, close, words }: SaxListener,
  tell: (fault: XmlFault) => void,
): void {
  parser.onopentagstart = ({ attributes }) => {
    // sax asks the attributes themselves, and one of this name would take the answer away.
    const { hasOwnProperty: value } = Object.prototype
    Object.defineProperty(attributes, 'hasOwnProperty', { value })
  }
  parser.onopentag = ({ name, attributes }) => {
    if (seen.root && seen.open.length === 0) tell({ kind: 'form', what: 'second-root' })
    seen.root = true
    seen.open.push(name)
    // Values are texts where namespaces are not asked for.
    open(name, attributes as Readonly<Record<string, string>>)
  }
  parser.onattribute = ({ value }) => {
    // Where it was written as a reference, what was given is not the value.
    if (value.includes('<') && given.text.endsWith(value, parser.position - given.start - 1))
      tell({ kind: 'form', what: 'less-than-value' })
  }
  parser.onclosetag = (name) => {
    seen.open.pop()
    close(name)
  }
  parser.ontext = (text) => {
    seen.words = text
    words(text, false)
  }
  parser.oncdata = (text) => words(text, true)
  parser.onclosecdata = () => {
    seen.sectionEnd = true
  }
  parser.onsgmldeclaration = () => tell({ kind: 'form', what: 'declaration' })
  parser.onerror = ({ message }) => {
    parser.resume()
    const fault = faultOfSax(message, referenceBefore(parser.position, given))
    if (!fault || (fault.kind === 'cut-off' && seen.cutOff)) return
    // What stands in a second root is outside of the first, and the second has been told.
    if (fault.kind === 'form' && fault.what === 'outside' && seen.open.length > 0) return
    tell(fault)
  }
}

/** Whether the parser stands behind `<!DOCTYPE`, and not in a comment with such words. The types lack both fields. */
function beginsDoctype(parser: SAXParser & { readonly state?: number }): boolean {
  const { STATE } = sax as typeof sax & { readonly STATE?: { readonly DOCTYPE: number } }
  return STATE === undefined || parser.state === STATE.DOCTYPE
}

/** The name of the reference that ends at a position, where all of it was given at once. */
function referenceBefore(position: number, { text, start }: Given): string | undefined {
  const behind = position - start
  return /&([^\s&;]+);$/.exec(text.slice(Math.max(0, behind - mostName), behind))?.[1]
}
