import type { CodeEntry } from './code-entry.ts'

/** Findings about links, anchors, pictures and headings. */
export const linkCodes = {
  LK101: {
    name: 'missing-page',
    severity: 'error',
    title: 'A link leads to a page that does not exist',
  },
  LK102: {
    name: 'missing-anchor',
    severity: 'error',
    title: 'A link leads to a place that its page does not have',
  },
  LK103: {
    name: 'unpublished-page',
    severity: 'error',
    title: 'A link leads to a post that is not published',
  },
  LK104: {
    name: 'unknown-post',
    severity: 'error',
    title: 'The front matter names a post that does not exist',
  },
  LK201: {
    name: 'broken-external-link',
    severity: 'warning',
    title: 'A link to another site leads nowhere',
  },
  LK202: {
    name: 'moved-external-link',
    severity: 'info',
    title: 'A page of another site has moved for good',
  },
  LK203: {
    name: 'unchecked-external-link',
    severity: 'info',
    title: 'A link to another site could not be checked',
  },
  LK204: { name: 'no-network', severity: 'info', title: 'No other site can be reached' },
  IM101: { name: 'missing-image', severity: 'error', title: 'A picture does not exist' },
  IM102: {
    name: 'missing-alt',
    severity: 'error',
    title: 'A picture has no words that stand for it',
  },
  IM103: {
    name: 'remote-image',
    severity: 'error',
    title: 'A picture would be fetched from another site',
  },
  IM104: {
    name: 'unreadable-image',
    severity: 'warning',
    title: 'The size of a picture cannot be read',
  },
  IM105: { name: 'broken-image', severity: 'error', title: 'A picture cannot be read to its end' },
  IM106: {
    name: 'pictures-as-they-are',
    severity: 'info',
    title: 'Pictures are published as they are',
  },
  IM107: {
    name: 'unsafe-drawing',
    severity: 'warning',
    title: 'Something was taken out of a drawing',
  },
  IM108: { name: 'no-cards', severity: 'info', title: 'No cards were made' },
  IM109: { name: 'card-without-letters', severity: 'info', title: 'A post has no card' },
  HD101: {
    name: 'skipped-heading-level',
    severity: 'warning',
    title: 'A heading level is left out',
  },
} as const satisfies Record<string, CodeEntry>
