import type { Diagnostic } from '../../model/diagnostic.ts'
import { catalogue } from '../../model/diagnostic-codes.ts'
import { printable } from '../../report/display.ts'
import { countFindings, inReadingOrder } from '../../report/order.ts'
import { frameText } from './frame-text.ts'
import type { Problem } from './protocol.ts'
import type { Findings, View } from './view.ts'

/** As many errors as an overlay can hold; the rest are counted. */
const shownAtOnce = 25

/** The findings, errors first, ready to be shown. @param wanted which of them */
export function problemsOf(
  findings: Findings,
  wanted: (diagnostic: Diagnostic) => boolean = () => true,
  limit: number = Number.POSITIVE_INFINITY,
): readonly Problem[] {
  const crash = findings.crash === undefined ? [] : [crashProblem(findings.crash)]
  const found = inReadingOrder(findings.diagnostics.filter(wanted))
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, limit)
  return [...crash, ...found.map((diagnostic) => problemOf(diagnostic, findings.sources))]
}

/** What browsers are told of the findings of a view. */
export function toldProblems(view: View): {
  readonly errors: number
  readonly warnings: number
  readonly problems: readonly Problem[]
} {
  const { findings } = view
  const counts = countFindings(findings.diagnostics)
  return {
    errors: counts.error + (findings.crash === undefined ? 0 : 1),
    warnings: counts.warning,
    problems: problemsOf(findings, (diagnostic) => diagnostic.severity === 'error', shownAtOnce),
  }
}

/** `content/posts/krack.md:12:3`, as terminals and editors take it; empty where there is no file. */
export function placeText(finding: Pick<Diagnostic, 'file' | 'place'>): string {
  const start = finding.place?.start
  return start && finding.file !== ''
    ? `${finding.file}:${start.line}:${start.column}`
    : finding.file
}

function problemOf(diagnostic: Diagnostic, sources: Findings['sources']): Problem {
  return {
    severity: diagnostic.severity,
    name: `${diagnostic.code} ${catalogue[diagnostic.code].name}`,
    place: printable(placeText(diagnostic)),
    message: printable(diagnostic.message),
    hint: printable(diagnostic.hint ?? ''),
    frame: frameText(diagnostic, sources),
  }
}

function crashProblem(crash: string): Problem {
  return {
    severity: 'error',
    name: 'internal error',
    place: '',
    message: 'Ibid itself failed; this is not your text’s fault. The next save is tried afresh.',
    hint: '',
    frame: crash,
  }
}

function rank({ severity }: Diagnostic): number {
  return severity === 'error' ? 0 : severity === 'warning' ? 1 : 2
}
