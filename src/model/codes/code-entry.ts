export type Severity = 'error' | 'warning' | 'info'

/** What a code stands for, in the manual and in reports. */
export interface CodeEntry {
  /** Permanent name in kebab case. */
  readonly name: string
  readonly severity: Severity
  /** What happened, in a few words that fit every finding with this code. */
  readonly title: string
}
