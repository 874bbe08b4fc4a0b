import type { ExportChannel, ExportItem, ExportTerm, ExportText } from './export-item.ts'

/** Puts items together from the parts of the XML, in the order of the file. */
export interface ExportBuilder {
  /** @param at behind the tag */
  readonly open: (
    name: string,
    attributes: Readonly<Record<string, string>>,
    at: { readonly line: number; readonly column: number },
  ) => void
  /** @param text all of a text or one of its parts */
  readonly words: (text: string, cdata: boolean) => void
  readonly close: (name: string) => void
  readonly channel: () => ExportChannel
}

const itemTexts = new Set(
  'title link guid dc:creator content:encoded excerpt:encoded wp:post_id wp:post_date wp:post_date_gmt wp:post_name wp:status wp:post_parent wp:post_type wp:post_password wp:is_sticky wp:attachment_url'.split(
    ' ',
  ),
)
const channelTexts = new Set(
  'title link description language wp:wxr_version wp:base_site_url wp:base_blog_url'.split(' '),
)
/** The most UTF-16 units of one text: more than a post may have. */
const mostText = 4 * 1024 * 1024

interface Reading {
  readonly line: number
  readonly texts: Map<string, ExportText>
  readonly terms: ExportTerm[]
  readonly meta: Map<string, string>
  comments: number
  tooLong: boolean
  metaKey: string
  metaValue: string
  comment: Map<string, string>
}

interface Leaf {
  text: string
  readonly line: number
  column: number
  readonly attributes: Readonly<Record<string, string>>
  tooLong: boolean
}

/** @param content whether texts of posts are kept @param found called with each item */
export function exportBuilder(content: boolean, found: (item: ExportItem) => void): ExportBuilder {
  const path: string[] = []
  const texts = new Map<string, string>()
  const authors = new Map<string, string>()
  let author = new Map<string, string>()
  let item: Reading | undefined
  let leaf: Leaf | undefined

  const closeInItem = (
    reading: Reading,
    name: string,
    { text, line, column, attributes }: Leaf,
  ): void => {
    const parent = path[3]
    if (path.length === 4 && name === 'category')
      reading.terms.push({
        domain: detached(attributes.domain ?? 'category'),
        slug: detached(attributes.nicename ?? ''),
        name: detached(text.trim()),
      })
    else if (path.length === 4 && itemTexts.has(name) && (content || name !== 'content:encoded'))
      reading.texts.set(name, { text: content ? text : detached(text), line, column })
    else if (path.length === 5 && name === 'wp:meta_key') reading.metaKey = detached(text.trim())
    else if (path.length === 5 && name === 'wp:meta_value')
      reading.metaValue = content ? text : detached(text)
    else if (path.length === 5 && parent === 'wp:comment') reading.comment.set(name, text.trim())
  }
  const closeGroup = (reading: Reading, name: string): void => {
    if (name === 'wp:postmeta') {
      if (reading.metaKey !== '' && reading.metaValue.length <= mostText)
        reading.meta.set(reading.metaKey, reading.metaValue)
      reading.metaKey = ''
      reading.metaValue = ''
    }
    if (name === 'wp:comment') {
      const type = reading.comment.get('wp:comment_type') ?? ''
      if (reading.comment.get('wp:comment_approved') === '1' && !/ping|track/.test(type))
        reading.comments++
      reading.comment = new Map()
    }
  }
  const closeAuthor = (): void => {
    const login = author.get('wp:author_login') ?? ''
    const names = ['wp:author_first_name', 'wp:author_last_name'].map(
      (key) => author.get(key) ?? '',
    )
    const shown = author.get('wp:author_display_name') || names.join(' ').trim() || login
    if (login !== '') authors.set(login, shown)
    author = new Map()
  }

  return {
    open: (name, attributes, at) => {
      path.push(name)
      leaf = { text: '', line: at.line, column: at.column, attributes, tooLong: false }
      if (name === 'item' && path.length === 3) item = emptyItem(at.line)
    },
    words: (text, cdata) => {
      if (!leaf || leaf.tooLong) return
      if (leaf.text === '' && cdata) leaf.column += '<![CDATA['.length
      leaf.tooLong = leaf.text.length + text.length > mostText
      leaf.text = leaf.tooLong ? '' : leaf.text + text
      if (leaf.tooLong && item) item.tooLong = true
    },
    close: (name) => {
      if (item && leaf) closeInItem(item, name, leaf)
      else if (leaf && path.length === 3 && channelTexts.has(name) && !texts.has(name))
        texts.set(name, detached(leaf.text.trim()))
      else if (leaf && path[2] === 'wp:author') author.set(name, detached(leaf.text.trim()))
      if (item && path.length === 4) closeGroup(item, name)
      if (name === 'wp:author' && path.length === 3) closeAuthor()
      if (name === 'item' && item && path.length === 3) {
        found(item)
        item = undefined
      }
      path.pop()
      leaf = undefined
    },
    channel: () => ({ texts, authors }),
  }
}

/** The same text apart from the piece of the file that it was cut from, which it would keep in memory. */
function detached(text: string): string {
  return JSON.parse(JSON.stringify(text))
}

function emptyItem(line: number): Reading {
  return {
    line,
    texts: new Map(),
    terms: [],
    meta: new Map(),
    comments: 0,
    tooLong: false,
    metaKey: '',
    metaValue: '',
    comment: new Map(),
  }
}
