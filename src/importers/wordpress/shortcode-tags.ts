import { htmlTokens } from '../../model/html-tokens.ts'

/** One tag of a shortcode, or the start of a note in double brackets; offsets are UTF-16 code units. */
export interface ShortcodeTag {
  readonly start: number
  readonly end: number
  /** Lower case; `((` for the note in double brackets. */
  readonly name: string
  readonly closes: boolean
  /** `[name /]`. */
  readonly alone: boolean
  /** `[[name]]`, which WordPress prints as `[name]`. */
  readonly escaped: boolean
  /** What stands behind the name. */
  readonly rest: string
}

const shape =
  /\(\(|(\[?)\[(\/?)([a-z][\w-]{0,60})((?:[\s=:/](?:"[^"]{0,2000}"|'[^']{0,2000}'|[^\][<"']){0,200})?)\](\]?)/gi

/** The tags of shortcodes in a text, those in code and in tags of HTML left out, in order. */
export function shortcodeTags(html: string): ShortcodeTag[] {
  const places = wordRanges(html)
  const tags: ShortcodeTag[] = []
  let range = 0
  for (const found of html.matchAll(shape)) {
    while (range < places.length && (places[range]?.end ?? 0) <= found.index) range++
    if (found.index < (places[range]?.start ?? Number.POSITIVE_INFINITY)) continue
    const [typed, before = '', slash = '', name = '((', rest = '', after = ''] = found
    const escaped = before === '[' && after === ']'
    const start = found.index + (before === '[' && !escaped ? 1 : 0)
    const end = found.index + typed.length - (after === ']' && !escaped ? 1 : 0)
    const words = rest.trim()
    tags.push({
      start,
      end,
      name: name.toLowerCase(),
      closes: slash === '/',
      alone: words.endsWith('/'),
      escaped,
      rest: words.replace(/\/$/, '').trim(),
    })
  }
  return tags
}

/** Where a text has words, and no tags and code. */
function wordRanges(html: string): { start: number; end: number }[] {
  const ranges: { start: number; end: number }[] = []
  let code = 0
  for (const token of htmlTokens(html)) {
    if (/^(?:pre|code|kbd|samp)$/.test(token.name) && token.kind !== 'unfinished')
      code = Math.max(0, code + (token.kind === 'start' ? 1 : -1))
    else if (token.kind === 'text' && code === 0) ranges.push(token)
  }
  return ranges
}

/** The attributes of a shortcode; values without a name are counted from 0. Names are lower case. */
export function shortcodeAttributes(rest: string): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>()
  let position = 0
  const part = /([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))|"([^"]*)"|(\S+)/g
  for (const [, name, double, single, bare, quoted, word] of rest.matchAll(part)) {
    const value = double ?? single ?? bare ?? quoted ?? word ?? ''
    attributes.set(name === undefined ? String(position++) : name.toLowerCase(), value)
  }
  return attributes
}
