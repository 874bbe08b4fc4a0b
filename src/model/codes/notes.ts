import type { CodeEntry } from './code-entry.ts'

/** Findings about notes. */
export const noteCodes = {
  FN101: {
    name: 'undefined-reference',
    severity: 'error',
    title: 'A note is called but never written',
  },
  FN102: { name: 'duplicate-note', severity: 'error', title: 'Two notes have the same label' },
  FN103: { name: 'empty-note', severity: 'error', title: 'A note has no text' },
  FN104: { name: 'bad-label', severity: 'error', title: 'A note label has a space in it' },
  FN105: {
    name: 'unclosed-inline-note',
    severity: 'error',
    title: 'An inline note is never closed',
  },
  FN106: {
    name: 'missing-colon',
    severity: 'warning',
    title: 'A note lacks the colon after its label',
  },
  FN107: {
    name: 'reference-in-alt',
    severity: 'error',
    title: 'A note is called from the text of a picture',
  },
  FN201: { name: 'unused-note', severity: 'warning', title: 'A note is written but never called' },
  FN202: { name: 'note-cycle', severity: 'warning', title: 'A note calls itself' },
  FN203: {
    name: 'continuation-indent',
    severity: 'warning',
    title: 'A paragraph after a note is not indented enough to belong to it',
  },
  FN204: {
    name: 'space-before-reference',
    severity: 'info',
    title: 'A space stands before a call',
  },
  FN205: {
    name: 'reference-in-link',
    severity: 'warning',
    title: 'A note is called from inside a link',
  },
  FN206: {
    name: 'note-starts-with-block',
    severity: 'info',
    title: 'The first words of a note became a list',
  },
  FN207: {
    name: 'empty-heading',
    severity: 'warning',
    title: 'A heading holds nothing but a call',
  },
  FN208: {
    name: 'stray-text',
    severity: 'warning',
    title: 'Text in a file of shared notes belongs to no note',
  },
  FN209: {
    name: 'unused-shared-note',
    severity: 'warning',
    title: 'No post calls a shared note',
  },
  FN301: {
    name: 'star-missing-note',
    severity: 'error',
    title: 'Stars call a note that is not there',
  },
  FN302: { name: 'star-duplicate-note', severity: 'error', title: 'Two notes have the same stars' },
  FN303: {
    name: 'star-unused-note',
    severity: 'warning',
    title: 'A note with stars is never called',
  },
  FN304: {
    name: 'star-repeated',
    severity: 'warning',
    title: 'The same stars call one note more than once',
  },
  FN305: {
    name: 'star-ambiguous-note',
    severity: 'warning',
    title: 'The stars of a note can be read in two ways',
  },
  FN306: {
    name: 'star-note-hidden',
    severity: 'warning',
    title: 'A line that looks like a note is part of something else',
  },
  FN307: {
    name: 'star-detached',
    severity: 'warning',
    title: 'A space stands before the stars of a call',
  },
  FN308: {
    name: 'star-hard-to-follow',
    severity: 'info',
    title: 'Stars are out of order or too many to count',
  },
  FN309: {
    name: 'star-empty-note',
    severity: 'warning',
    title: 'A note with stars is empty or calls itself',
  },
} as const satisfies Record<string, CodeEntry>
