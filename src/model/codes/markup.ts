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
  HT108: { name: 'repeated-id', severity: 'warning', title: 'An id is given twice' },
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
  HT205: { name: 'empty-component', severity: 'warning', title: 'A component holds nothing' },
  HT206: { name: 'figure-without-caption', severity: 'warning', title: 'A figure has no caption' },
  HT207: {
    name: 'bad-code-info',
    severity: 'warning',
    title: 'What stands behind the fence of code makes no sense',
  },
  HT208: { name: 'bad-formula', severity: 'error', title: 'A formula is no TeX that can be set' },
  HT209: { name: 'unclosed-formula', severity: 'warning', title: 'A formula is never closed' },
  HT210: {
    name: 'long-table-row',
    severity: 'warning',
    title: 'A row of a table has more cells than the table has columns',
  },
} as const satisfies Record<string, CodeEntry>
