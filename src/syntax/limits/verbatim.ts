import { matchAt } from './containers.ts'

/** Lines in which nothing is Markdown: a block of code, or of HTML that only its own end closes. */
export interface Verbatim {
  /** How many containers it stands in. A line that leaves one of them ends it. */
  readonly depth: number
  /**
   * Whether a line is its last one.
   *
   * @param rest the line without the marks of containers and its indentation
   * @param indent how many columns that was
   */
  readonly isLastLine: (rest: string, indent: number) => boolean
}

const fence = /`{3,}(?=[^`\r\n]*(?:[\r\n]|$))|~{3,}/y
const rawHtml = /<(?:!--|\?|!\[CDATA\[|(?:script|pre|style|textarea)(?=[\s>]))/iy

const htmlEnds: readonly (readonly [start: string, end: RegExp])[] = [
  ['<!--', /-->/],
  ['<?', /\?>/],
  ['<![cdata[', /\]\]>/],
]

/**
 * What opens at an offset: fenced code (CommonMark 0.31.2, 4.5), or HTML of the kinds 1, 2, 3 and 5 (4.6).
 *
 * @param end where the line ends
 */
export function openVerbatim(
  text: string,
  offset: number,
  end: number,
  depth: number,
): Verbatim | undefined {
  const opening = matchAt(fence, text, offset)
  if (opening !== undefined) {
    const closing = new RegExp(`^${opening.charAt(0)}{${opening.length},}[ \\t]*$`)
    return { depth, isLastLine: (rest, indent) => indent <= 3 && closing.test(rest) }
  }
  const tag = matchAt(rawHtml, text, offset)?.toLowerCase()
  if (tag === undefined) return undefined
  const closing =
    htmlEnds.find(([start]) => start === tag)?.[1] ?? /<\/(?:script|pre|style|textarea)>/i
  const sameLine = text.slice(offset + tag.length, end)
  return closing.test(sameLine) ? undefined : { depth, isLastLine: (rest) => closing.test(rest) }
}
