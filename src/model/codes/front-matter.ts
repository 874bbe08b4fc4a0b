import type { CodeEntry } from './code-entry.ts'

/** Findings about the front matter and the site's settings. */
export const frontMatterCodes = {
  FM101: { name: 'unknown-key', severity: 'error', title: 'A key that does not exist' },
  FM102: { name: 'wrong-type', severity: 'error', title: 'A value of the wrong kind' },
  FM103: { name: 'missing-title', severity: 'warning', title: 'A post has no title' },
  FM104: { name: 'missing-date', severity: 'warning', title: 'A post has no date' },
  FM105: { name: 'bad-value', severity: 'error', title: 'A value that a key cannot have' },
  FM106: { name: 'bad-date', severity: 'error', title: 'A date that cannot be read' },
  FM107: { name: 'empty-value', severity: 'error', title: 'A key without a value' },
  FM108: { name: 'missing-key', severity: 'error', title: 'A key that is needed is not there' },
  FM109: { name: 'bad-slug', severity: 'error', title: 'A slug that cannot be part of an address' },
  FM110: { name: 'bad-address', severity: 'error', title: 'An address that cannot be used' },
  FM111: { name: 'bad-language', severity: 'error', title: 'Not the tag of a language' },
  FM112: { name: 'date-order', severity: 'warning', title: 'Two dates in the wrong order' },
  FM113: { name: 'repeated-value', severity: 'warning', title: 'The same value twice' },
  FM114: { name: 'hidden-character', severity: 'error', title: 'A value with unseen characters' },
  FM115: { name: 'missing-id', severity: 'info', title: 'A post has no id for its feeds' },
  FM116: { name: 'missing-summary', severity: 'info', title: 'A post has no summary' },
  FM117: {
    name: 'scheduled-post',
    severity: 'info',
    title: 'A post is to appear on a day that has not come',
  },
  FM118: {
    name: 'series-title-differs',
    severity: 'warning',
    title: 'Parts of a series that give it different titles',
  },
  FM201: {
    name: 'bad-site-url',
    severity: 'error',
    title: 'The address of the site cannot be used',
  },
  FM202: { name: 'missing-site-settings', severity: 'warning', title: 'There is no site.yaml' },
  FM203: { name: 'missing-url', severity: 'warning', title: 'The site has no address' },
  FM204: { name: 'missing-site-title', severity: 'warning', title: 'The site has no title' },
  FM205: {
    name: 'missing-site-description',
    severity: 'warning',
    title: 'The site has no description',
  },
  FM206: {
    name: 'bad-permalink',
    severity: 'error',
    title: 'A permalink pattern that cannot work',
  },
  FM207: {
    name: 'security-text-without-end',
    severity: 'warning',
    title: 'A security.txt is wanted that never ends',
  },
  FM208: {
    name: 'security-text-ends-soon',
    severity: 'warning',
    title: 'What security.txt says ends within thirty days',
  },
  FM209: {
    name: 'security-text-ended',
    severity: 'error',
    title: 'What security.txt says holds no more',
  },
  FM301: {
    name: 'text-after-fence',
    severity: 'error',
    title: 'Text after the dashes of a front matter fence',
  },
  FM302: {
    name: 'unclosed-front-matter',
    severity: 'error',
    title: 'Front matter is never closed',
  },
  FM303: {
    name: 'not-yaml-front-matter',
    severity: 'error',
    title: 'Front matter in another language than YAML',
  },
  FM304: {
    name: 'front-matter-not-first',
    severity: 'error',
    title: 'Something stands before the front matter',
  },
  FM305: { name: 'broken-yaml', severity: 'error', title: 'YAML that cannot be read' },
  FM306: { name: 'repeated-key', severity: 'error', title: 'One key is given twice' },
  FM307: {
    name: 'refused-yaml',
    severity: 'error',
    title: 'A part of YAML that is not allowed here',
  },
  FM308: { name: 'refused-key', severity: 'error', title: 'A key that is never allowed' },
  FM309: { name: 'not-a-mapping', severity: 'error', title: 'Not a list of keys and values' },
} as const satisfies Record<string, CodeEntry>
