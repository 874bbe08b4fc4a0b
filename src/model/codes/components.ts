import type { CodeEntry } from './code-entry.ts'

/** Findings about pull quotes, key facts and other components. */
export const componentCodes = {
  PQ101: {
    name: 'pull-quote-not-found',
    severity: 'warning',
    title: 'The words of a pull quote do not stand in the essay',
  },
  PQ102: { name: 'empty-pull-quote', severity: 'warning', title: 'A pull quote has no words' },
  KF101: { name: 'empty-key-facts', severity: 'warning', title: 'Key facts hold nothing' },
  KF102: {
    name: 'key-facts-without-list',
    severity: 'warning',
    title: 'Key facts hold no list',
  },
} as const satisfies Record<string, CodeEntry>
