import type { Position } from 'unist'
import { catalogue, type DiagnosticCode, type Severity } from './diagnostic-codes.ts'

/** One edit of the text of a file: UTF-16 offsets into the file as it lies on disk. */
export interface TextEdit {
  readonly start: number
  readonly end: number
  readonly insert: string
}

/** One finding about what the author wrote. Plain data, so that it can be cached beside an essay and replayed. */
export interface Diagnostic {
  readonly code: DiagnosticCode
  readonly severity: Severity
  /** What is wrong and why, in a sentence for the author. */
  readonly message: string
  /** The file it is about, relative to the site's root; `''` where the finding is about no single file. */
  readonly file: string
  /** Where in the file as it lies on disk; absent where the whole file is meant. */
  readonly place?: Position | undefined
  /** What to type instead. */
  readonly hint?: string | undefined
  /** Other places that belong to the finding, e.g. the first of two definitions. */
  readonly related?: readonly RelatedPlace[] | undefined
  /** A safe repair for `ibid check --fix`. */
  readonly fix?: readonly TextEdit[] | undefined
}

/** A second place that a finding speaks of. */
export interface RelatedPlace {
  readonly message: string
  readonly file: string
  readonly place?: Position | undefined
}

/** What a finding needs beyond its code; the severity comes from the catalogue. */
export type DiagnosticDetails = Omit<Diagnostic, 'code' | 'severity'>

/** Makes a finding with the severity that the catalogue gives its code. */
export function diagnose(code: DiagnosticCode, details: DiagnosticDetails): Diagnostic {
  return { code, severity: catalogue[code].severity, ...details }
}
