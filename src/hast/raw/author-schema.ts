import type { Schema } from 'hast-util-sanitize'
import { find, html as htmlSpace } from 'property-information'

const everywhere = 'class dir id lang title'
/** Elements of raw HTML that a post may hold, with their attributes beside those that all may have. */
const elements: ReadonlyMap<string, string> = new Map([
  ['a', 'href hreflang name'],
  ['blockquote', 'cite'],
  ['col', 'span'],
  ['colgroup', 'span'],
  ['del', 'cite datetime'],
  ['details', 'open'],
  ['img', 'alt height src width'],
  ['ins', 'cite datetime'],
  ['li', 'value'],
  ['ol', 'reversed start type'],
  ['q', 'cite'],
  ['td', 'colspan rowspan'],
  ['th', 'abbr colspan rowspan scope'],
  ['time', 'datetime'],
  ...[
    'abbr b bdi bdo br caption cite code dd dfn div dl dt em figcaption figure h1 h2 h3 h4 h5 h6 hr',
    'i kbd mark p pre rp rt ruby s samp section small span strong sub summary sup table tbody tfoot',
    'thead tr u ul var wbr',
  ].flatMap((line) => line.split(' ').map((name): [string, string] => [name, ''])),
])

/** Elements that only the engine writes. */
const engineElements = ['input', 'label', 'picture', 'source']

/** The property that tells elements apart while raw HTML is parsed: whose they are, and which. */
export const ownerProperty = 'dataOwner'
export const ownerAttribute = 'data-owner'

/** Set before ids and names of an author, so that none can stand in the way of the page's own. */
export const authorIdPrefix = 'u-'

/** Classes that an author may give: `u-…`, for a theme of the site's own to style, and languages of code. */
export const authorClass = /^(?:u|language)-./

/** Names that an author may give; a space would make two of one where ids are listed. */
export const authorName = /^[\p{L}\p{M}\p{N}_.:-]+$/u

/** True where a post may hold the element; `name` in lower case. */
export function allowsElement(name: string): boolean {
  return elements.has(name)
}

/** True where an element of a post may have the attribute; both names in lower case. */
export function allowsAttribute(element: string, attribute: string): boolean {
  const own = elements.get(element)?.split(' ') ?? []
  return own.includes(attribute) || everywhere.split(' ').includes(attribute)
}

/** What `hast-util-sanitize` lets through; addresses are looked at once more apart from it. */
export const authorSchema: Schema = {
  ancestors: Object.fromEntries(
    'caption col colgroup tbody td tfoot th thead tr'.split(' ').map((name) => [name, ['table']]),
  ),
  attributes: {
    ...Object.fromEntries([...elements].map(([name, own]) => [name, properties(own)])),
    // Given by the engine to an author's element, whatever the author wrote.
    a: [...properties('href hreflang'), ['name', authorName], 'rel'],
    img: [...properties(elements.get('img') ?? ''), 'decoding', 'loading'],
    '*': [
      ...properties('dir lang title'),
      ['id', authorName],
      ['className', authorClass],
      ownerProperty,
    ],
  },
  clobber: ['id', 'name'],
  clobberPrefix: authorIdPrefix,
  protocols: {
    cite: ['http', 'https'],
    href: ['http', 'https', 'mailto'],
    src: ['http', 'https'],
  },
  required: {},
  strip: ['script', 'style', 'iframe', 'template', 'object', 'embed'],
  tagNames: [...elements.keys(), ...engineElements],
}

function properties(names: string): string[] {
  return names
    .split(' ')
    .filter((name) => name !== '')
    .map((name) => find(htmlSpace, name).property)
}
