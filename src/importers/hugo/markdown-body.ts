import { linesOf } from '../../syntax/lines.ts'
import { findCode, type IsCode } from '../code-ranges.ts'
import { type Edit, withEdits } from '../edits.ts'
import { givenIds } from '../heading-ids.ts'
import type { ImportProblem } from '../imported.ts'
import { leadElsewhere } from '../link-destinations.ts'
import { withoutSummaryMarks } from '../summary-mark.ts'
import { findShortcodes } from './shortcodes.ts'
import { turnShortcodes } from './turn-shortcodes.ts'

/** What turning a body needs of the site around it. */
export interface BodyContext {
  readonly file: string
  /** How the post is linked to that a `ref` names. */
  readonly linkTo: (ref: string) => string | undefined
  /** Where a link leads now; undefined where it stays as it is. */
  readonly lead: (address: string) => string | undefined
}

/**
 * Hugo's Markdown as Ibid's: shortcodes, the mark of the summary, attributes, links to files.
 *
 * @param text the whole file
 * @param start where its Markdown begins
 */
export function markdownBody(
  text: string,
  start: number,
  context: BodyContext,
): { readonly body: string; readonly problems: readonly ImportProblem[] } {
  const found = findShortcodes(text, start)
  const isCode = findCode(context.file, withoutHighlights(text, start), start)
  if (typeof isCode !== 'function') return { body: text.slice(start), problems: [isCode] }
  const { edits, remarks } = turnShortcodes(text, found, { isCode, linkTo: context.linkTo })
  const headings = givenIds(text, start, isCode)
  const lead = (address: string): string | undefined =>
    address.startsWith('#') ? leadInside(address, headings.ids) : context.lead(address)
  const all = [
    ...edits,
    ...headings.edits,
    ...withoutSummaryMarks(text, start, isCode),
    ...attributeLines(text, start, isCode),
    ...fenceAttributes(text, start, isCode),
    ...leadElsewhere(text, start, isCode, (address) =>
      address.includes('{{') ? undefined : lead(address),
    ),
  ]
  const { positionOf } = linesOf(text)
  return {
    body: withEdits(text, all).slice(start),
    problems: remarks.map(({ start: from, end, message, hint }) => ({
      kind: 'problem',
      file: context.file,
      place: positionOf(from, end),
      message,
      hint,
    })),
  }
}

function leadInside(address: string, ids: ReadonlyMap<string, string>): string | undefined {
  const id = ids.get(address.slice(1))
  return id === undefined ? undefined : `#${id}`
}

/** The text with what stands in `highlight` as letters, so that no fence or indentation in it counts. */
function withoutHighlights(text: string, start: number): string {
  const pattern =
    /\{\{[<%]\s*highlight\b[^}]{0,500}[>%]\}\}(?:(?!\{\{[<%]\s*\/\s*highlight)[\s\S]){0,100000}\{\{[<%]\s*\/\s*highlight\s*[>%]\}\}/g
  if (!/\{\{[<%]\s*highlight\b/.test(text)) return text
  return (
    text.slice(0, start) + text.slice(start).replace(pattern, (code) => code.replace(/[^\n]/g, 'x'))
  )
}

/** Lines of attributes. */
function attributeLines(text: string, start: number, isCode: IsCode): readonly Edit[] {
  const pattern = /^[ \t]*\{[ \t]*[.#][\w-][^{}\n]*\}[ \t]*(?:\r?\n|$)/gm
  return [...text.slice(start).matchAll(pattern)]
    .map(({ 0: line, index }) => ({
      start: start + index,
      end: start + index + line.length,
      insert: '',
    }))
    .filter((edit) => !isCode(edit.start + 4))
}

/** ```` ```go {hl_lines=["2-3"],linenos=true} ````: the lines to mark stay, the rest is the theme’s. */
function fenceAttributes(text: string, start: number, isCode: IsCode): readonly Edit[] {
  const edits: Edit[] = []
  for (const match of text
    .slice(start)
    .matchAll(/^([ \t>]*(?:`{3,}|~{3,})[ \t]*[\w+#.-]+)[ \t]*\{([^}\n]*)\}[ \t]*$/gm)) {
    const [line, head = '', inside = ''] = match
    const at = start + match.index
    const fence = at + head.search(/[`~]/)
    if (!/[=\w]/.test(inside) || /^[\d,\s-]+$/.test(inside)) continue
    if (!isCode(fence) || (fence > 0 && isCode(fence - 1))) continue
    const lines = /hl_?lines\s*=\s*(\[[^\]]*\]|"[^"]*"|[\d-]+)/i.exec(inside)?.[1] ?? ''
    const wanted = lines.match(/\d+(?:-\d+)?/g) ?? []
    const insert = wanted.length === 0 ? '' : ` {${wanted.join(',')}}`
    edits.push({ start: at + head.length, end: at + line.length, insert })
  }
  return edits
}
