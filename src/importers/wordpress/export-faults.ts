import type { ImportProblem } from '../imported.ts'
import type { FaultToTell, XmlFormFault } from './xml-faults.ts'

/** Where a fault stands, counted from 1. */
export interface FaultPlace {
  readonly line: number
  readonly column: number
}

/** A fault of the XML in words for people. */
export function faultOf(file: string, fault: FaultToTell, at: FaultPlace): ImportProblem {
  const problem = { kind: 'problem', file, place: placeOf(at) } as const
  if (fault.kind === 'control')
    return {
      ...problem,
      message:
        'The export holds a control character here, which XML does not allow; such characters are left out, here and further on.',
    }
  return { ...problem, ...sentencesFor(fault), unread: true }
}

const mend = 'Make the export again, or mend this place with an editor.'

function sentencesFor(fault: Exclude<FaultToTell, { kind: 'control' }>): {
  message: string
  hint: string
} {
  if (fault.kind === 'cut-off')
    return {
      message:
        fault.element === undefined
          ? 'The export ends too early, within a tag, a comment or a section, so it was cut off.'
          : `The export ends too early: <${fault.element}> is never closed, so it was cut off.`,
      hint: 'Make the export again; a server that stops half-way does it for a part of the posts at a time.',
    }
  if (fault.kind === 'not-open')
    return { message: 'A tag is closed here that is not open: this is no sound XML.', hint: mend }
  if (fault.kind === 'reference')
    return {
      message:
        fault.name === undefined
          ? 'XML does not know this reference.'
          : `XML does not know this: &${fault.name};.`,
      hint: mend,
    }
  return { message: `This is no sound XML: ${formFaults[fault.what]}.`, hint: mend }
}

const formFaults: Readonly<Record<XmlFormFault, string>> = {
  ampersand: 'an & here begins no reference such as &amp;',
  attribute: 'the attributes of this tag are not written as name="value"',
  'attribute-value': 'an attribute of this tag has no value in quotes',
  'closing-tag': 'this closing tag has no right name',
  comment: 'a comment holds --, or does not end in -->',
  declaration: '<! begins neither a comment nor a section here',
  'less-than': 'a < here begins no tag',
  'less-than-value':
    'a < stands in the value of an attribute that ends here, so a quote is missing',
  outside: 'words stand outside of <rss>',
  'second-root': 'another document begins here, behind the end of the first',
  'section-end': ']]> stands outside of a section, so a section ended too early',
  'tag-name': 'the name of this tag has a character that names do not have',
  unknown: 'its tags cannot be made out here',
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

/** So many faults that what is read means nothing. */
export function tooManyFaults(file: string, at: FaultPlace): ImportProblem {
  return {
    kind: 'problem',
    file,
    place: placeOf(at),
    message: 'The file has more than 10,000 faults up to here; nothing behind was read.',
    hint: mend,
    unread: true,
  }
}

/** A tag or comment that would fill the memory. */
export function tooLongPart(file: string, at: FaultPlace): ImportProblem {
  return {
    kind: 'problem',
    file,
    place: placeOf(at),
    message:
      'A single tag or comment of more than 32 million characters ends here or later; nothing behind it was read.',
    hint: 'Take it out of the export.',
    unread: true,
  }
}

function placeOf({ line, column }: FaultPlace): NonNullable<ImportProblem['place']> {
  return { start: { line, column }, end: { line, column: column + 1 } }
}
