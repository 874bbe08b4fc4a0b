/** One piece of raw HTML; offsets are UTF-16 code units into it. */
export interface HtmlToken {
  readonly kind:
    | 'text'
    | 'start'
    | 'end'
    /** Comments, declarations and processing instructions: nothing a reader sees. */
    | 'comment'
    /** `<![CDATA[…]]>`; what it holds is words. */
    | 'cdata'
    /** An element whose content is no markup, with its content and its end tag: `<script>…</script>`. */
    | 'opaque'
    /** What begins like a tag or a comment and never ends. */
    | 'unfinished'
  readonly start: number
  readonly end: number
  /** Lower case; empty for what has no name. */
  readonly name: string
  /** Attributes as they are typed, in order. */
  readonly attributes: readonly HtmlAttribute[]
}

export interface HtmlAttribute {
  /** Lower case. */
  readonly name: string
  /** Between its quotes, character references untouched. */
  readonly value: string
}

/** Elements whose content an HTML parser takes as it is, up to their end tag (HTML, 13.2.6.4). */
const opaque = new Set(
  'script style textarea title xmp iframe noembed noframes plaintext'.split(' '),
)

/**
 * Cuts raw HTML into tokens as an HTML tokenizer does (HTML, 13.2.5), so that each is whole. Linear.
 *
 * @param html one piece of raw HTML as Markdown gives it, which may end in the middle of a tag
 */
export function htmlTokens(html: string): HtmlToken[] {
  const tokens: HtmlToken[] = []
  // An end tag that was looked for in vain is not looked for again: the whole stays linear.
  const endless = new Set<string>()
  let at = 0
  while (at < html.length) {
    const token = tokenAt(html, at, endless)
    tokens.push(token)
    at = token.end
  }
  return tokens
}

function tokenAt(html: string, start: number, endless: Set<string>): HtmlToken {
  if (!/^<[a-z/!?]/i.test(html.slice(start, start + 2))) return textAt(html, start)
  if (html.startsWith('<![CDATA[', start)) return upTo(html, start, 'cdata', ']]>')
  if (html.startsWith('<!--', start)) return comment(html, start)
  if (/[!?]/.test(html[start + 1] ?? '')) return upTo(html, start, 'comment', '>')
  // An HTML parser would throw away all up to the next `>`; nobody who types this means that.
  if (!/^<\/?[a-z]/i.test(html.slice(start, start + 3)))
    return token('unfinished', start, start + 2)
  return tagAt(html, start, endless)
}

function textAt(html: string, start: number): HtmlToken {
  const next = /<[a-z/!?]/gi
  next.lastIndex = start + 1
  return token('text', start, next.exec(html)?.index ?? html.length)
}

function comment(html: string, start: number): HtmlToken {
  const end = /(?<=^<!--)-?>|--!?>/g
  const found = end.exec(html.slice(start))
  return found
    ? token('comment', start, start + found.index + found[0].length)
    : token('unfinished', start, html.length)
}

function upTo(html: string, start: number, kind: 'cdata' | 'comment', end: string): HtmlToken {
  const found = html.indexOf(end, start)
  return found < 0
    ? token('unfinished', start, html.length)
    : token(kind, start, found + end.length)
}

function tagAt(html: string, start: number, endless: Set<string>): HtmlToken {
  const closes = html[start + 1] === '/'
  const nameStart = start + (closes ? 2 : 1)
  const nameEnd = indexFrom(html, nameStart, /[\t\n\f\r />]/g)
  const name = html.slice(nameStart, nameEnd).toLowerCase()
  const { end, attributes } = attributesFrom(html, nameEnd)
  if (end < 0) return { kind: 'unfinished', start, end: html.length, name, attributes: [] }
  const kind = closes ? 'end' : 'start'
  if (closes || !opaque.has(name) || endless.has(name))
    return { kind, start, end, name, attributes }
  const endTag = indexFrom(html, end, new RegExp(`</${name}(?=[\\t\\n\\f\\r />])`, 'gi'))
  const opaqueEnd = html.indexOf('>', endTag) + 1
  if (opaqueEnd > 0) return { kind: 'opaque', start, end: opaqueEnd, name, attributes }
  endless.add(name)
  return { kind, start, end, name, attributes }
}

/** Reads attributes up to the `>` of a tag; `end` is -1 where there is none. */
function attributesFrom(html: string, from: number): { end: number; attributes: HtmlAttribute[] } {
  const attributes: HtmlAttribute[] = []
  let at = from
  for (;;) {
    at = indexFrom(html, at, /[^\t\n\f\r /]/g)
    if (at >= html.length) return { end: -1, attributes }
    if (html[at] === '>') return { end: at + 1, attributes }
    // An equals sign in first place is part of the name.
    const nameEnd = indexFrom(html, at + 1, /[\t\n\f\r />=]/g)
    const name = html.slice(at, nameEnd).toLowerCase()
    at = indexFrom(html, nameEnd, /[^\t\n\f\r ]/g)
    if (html[at] !== '=') {
      attributes.push({ name, value: '' })
      continue
    }
    at = indexFrom(html, at + 1, /[^\t\n\f\r ]/g)
    const quote = html[at] === '"' || html[at] === "'" ? html[at] : undefined
    const valueStart = quote ? at + 1 : at
    const valueEnd = quote
      ? html.indexOf(quote, valueStart)
      : indexFrom(html, valueStart, /[\t\n\f\r >]/g)
    if (valueEnd < 0) return { end: -1, attributes }
    attributes.push({ name, value: html.slice(valueStart, valueEnd) })
    at = quote ? valueEnd + 1 : valueEnd
  }
}

/** Where a pattern (with the flag `g`) first matches from an offset on; the length where it does not. */
function indexFrom(html: string, from: number, pattern: RegExp): number {
  pattern.lastIndex = from
  return pattern.exec(html)?.index ?? html.length
}

function token(kind: HtmlToken['kind'], start: number, end: number): HtmlToken {
  return { kind, start, end, name: '', attributes: [] }
}
