import type { CodeEntry } from './code-entry.ts'

/** Findings about unsafe markup, and about markup that means nothing. */
export const markupCodes = {
  HT101: {
    name: 'removed-element',
    severity: 'warning',
    title: 'An HTML element that a post may not hold was removed',
  },
  HT102: {
    name: 'removed-attribute',
    severity: 'warning',
    title: 'An HTML attribute that a post may not hold was removed',
  },
  HT103: {
    name: 'refused-address',
    severity: 'warning',
    title: 'An address is of a kind that a post may not use',
  },
  HT104: {
    name: 'unfinished-html',
    severity: 'error',
    title: 'HTML that is never closed would swallow what follows',
  },
  HT105: { name: 'html-dropped', severity: 'warning', title: 'Raw HTML is switched off' },
  HT106: {
    name: 'control-character',
    severity: 'warning',
    title: 'A character that no page may hold was removed',
  },
  HT107: {
    name: 'html-too-deep',
    severity: 'error',
    title: 'HTML is nested deeper than a page can be',
  },
  HT201: { name: 'unknown-directive', severity: 'error', title: 'A directive does not exist' },
  HT202: { name: 'unclosed-directive', severity: 'error', title: 'A directive is never closed' },
  HT203: {
    name: 'misspelt-directive',
    severity: 'warning',
    title: 'A line of colons does not make a directive',
  },
  HT204: {
    name: 'ignored-attributes',
    severity: 'warning',
    title: 'A component takes no attributes',
  },
} as const satisfies Record<string, CodeEntry>
