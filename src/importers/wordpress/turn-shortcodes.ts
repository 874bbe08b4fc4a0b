import { callTag } from '../html-to-markdown/note-shelf.ts'
import { bracketPairs } from './bracket-pairs.ts'
import { type ShortcodeTag, shortcodeAttributes, shortcodeTags } from './shortcode-tags.ts'

/** What shortcodes need of a blog, and what becomes of what they say. */
export interface ShortcodeContext {
  /** Keeps the text of a note, HTML with shortcodes turned. @returns its label */
  readonly keepNote: (html: string) => string
  /** Notes that have a name, by it. */
  readonly named: Map<string, string>
  /** Tells of what stays as it is. @param offset where it stands in the text of the post */
  readonly tell: (message: string, offset: number, hint?: string) => void
  /** HTML of a picture of the media library; undefined where the export does not have it. */
  readonly picture: (id: string) => string | undefined
  /** The pictures that were uploaded to the post. */
  readonly ownPictures: () => readonly string[]
}

const noteNames = new Set(
  'efn_note mfn modern_footnote ref footnote fn note_ref sidenote zp_footnote'.split(' '),
)
/** Where plugins print their lists of notes: Ibid has its own place for them. */
const noteLists = new Set(
  'footnotes references reflist footnotes_list display_footnotes footnotes_area efn_notes'.split(
    ' ',
  ),
)
const codeNames = new Set(
  'code sourcecode source bash css cpp csharp diff html java javascript js php python ruby sql xml'.split(
    ' ',
  ),
)
const deepest = 3

/**
 * Turns WordPress' own shortcodes, those of code, and notes of plugins (Easy Footnotes, Modern Footnotes,
 * Footnotes, Simple Footnotes) into HTML with `ibid-note-call` elements. Others stay as they are, and are told of.
 *
 * @param offset where the text begins in the text of the post
 */
export function turnShortcodes(
  html: string,
  context: ShortcodeContext,
  offset = 0,
  depth = 0,
): string {
  const tags = depth > deepest ? [] : shortcodeTags(html)
  if (tags.length === 0) return html
  const closings = closingsOf(tags)
  const brackets = tags.some(({ name }) => name === '((') ? bracketPairs(html) : new Map()
  const lastEnds = new Map<string, number>()
  const where: Where = { html, closings, brackets, lastEnds, context, offset, depth }
  const out: string[] = []
  let from = 0
  for (const tag of tags) {
    if (tag.start < from) continue
    const made = turned(tag, where)
    if (!made) continue
    out.push(html.slice(from, tag.start), made.html)
    from = made.end
  }
  return out.join('') + html.slice(from)
}

/** What a tag was turned into, and where the text goes on. */
interface Turned {
  readonly html: string
  readonly end: number
}

interface Where {
  readonly html: string
  readonly closings: ReadonlyMap<string, readonly ShortcodeTag[]>
  readonly brackets: ReadonlyMap<number, number>
  /** Where tags that end code stand last: looked for once, or many beginnings without an end would take long. */
  readonly lastEnds: Map<string, number>
  readonly context: ShortcodeContext
  readonly offset: number
  readonly depth: number
}

function closingsOf(tags: readonly ShortcodeTag[]): Map<string, ShortcodeTag[]> {
  const closings = new Map<string, ShortcodeTag[]>()
  for (const tag of tags) {
    if (!tag.closes || tag.escaped) continue
    const known = closings.get(tag.name)
    if (known) known.push(tag)
    else closings.set(tag.name, [tag])
  }
  return closings
}

function turned(tag: ShortcodeTag, where: Where): Turned | undefined {
  const { html, context, offset } = where
  if (tag.escaped) return { html: html.slice(tag.start + 1, tag.end - 1), end: tag.end }
  if (tag.name === '((') return doubleBrackets(tag, where)
  if (noteLists.has(tag.name)) return { html: '', end: tag.end }
  if (tag.closes) return undefined
  if (codeNames.has(tag.name)) return codeBlock(tag, where)
  const close = tag.alone ? undefined : closingOf(tag, where)
  const inner = close ? html.slice(tag.end, close.start) : ''
  const end = close?.end ?? tag.end
  if (noteNames.has(tag.name)) return noteOf(tag, inner, end, where)
  const simple = simpleShortcode(tag, inner, context)
  if (simple !== undefined) return { html: turnInner(simple, tag, where), end }
  if (isShortcode(tag, close))
    context.tell(
      `The shortcode [${tag.name}] means nothing to Ibid; it stays in the text as it is.`,
      offset + tag.start,
      'Write in Markdown what it showed, or take it out.',
    )
  return undefined
}

/** What a shortcode holds may hold notes of its own. */
function turnInner(html: string, tag: ShortcodeTag, where: Where): string {
  return turnShortcodes(html, where.context, where.offset + tag.start, where.depth + 1)
}

function closingOf(tag: ShortcodeTag, { closings }: Where): ShortcodeTag | undefined {
  const found = closings.get(tag.name) ?? []
  let low = 0
  let high = found.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((found[middle]?.start ?? 0) < tag.end) low = middle + 1
    else high = middle
  }
  return found[low]
}

