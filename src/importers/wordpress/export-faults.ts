import type { ImportProblem } from '../imported.ts'

/** Where a fault stands, counted from 1. */
export interface FaultPlace {
  readonly line: number
  readonly column: number
}

/** A fault of the XML: a character that XML does not know, which costs nothing else, or one of its build. */
export interface ExportFault {
  readonly kind: 'control' | 'structure'
  readonly problem: ImportProblem
}

/** What the parser says of a fault, in words for people. */
export function faultOf(file: string, said: string, at: FaultPlace): ExportFault {
  const message = said.replace(/^(?:[^:]*:)?\d+:\d+: /, '').replace(/\.$/, '')
  if (message === 'disallowed character')
    return {
      kind: 'control',
      problem: {
        kind: 'problem',
        file,
        place: placeOf(at),
        message:
          'The export holds a control character here, which XML does not allow; such characters are left out, here and further on.',
      },
    }
  return {
    kind: 'structure',
    problem: {
      kind: 'problem',
      file,
      place: placeOf(at),
      ...sentenceFor(message),
      unread: true,
    },
  }
}

function sentenceFor(message: string): { message: string; hint: string } {
  const hint = 'Make the export again, or mend this place with an editor.'
  const open = /^unclosed tag: (.+)$/.exec(message)?.[1]
  if (open !== undefined)
    return {
      message: `The export ends too early: <${open}> is never closed, so it was cut off.`,
      hint: 'Make the export again; a server that stops half-way does it for a part of the posts at a time.',
    }
  if (/^(?:unexpected close tag|unmatched closing tag)/.test(message))
    return { message: 'A tag is closed here that is not open: this is no sound XML.', hint }
  if (/^undefined entity/.test(message))
    return {
      message: `XML does not know this: ${message.replace(/^undefined entity:?\s*/, '')}.`,
      hint,
    }
  return { message: `This is no sound XML: ${message}.`, hint }
}

/** A document type can name files and grow without end, and no export has one. */
export function refusedDoctype(file: string, at: FaultPlace): ImportProblem {
  return {
    kind: 'problem',
    file,
    place: placeOf(at),
    message: 'The file has a DOCTYPE, which no export of WordPress has; nothing of it was read.',
    hint: 'If you know where the file comes from, take out <!DOCTYPE …>.',
    unread: true,
  }
}

/** The file is something else. */
export function notAnExport(file: string, at: FaultPlace): ImportProblem {
  return {
    kind: 'problem',
    file,
    place: placeOf(at),
    message: 'This is no export of WordPress: it does not begin with <rss>.',
    hint: 'In WordPress: Tools, Export, All content, Download Export File.',
    unread: true,
  }
}

/** A text that would fill the memory. */
export function tooLongPart(file: string, at: FaultPlace): ImportProblem {
  return {
    kind: 'problem',
    file,
    place: placeOf(at),
    message:
      'A single text of more than 32 million characters ends here or later; nothing behind it was read.',
    hint: 'Take it out of the export.',
    unread: true,
  }
}

function placeOf({ line, column }: FaultPlace): NonNullable<ImportProblem['place']> {
  return { start: { line, column }, end: { line, column: column + 1 } }
}
