/** One tag or output of Liquid as it stands in a text. */
export interface LiquidPart {
  readonly kind: 'tag' | 'output'
  /** The name of a tag; `''` for an output. */
  readonly name: string
  /** What stands behind the name, or the whole expression. */
  readonly words: string
  /** UTF-16 offsets in the text. */
  readonly start: number
  readonly end: number
  /** Of a tag that holds text: where that begins and ends. */
  readonly inner?: { readonly start: number; readonly end: number } | undefined
}

/** Tags whose text is not read as Liquid, with what ends them. */
const holders = new Set(['raw', 'highlight', 'comment'])
/** After so many that never end the rest is text, so that no text takes long. */
const mostUnclosed = 200
/** The longest part. */
const mostLength = 8000

/** Finds the parts of Liquid in a text, in their order. What stands in `raw`, `highlight` and `comment` is not looked at. */
export function findLiquid(text: string, from: number): readonly LiquidPart[] {
  const found: LiquidPart[] = []
  const opener = /\{[{%]/g
  opener.lastIndex = from
  let unclosed = 0
  for (
    let match = opener.exec(text);
    match && unclosed <= mostUnclosed;
    match = opener.exec(text)
  ) {
    const part = readPart(text, match.index)
    if (!part) {
      unclosed++
      continue
    }
    found.push(part)
    opener.lastIndex = part.end
  }
  return found
}

function readPart(text: string, start: number): LiquidPart | undefined {
  const isTag = text[start + 1] === '%'
  const close = isTag ? '%}' : '}}'
  const end = text.indexOf(close, start + 2)
  if (end < 0 || end - start > mostLength) return undefined
  const inside = text
    .slice(start + 2, end)
    .replace(/^-|-$/g, '')
    .trim()
  if (!isTag) return { kind: 'output', name: '', words: inside, start, end: end + 2 }
  const [, name = '', words = ''] = /^([\w#]+)([\s\S]*)$/.exec(inside) ?? []
  const part = { kind: 'tag', name, words: words.trim(), start, end: end + 2 } as const
  return holders.has(name) ? withInner(text, part) : part
}

function withInner(text: string, part: LiquidPart): LiquidPart | undefined {
  const closing = new RegExp(`\\{%-?\\s*end${part.name}\\s*-?%\\}`, 'g')
  closing.lastIndex = part.end
  const match = closing.exec(text)
  if (!match) return undefined
  const inner = { start: part.end, end: match.index }
  return { ...part, inner, end: match.index + match[0].length }
}
