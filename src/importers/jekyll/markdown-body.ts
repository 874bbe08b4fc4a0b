import { linesOf } from '../../syntax/lines.ts'
import { findCode, withinRanges } from '../code-ranges.ts'
import { type Edit, withEdits } from '../edits.ts'
import { givenIds } from '../heading-ids.ts'
import { htmlToMarkdown } from '../html-to-markdown.ts'
import type { ImportProblem } from '../imported.ts'
import { leadElsewhere } from '../link-destinations.ts'
import { withoutSummaryMarks } from '../summary-mark.ts'
import { type KramdownParts, kramdownParts } from './kramdown.ts'
import { findLiquid, type LiquidPart } from './liquid.ts'
import { type LiquidContext, turnLiquid } from './turn-liquid.ts'

/** What Jekyll’s Markdown comes to. */
export interface JekyllBody {
  readonly body: string
  readonly problems: readonly ImportProblem[]
  /** What the text says of the post beside its words; absent where it is over a limit. */
  readonly parts: Pick<KramdownParts, 'abbreviations' | 'toc' | 'math'> | undefined
}

/**
 * Liquid and kramdown as Ibid’s Markdown.
 *
 * @param text the whole file
 * @param start where its Markdown begins
 * @param lead where a link leads now; undefined where it stays as it is
 */
export function markdownBody(
  file: string,
  text: string,
  start: number,
  context: LiquidContext & { readonly lead: (address: string) => string | undefined },
): JekyllBody {
  const liquid = findLiquid(text, start)
  const isCode = findCode(file, withoutHeld(text, liquid), start)
  if (typeof isCode !== 'function')
    return { body: text.slice(start), problems: [isCode], parts: undefined }
  const turned = turnLiquid(text, liquid, context)
  const held = withinRanges(
    liquid.flatMap(({ inner, start: from, end }) => (inner ? [[from, end] as const] : [])),
  )
  const isHeld = (offset: number) => isCode(offset) || held(offset)
  const kramdown = kramdownParts(text, start, isHeld)
  const headings = givenIds(text, start, isHeld)
  const edits: readonly Edit[] = [
    ...turned.edits,
    ...headings.edits,
    ...kramdown.edits,
    ...withoutSummaryMarks(text, start, isHeld),
    ...leadElsewhere(text, start, isHeld, (address) => {
      if (/\{[{%]/.test(address)) return undefined
      const id = headings.ids.get(address.slice(1))
      return address.startsWith('#') ? id && `#${id}` : context.lead(address)
    }),
  ]
  const { positionOf } = linesOf(text)
  const problems = [...turned.remarks, ...kramdown.remarks].map(
    (remark): ImportProblem => ({
      kind: 'problem',
      file,
      place: positionOf(remark.start, remark.end),
      message: remark.message,
      hint: remark.hint,
    }),
  )
  return { body: withEdits(text, edits).slice(start), problems, parts: kramdown }
}

/**
 * A post in HTML as Markdown.
 *
 * @param text the whole file
 * @param start where its HTML begins
 */
export function htmlBody(
  file: string,
  text: string,
  start: number,
  context: LiquidContext,
): JekyllBody {
  const { edits, remarks } = turnLiquid(text, findLiquid(text, start), context)
  const { markdown, losses } = htmlToMarkdown(withEdits(text, edits).slice(start))
  const { positionOf } = linesOf(text)
  const problems = [
    ...remarks.map((remark) => ({ ...remark, place: positionOf(remark.start, remark.end) })),
    ...losses.map((loss) => ({ ...loss, place: undefined })),
  ].map(
    ({ place, message, hint }): ImportProblem => ({ kind: 'problem', file, place, message, hint }),
  )
  return { body: markdown, problems, parts: undefined }
}

/** The text with what `highlight` and `comment` hold as letters, so that no fence or indentation in it counts. */
function withoutHeld(text: string, liquid: readonly LiquidPart[]): string {
  const edits = liquid.flatMap(({ name, inner }) =>
    inner && name !== 'raw'
      ? [{ ...inner, insert: text.slice(inner.start, inner.end).replace(/[^\n]/g, 'x') }]
      : [],
  )
  return withEdits(text, edits)
}
