import type { Position } from 'unist'
import { type Diagnostic, diagnose } from '../../model/diagnostic.ts'
import { type HtmlToken, htmlTokens } from '../../model/html-tokens.ts'
import {
  allowsAttribute,
  allowsElement,
  authorClass,
  authorName,
  ownerAttribute,
} from './author-schema.ts'

/** One piece of raw HTML: where it stands in the file. */
export interface HtmlPiece {
  readonly html: string
  readonly place: Position | undefined
  readonly file: string
}

/** A piece that holds nothing but whole tags that a post may hold, and what was taken out of it. */
export interface CleanHtml {
  readonly html: string
  /** The tags that are left, in order; each start tag carries its number, after the letter `t`. */
  readonly tags: readonly HtmlToken[]
  readonly findings: readonly Diagnostic[]
}

/** How many elements of each name the author has begun and not ended. */
export type OpenTags = Map<string, number>

/** Elements that go with all they hold: it is no text for readers. */
const goneWithContent = new Set('script style iframe noembed noframes'.split(' '))

/**
 * Takes out of raw HTML what a post may not hold, before a parser sees it: what is left can neither
 * leave a parser in the middle of a tag nor swallow what follows. Safety does not rest on this step,
 * since the parsed tree is sanitised; words do.
 *
 * @param firstTag the number that the piece's first tag gets
 * @param open what the pieces before it left open; brought up to date
 */
export function cleanHtml(piece: HtmlPiece, firstTag: number, open: OpenTags): CleanHtml {
  const tags: HtmlToken[] = []
  const findings: Diagnostic[] = []
  const kept: string[] = []
  const removed = new Set<string>()
  for (const token of htmlTokens(piece.html)) {
    const typed = piece.html.slice(token.start, token.end)
    if (token.kind === 'unfinished') findings.push(unfinished(piece, typed))
    if (isRefused(token) && !removed.has(token.name)) {
      removed.add(token.name)
      if (token.kind !== 'end') findings.push(removedElement(piece, token))
    }
    if (token.kind === 'start' && allowsElement(token.name)) {
      open.set(token.name, (open.get(token.name) ?? 0) + 1)
      const attributes = refusedAttributes(token)
      if (attributes.length > 0) findings.push(removedAttributes(piece, token.name, attributes))
      const number = firstTag + tags.push(token) - 1
      kept.push(ownedTag(token, typed, number))
    } else if (token.kind === 'end' && allowsElement(token.name)) {
      const count = open.get(token.name) ?? 0
      open.set(token.name, Math.max(0, count - 1))
      // It would end an element that was made from Markdown.
      if (count === 0) findings.push(strayEnd(piece, token.name))
      else kept.push(typed)
      if (count > 0) tags.push(token)
    } else kept.push(cleanToken(token, typed))
  }
  return { html: kept.join(''), tags, findings }
}

/** A start tag that says whose it is. Of two attributes with one name the first counts, so no author can forge it. */
function ownedTag(token: HtmlToken, typed: string, number: number): string {
  const rest = typed.slice(1 + token.name.length)
  return `<${token.name} ${ownerAttribute}="t${number}" ${rest}`
}

function cleanToken(token: HtmlToken, typed: string): string {
  switch (token.kind) {
    case 'text':
      // A reference that the end of the piece cuts off is text.
      return typed.replace(/&(?=[#\w]*$)/, '&amp;')
    case 'unfinished':
      return escaped(typed)
    case 'cdata':
      return escaped(typed.slice('<![CDATA['.length, -']]>'.length))
    case 'opaque':
      return goneWithContent.has(token.name)
        ? ''
        : escaped(typed.replace(/^<[^>]*>|<\/[^<]*$/g, ''))
    default:
      return ''
  }
}

function isRefused(token: HtmlToken): boolean {
  const isTag = token.kind === 'start' || token.kind === 'end' || token.kind === 'opaque'
  return isTag && !allowsElement(token.name)
}

function refusedAttributes(token: HtmlToken): string[] {
  const refused = token.attributes.filter(({ name, value }) => {
    if ((name === 'id' || name === 'name') && !authorName.test(value)) return true
    if (name !== 'class') return !allowsAttribute(token.name, name)
    return value.split(/\s+/).some((each) => each !== '' && !authorClass.test(each))
  })
  return [...new Set(refused.map(({ name }) => name))]
}

function escaped(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;')
}

function removedElement(piece: HtmlPiece, { kind, name }: HtmlToken): Diagnostic {
  const gone = kind === 'opaque' && goneWithContent.has(name)
  return diagnose('HT101', {
    message: gone
      ? `<${printable(name)}> was removed with what it holds: a post runs no code and embeds no other page.`
      : `<${printable(name)}> was removed and its words kept: a post may not hold this element.`,
    file: piece.file,
    place: piece.place,
    hint: gone
      ? 'Put code into the site’s own theme, or link to the page instead. To show the tag itself, set it between back-ticks.'
      : 'Say it in Markdown, or with an element for text such as <span> or <div>. To show the tag itself, set it between back-ticks.',
  })
}

function strayEnd(piece: HtmlPiece, name: string): Diagnostic {
  return diagnose('HT101', {
    message: `</${name}> was removed: it ends nothing that this text has begun in HTML.`,
    file: piece.file,
    place: piece.place,
    hint: `Take it away, or write <${name}> where the element begins.`,
  })
}

function removedAttributes(piece: HtmlPiece, name: string, attributes: string[]): Diagnostic {
  const names = attributes.map(printable).join(', ')
  return diagnose('HT102', {
    message: `Of <${name}> ${names} was removed: a post may not hold it.`,
    file: piece.file,
    place: piece.place,
    hint: attributes.includes('class')
      ? 'Give classes names that begin with u- and style them in the site’s own theme.'
      : 'How an essay looks and acts is the theme’s to say; leave the attribute out.',
  })
}

function unfinished(piece: HtmlPiece, typed: string): Diagnostic {
  const isComment = typed.startsWith('<!--')
  return diagnose('HT104', {
    message: isComment
      ? 'This comment is never closed; it is printed as it is, so that no words are lost.'
      : 'This tag is never closed; it is printed as it is.',
    file: piece.file,
    place: piece.place,
    hint: isComment
      ? 'Write --> where the comment ends.'
      : 'Write > where the tag ends; a blank line may not stand in a tag.',
  })
}

function printable(name: string): string {
  return name.replace(/[^!-~]/g, '?').slice(0, 40)
}
