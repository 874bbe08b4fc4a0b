/**
 * The elements that an item may hold, each with the attributes that mean something without a style
 * sheet or a script. An element that is not listed gives way to what it holds.
 */
export const itemElements: ReadonlyMap<string, readonly string[]> = new Map([
  ...names('p h1 h2 h3 h4 h5 h6 hr br wbr pre code kbd samp var'),
  ...names('em strong b i u s small mark sub sup cite dfn bdi ruby rt rp'),
  ...names('ul dl dt dd figure figcaption caption table thead tbody tfoot tr div'),
  ['blockquote', ['cite']],
  ['q', ['cite']],
  ['ins', ['cite', 'dateTime']],
  ['del', ['cite', 'dateTime']],
  ['time', ['dateTime']],
  ['data', ['value']],
  ['abbr', ['title']],
  ['ol', ['start', 'type', 'reversed']],
  ['li', ['value']],
  ['colgroup', ['span']],
  ['col', ['span']],
  ['th', ['colSpan', 'rowSpan', 'scope', 'align']],
  ['td', ['colSpan', 'rowSpan', 'align']],
  ['a', ['href', 'hrefLang', 'title']],
  ['img', ['src', 'alt', 'title', 'width', 'height']],
  ['audio', ['src', 'controls']],
  ['video', ['src', 'controls', 'poster', 'width', 'height']],
  ['source', ['src', 'type']],
  ['track', ['src', 'kind', 'srcLang', 'label']],
])

/** Attributes that any element may keep: which language its words are in, and which way they run. */
export const commonAttributes: readonly string[] = ['lang', 'dir']

/** Elements that go with everything in them: nothing there is for a reader of a feed. */
export const silentElements: ReadonlySet<string> = new Set(
  'script style template noscript iframe object embed applet form button select textarea datalist dialog canvas svg link meta base title head portal map area frame frameset'.split(
    ' ',
  ),
)

/** Attributes that hold an address. */
export const addressAttributes: ReadonlySet<string> = new Set(['href', 'src', 'cite', 'poster'])

/** Elements that begin a line of their own. */
export const blockElements: ReadonlySet<string> = new Set(
  'p h1 h2 h3 h4 h5 h6 hr pre ul ol li dl dt dd blockquote figure figcaption table div section article aside header footer main nav details summary'.split(
    ' ',
  ),
)

function names(list: string): [string, readonly string[]][] {
  return list.split(' ').map((name) => [name, []])
}
