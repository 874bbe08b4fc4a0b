import { indentOf, isAtEnd, type LineCursor, take } from './line-cursor.ts'

/** A block that holds others, as far as depth is concerned. */
export type Container =
  | { readonly kind: 'quote' }
  /** A list item: what belongs to it is indented by so many columns. */
  | { readonly kind: 'item'; readonly indent: number }
  | { readonly kind: 'note' }
  /** A directive `:::name`, opened by so many colons, and how far it is indented itself. */
  | { readonly kind: 'box'; readonly colons: number; readonly indent: number }

/** What a line has of the containers that are open before it. */
export interface Continued {
  /** How many of them it goes on with. */
  readonly matched: number
  /** The boxes among these, with what each of them has before it: how many columns of space, and the text from where. */
  readonly boxes: readonly BoxView[]
}

interface BoxView {
  readonly index: number
  readonly indent: number
  readonly offset: number
}

/** Goes through the open containers as far as a line goes on with them; the cursor is moved past their marks. */
export function continueContainers(
  text: string,
  cursor: LineCursor,
  open: readonly Container[],
): Continued {
  const boxes: BoxView[] = []
  let matched = 0
  for (const container of open) {
    if (container.kind === 'box')
      boxes.push({ index: matched, indent: indentOf(cursor), offset: cursor.offset })
    if (!continues(container, text, cursor)) break
    matched++
  }
  return { matched, boxes }
}

function continues(container: Container, text: string, cursor: LineCursor): boolean {
  if (container.kind === 'quote') {
    if (isAtEnd(cursor) || indentOf(cursor) > 3 || text[cursor.offset] !== '>') return false
    takeQuoteMark(text, cursor)
    return true
  }
  if (isAtEnd(cursor)) return true
  if (container.kind === 'box') {
    cursor.column += Math.min(container.indent, indentOf(cursor))
    return true
  }
  const indent = container.kind === 'note' ? 4 : container.indent
  if (indentOf(cursor) < indent) return false
  cursor.column += indent
  return true
}

/** What decides whether a mark opens something. */
export interface OpenRules {
  /** True where the line would otherwise go on with a paragraph; micromark holds to it for the whole line. */
  readonly interrupts: boolean
  /** True where stars before another mark begin a note, false where they begin a list or nothing. */
  readonly starNotes: boolean
  readonly ruleEnds: RuleEnds
}

/** The container that opens at the cursor, which is moved past its mark; undefined where none does. */
export function openContainer(
  text: string,
  cursor: LineCursor,
  rules: OpenRules,
): Container | undefined {
  if (isAtEnd(cursor) || indentOf(cursor) > 3) return undefined
  const character = text.charAt(cursor.offset)
  if (character === '>') {
    takeQuoteMark(text, cursor)
    return { kind: 'quote' }
  }
  if (character === ':') return openBox(text, cursor)
  if (character === '[') return openNote(text, cursor)
  if (cursor.offset > (rules.ruleEnds[character] ?? Number.POSITIVE_INFINITY)) return undefined
  return openItem(text, cursor, rules)
}

/**
 * For `-` and `*`, the offset of the last character of a line that is neither that nor space: behind it the
 * rest of the line is a rule across the page, not a list. Found once for each line, so that a line of
 * markers stays linear.
 */
export type RuleEnds = Readonly<Record<string, number>>

/** @see RuleEnds */
export function ruleEndsOf(text: string, start: number, end: number): RuleEnds {
  const last = (mark: number): number => {
    let marks = 0
    for (let i = end - 1; i >= start; i--) {
      const code = text.charCodeAt(i)
      if (code === mark) marks++
      else if (code !== 32 && code !== 9) return marks >= 3 ? i : end
    }
    return marks >= 3 ? start - 1 : end
  }
  return { '-': last(45), '*': last(42) }
}

function takeQuoteMark(text: string, cursor: LineCursor): void {
  take(text, cursor, 1)
  if (indentOf(cursor) > 0) cursor.column++
}

const itemMark = /[-+*](?=[ \t]|$)|\d{1,9}[.)](?=[ \t]|$)/my
/** Stars may begin a note, in which anything may stand. */
const starMark = /\*+(?=[ \t]*(?:>|\[\^|:::|[-+][ \t]|\d{1,9}[.)]))/y

function openItem(
  text: string,
  cursor: LineCursor,
  { interrupts, starNotes }: OpenRules,
): Container | undefined {
  const stars = starNotes ? matchAt(starMark, text, cursor.offset) : undefined
  const mark = stars ?? matchAt(itemMark, text, cursor.offset)
  if (mark === undefined) return undefined
  const before = indentOf(cursor)
  const after = { ...cursor }
  take(text, after, mark.length)
  const empty = isAtEnd(after)
  const first = /^(?:[-+]|\*+)$/.test(mark) || Number.parseInt(mark, 10) === 1
  if (interrupts && (empty || !first)) return undefined
  Object.assign(cursor, after)
  if (stars !== undefined) {
    cursor.column = cursor.textColumn
    return { kind: 'item', indent: 2 }
  }
  const gap = empty || indentOf(after) > 4 ? 1 : indentOf(after)
  cursor.column += empty ? 0 : gap
  return { kind: 'item', indent: before + mark.length + gap }
}

const noteMark = /\[\^[^\]\s]{1,999}\]:/y

function openNote(text: string, cursor: LineCursor): Container | undefined {
  const mark = matchAt(noteMark, text, cursor.offset)
  if (mark === undefined) return undefined
  take(text, cursor, mark.length)
  cursor.column = cursor.textColumn
  return { kind: 'note' }
}

const boxMark = /:{3,}(?=[^\s:\p{P}])/uy

function openBox(text: string, cursor: LineCursor): Container | undefined {
  const mark = matchAt(boxMark, text, cursor.offset)
  if (mark === undefined) return undefined
  const indent = indentOf(cursor)
  cursor.offset = cursor.end
  return { kind: 'box', colons: mark.length, indent }
}

/** What a sticky pattern finds at an offset. */
export function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset
  return pattern.exec(text)?.[0]
}