function noteOf(tag: ShortcodeTag, inner: string, end: number, where: Where): Turned | undefined {
  const { context, offset } = where
  const name = shortcodeAttributes(tag.rest).get('name')
  const known = name === undefined ? undefined : context.named.get(name)
  if (inner.replace(/<[^>]*>|&nbsp;|\s+/g, '') === '') {
    if (known !== undefined) return { html: callTag(known), end }
    context.tell(
      `[${tag.name}] calls a note that has no text; it stays in the text as it is.`,
      offset + tag.start,
    )
    return undefined
  }
  const label = context.keepNote(turnShortcodes(inner, context, offset + tag.end, where.depth + 1))
  if (name !== undefined && known === undefined) context.named.set(name, label)
  return { html: callTag(label), end }
}

/** `((a note))`; brackets in brackets of a formula or of code are none. */
function doubleBrackets(tag: ShortcodeTag, where: Where): Turned | undefined {
  const { html, brackets, context, offset } = where
  const end = brackets.get(tag.start)
  if (end === undefined || brackets.get(tag.start + 1) !== end - 1) return undefined
  const inner = html.slice(tag.end, end - 1)
  const words = inner.replace(/<[^>]*>/g, ' ')
  if (!/\p{L}[^\S\u00a0]|\p{P}\s|https?:/u.test(words.trim())) return undefined
  const label = context.keepNote(turnShortcodes(inner, context, offset + tag.end, where.depth + 1))
  return { html: callTag(label), end: end + 1 }
}

function codeBlock(tag: ShortcodeTag, { html, lastEnds }: Where): Turned | undefined {
  const close = `[/${tag.name}]`
  const last = lastEnds.get(close) ?? html.lastIndexOf(close)
  lastEnds.set(close, last)
  if (last < tag.end) return undefined
  const end = html.indexOf(close, tag.end)
  const attributes = shortcodeAttributes(tag.rest)
  const named = attributes.get('language') ?? attributes.get('lang')
  const own = /^(?:code|sourcecode|source)$/.test(tag.name) ? attributes.get('0') : tag.name
  const language = (named ?? own ?? '').replace(/[^\w+#.-]/g, '')
  const value = html
    .slice(tag.end, end)
    .replace(/^\s*?\n|\s+$/g, '')
    .replaceAll('<', '&lt;')
  const lang = language === '' ? '' : ` class="language-${language}"`
  return { html: `<pre><code${lang}>${value}</code></pre>`, end: end + tag.name.length + 3 }
}

/** WordPress' own shortcodes as HTML; undefined for others. */
function simpleShortcode(
  { name, rest }: ShortcodeTag,
  inner: string,
  context: ShortcodeContext,
): string | undefined {
  const attributes = shortcodeAttributes(rest)
  switch (name) {
    case 'caption':
    case 'wp_caption':
      return captioned(inner, attributes.get('caption'))
    case 'gallery':
      return gallery(attributes, context)
    case 'embed':
    case 'youtube':
    case 'vimeo':
    case 'tweet':
    case 'audio':
    case 'video':
    case 'soundcloud':
      return linked(name, attributes, inner)
    default:
      return undefined
  }
}

function captioned(inner: string, caption: string | undefined): string {
  const picture = /^\s*(?:<a\b[^>]*>\s*)?<img\b[^>]*>(?:\s*<\/a>)?/i.exec(inner)?.[0] ?? ''
  const words = inner.slice(picture.length).trim() || (caption ?? '')
  return picture === ''
    ? inner
    : `<figure>${picture.trim()}<figcaption>${words}</figcaption></figure>`
}

function gallery(
  attributes: ReadonlyMap<string, string>,
  context: ShortcodeContext,
): string | undefined {
  const typed = attributes.get('ids') ?? attributes.get('include')
  const ids = typed?.match(/\d+/g) ?? context.ownPictures()
  const pictures = ids.map((id) => context.picture(id))
  if (pictures.length === 0 || pictures.includes(undefined)) return undefined
  return `<figure class="wp-block-gallery">${pictures.join('')}</figure>`
}

function linked(
  name: string,
  attributes: ReadonlyMap<string, string>,
  inner: string,
): string | undefined {
  const words = [...attributes.values(), inner.replace(/<[^>]*>/g, '').trim()]
  const film = attributes.get('0') ?? ''
  const address =
    words.map((word) => word.replace(/^=/, '')).find((word) => /^https?:\/\//i.test(word)) ??
    (name === 'vimeo' && /^\d+$/.test(film) ? `https://vimeo.com/${film}` : undefined)
  if (address === undefined) return undefined
  const href = address.replaceAll('&amp;', '&').replaceAll('&', '&amp;').replaceAll('"', '%22')
  return `<p><a href="${href}">${href.replaceAll('<', '&lt;')}</a></p>`
}

/** Words in brackets are only told of where nobody would write them so: `[sic]` is none. */
function isShortcode(tag: ShortcodeTag, close: ShortcodeTag | undefined): boolean {
  return (
    close !== undefined ||
    tag.alone ||
    /[_-]/.test(tag.name) ||
    /^[\w-]+\s*=/.test(tag.rest) ||
    /^(?:gallery|playlist|embed|audio|video|youtube|vimeo|toc|latex|poll|quiz)$/.test(tag.name)
  )
}
