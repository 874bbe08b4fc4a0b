import type { Html } from 'mdast'
import type { Position } from 'unist'
import type { EssayLink } from '../model/essay.ts'
import { type HtmlToken, htmlTokens } from '../model/html-tokens.ts'
import type { SourcePath } from '../model/paths.ts'

/** Where HTML names what it links to or shows. */
const addressOf: Readonly<Record<string, { kind: EssayLink['kind']; attribute: string }>> = {
  a: { kind: 'link', attribute: 'href' },
  img: { kind: 'image', attribute: 'src' },
}

/**
 * The links and pictures of one piece of raw HTML. What their words are is judged where the piece is rendered, and so
 * is a picture of another site.
 */
export function linksInHtml(node: Html, source: SourcePath): readonly EssayLink[] {
  return htmlTokens(node.value).flatMap((token): EssayLink[] => {
    const names = token.kind === 'start' ? addressOf[token.name] : undefined
    const typed = token.attributes.find(({ name }) => name === names?.attribute)?.value
    if (!names || typed === undefined) return []
    const url = decoded(typed).trim()
    if (names.kind === 'image' && /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(url)) return []
    return [{ kind: names.kind, url, source, place: placeOf(token, node) }]
  })
}

/** Where a tag stands; lines are exact, columns where the piece does not stand in a list or a quote. */
function placeOf({ start, end }: HtmlToken, { value, position }: Html): Position | undefined {
  if (!position) return undefined
  const pointAt = (offset: number) => {
    const before = value.slice(0, offset).split('\n')
    const last = before.at(-1) ?? ''
    return {
      line: position.start.line + before.length - 1,
      column: (before.length === 1 ? position.start.column : 1) + last.length,
    }
  }
  return { start: pointAt(start), end: pointAt(end) }
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Without the character references that addresses are written with. */
function decoded(value: string): string {
  return value.replace(
    /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi,
    (all, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named[name.toLowerCase()] ?? all
      const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all
    },
  )
}
