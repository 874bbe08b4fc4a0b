import type { Diagnostic, RelatedPlace } from '../model/diagnostic.ts'
import { catalogue, type Severity } from '../model/diagnostic-codes.ts'
import { codeFrame, type FrameLine, linesOf } from './code-frame.ts'
import { printable } from './display.ts'
import { type Counts, countFindings, inReadingOrder } from './order.ts'

/** How findings are printed for people. */
export interface TextOptions {
  /** The text of a file as it lies on disk, by its path; undefined where it is not known. */
  readonly sourceOf: (path: string) => string | undefined
  readonly color?: boolean | undefined
}

type Paint = (text: string, style: Style) => string
type Style = keyof typeof styles

/** Parameters of the control sequence that chooses a look (ECMA-48, SGR). */
const styles = {
  error: '1;31',
  warning: '1;33',
  info: '1;36',
  place: '1',
  quiet: '2',
  cure: '32',
} as const

/**
 * Findings for people: `file:line:column: severity CODE name: message`, the lines with carets, what to
 * type instead, and places that belong to it. Without a summary; empty where there are none.
 */
export function reportText(
  diagnostics: readonly Diagnostic[],
  { sourceOf, color = false }: TextOptions,
): string {
  const paint: Paint = color
    ? (text, style) => `\x1b[${styles[style]}m${text}\x1b[0m`
    : (text) => text
  let shown: { file: string; lines: readonly string[] } | undefined
  const linesIn = (file: string): readonly string[] => {
    // Findings come file by file, so that one file at a time is cut into lines.
    if (shown?.file !== file) {
      const text = sourceOf(file)
      shown = { file, lines: text === undefined ? [] : linesOf(text) }
    }
    return shown.lines
  }
  return inReadingOrder(diagnostics)
    .map((diagnostic) => `${findingLines(diagnostic, linesIn, paint).join('\n')}\n`)
    .join('\n')
}

function findingLines(
  diagnostic: Diagnostic,
  linesIn: (file: string) => readonly string[],
  paint: Paint,
): readonly string[] {
  const { code, severity, message, file, place, hint, related = [] } = diagnostic
  const where = placeName({ file, place })
  const head = `${where === '' ? '' : `${paint(where, 'place')} `}${paint(`${severity} ${code} ${catalogue[code].name}:`, severity)} ${printable(message)}`
  const frame = place && file !== '' ? codeFrame(linesIn(file), place) : []
  return [
    head,
    ...frameLines(frame, severity, paint),
    ...(hint === undefined ? [] : [`  ${paint('Hint:', 'cure')} ${printable(hint)}`]),
    ...related.map((other) => `  ${paint(placeName(other), 'quiet')} ${printable(other.message)}`),
  ]
}

function placeName({ file, place }: Pick<RelatedPlace, 'file' | 'place'>): string {
  if (file === '') return ''
  const { line, column } = place?.start ?? { line: 1, column: 1 }
  return `${printable(file)}:${line}:${column}:`
}

function frameLines(
  frame: readonly FrameLine[],
  severity: Severity,
  paint: Paint,
): readonly string[] {
  const width = String(frame.at(-1)?.number ?? 0).length
  return frame.flatMap(({ number, text, carets }) => [
    `  ${paint(`${String(number).padStart(width)} |`, 'quiet')}${text === '' ? '' : ` ${text}`}`,
    `  ${paint(`${' '.repeat(width)} |`, 'quiet')} ${paint(carets, severity)}`,
  ])
}

/** `2 errors, 1 warning`; `no problems` where there are none but remarks. */
export function summaryOf(diagnostics: readonly Diagnostic[]): string {
  const counts: Counts = countFindings(diagnostics)
  const parts = [
    counted(counts.error, 'error', 'errors'),
    counted(counts.warning, 'warning', 'warnings'),
    counted(counts.info, 'remark', 'remarks'),
  ].filter((part) => part !== '')
  if (counts.error + counts.warning === 0) parts.unshift('no problems')
  return parts.join(', ')
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? one : many}`
}
