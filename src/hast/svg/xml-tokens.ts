/** One piece of an XML text (XML 1.0, 5th edition). */
export type XmlToken =
  | { readonly kind: 'text'; readonly value: string }
  | {
      readonly kind: 'start'
      readonly name: string
      readonly attributes: readonly (readonly [name: string, value: string])[]
      readonly isEmpty: boolean
    }
  | { readonly kind: 'end'; readonly name: string }

const name = /[\p{L}_:][\p{L}\p{N}\p{M}_:.-]*/uy
const attribute = /\s+([\p{L}_:][\p{L}\p{N}\p{M}_:.-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/uy

/**
 * Cuts XML into elements and text; everything else (declarations, comments, instructions) is left out. References are
 * resolved where XML itself defines them; those of a document type stay as they are typed. What is no tag is text.
 * Linear.
 */
export function xmlTokens(xml: string): XmlToken[] {
  const tokens: XmlToken[] = []
  let at = 0
  while (at < xml.length) {
    const open = xml.indexOf('<', at)
    const end = open < 0 ? xml.length : open
    if (end > at) tokens.push({ kind: 'text', value: resolved(xml.slice(at, end)) })
    if (open < 0) break
    at = markup(xml, open, tokens)
  }
  return tokens
}

/** Reads what begins with `<`. @returns where it ends */
function markup(xml: string, open: number, tokens: XmlToken[]): number {
  const behind = (mark: string): number => {
    const found = xml.indexOf(mark, open)
    return found < 0 ? xml.length : found + mark.length
  }
  if (xml.startsWith('<!--', open)) return behind('-->')
  if (xml.startsWith('<?', open)) return behind('?>')
  if (xml.startsWith('<![CDATA[', open)) {
    const end = behind(']]>')
    tokens.push({ kind: 'text', value: xml.slice(open + 9, end).replace(/\]\]>$/, '') })
    return end
  }
  if (xml.startsWith('<!', open)) return doctypeEnd(xml, open)
  return tag(xml, open, tokens)
}

/** A document type may have declarations in brackets. */
function doctypeEnd(xml: string, open: number): number {
  const close = xml.indexOf('>', open)
  const bracket = xml.indexOf('[', open)
  if (close < 0) return xml.length
  if (bracket < 0 || bracket > close) return close + 1
  const subset = /\]\s*>/g
  subset.lastIndex = bracket
  return subset.test(xml) ? subset.lastIndex : xml.length
}

function tag(xml: string, open: number, tokens: XmlToken[]): number {
  const isEnd = xml[open + 1] === '/'
  name.lastIndex = open + (isEnd ? 2 : 1)
  const [found] = name.exec(xml) ?? []
  if (found === undefined) {
    tokens.push({ kind: 'text', value: '<' })
    return open + 1
  }
  let at = name.lastIndex
  const attributes: [string, string][] = []
  for (attribute.lastIndex = at; !isEnd; ) {
    const match = attribute.exec(xml)
    if (!match) break
    attributes.push([match[1] ?? '', resolved(match[2] ?? match[3] ?? '')])
    at = attribute.lastIndex
  }
  const close = xml.indexOf('>', at)
  if (close < 0) return xml.length
  const isEmpty = xml[close - 1] === '/'
  if (isEnd) tokens.push({ kind: 'end', name: found })
  else tokens.push({ kind: 'start', name: found, attributes, isEmpty })
  return close + 1
}

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

function resolved(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|([a-z]+));/gi,
    (typed, hex?: string, decimal?: string, word?: string) => {
      if (word !== undefined) return named[word] ?? typed
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      return code <= 0x10ffff ? String.fromCodePoint(code) : typed
    },
  )
}
