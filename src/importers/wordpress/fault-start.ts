import type { FaultPlace } from './export-faults.ts'
import type { XmlFault, XmlFormFault } from './xml-faults.ts'

/** What a fault begins with; the others are one character, or lie at the end. */
const signs: Readonly<Partial<Record<XmlFormFault | XmlFault['kind'], string>>> = {
  ampersand: '&',
  'closing-tag': '</',
  comment: '--',
  declaration: '<!',
  doctype: '<',
  'less-than': '<',
  'less-than-value': '<',
  'not-open': '</',
  reference: '&',
  'second-root': '<',
  'section-end': ']]>',
  'tag-name': '<',
}
/** How far back a fault may begin. */
const mostBack = 200

/**
 * Where a fault begins; the parser tells of it once it has read it.
 *
 * @param behind place behind the fault
 * @param text what was read, at least the end of it
 * @param end offset in the text of the place behind the fault
 */
export function startOfFault(
  fault: XmlFault,
  behind: FaultPlace,
  text: string,
  end: number,
): FaultPlace {
  if (fault.kind === 'cut-off') return behind
  const sign = signs[fault.kind === 'form' ? fault.what : fault.kind]
  const start = sign === undefined ? end - 1 : text.lastIndexOf(sign, end - 2)
  if (start < Math.max(0, end - mostBack)) return behind
  const lines = text.slice(start, end).split('\n').length - 1
  if (lines === 0) return { line: behind.line, column: behind.column - (end - start) }
  const before = text.lastIndexOf('\n', start - 1)
  return start === 0 || before < 0 ? behind : { line: behind.line - lines, column: start - before }
}
