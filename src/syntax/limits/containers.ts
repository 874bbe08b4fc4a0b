import { indentOf, isAtEnd, type LineCursor, take } from './line-cursor.ts'

/** A block that holds others, as far as depth is concerned. */
export type Container =
  | { readonly kind: 'quote' }
  /** A list item or a note: what belongs to it is indented by so many columns. */
  | { readonly kind: 'item'; readonly indent: number }
  /** A directive `:::name`, opened by so many colons. */
  | { readonly kind: 'box'; readonly colons: number }

/** How many of the open containers a line goes on with; the cursor is moved past their marks. */
export function continueContainers(
  text: string,
  cursor: LineCursor,
  open: readonly Container[],
): number {
  let matched = 0
  for (const container of open) {
    if (container.kind === 'quote') {
      if (isAtEnd(cursor) || indentOf(cursor) > 3 || text[cursor.offset] !== '>') break
      takeQuoteMark(text, cursor)
    } else if (container.kind === 'item' && !isAtEnd(cursor)) {
      if (indentOf(cursor) < container.indent) break
      cursor.column += container.indent
    }
    matched++
  }
  return matched
}

/**
 * The container that opens at the cursor, which is moved past its mark; undefined where none does.
 *
 * @param interrupts true where the line would otherwise go on with a paragraph
 */
export function openContainer(
  text: string,
  cursor: LineCursor,
  interrupts: boolean,
  ruleEnds: RuleEnds,
): Container | undefined {
  if (isAtEnd(cursor) || indentOf(cursor) > 3) return undefined
  const character = text.charAt(cursor.offset)
  if (character === '>') {
    takeQuoteMark(text, cursor)
    return { kind: 'quote' }
  }
  if (character === ':') return openBox(text, cursor)
  if (character === '[') return openNote(text, cursor)
  if (cursor.offset > (ruleEnds[character] ?? Number.POSITIVE_INFINITY)) return undefined
  return openItem(text, cursor, interrupts)
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

function openItem(text: string, cursor: LineCursor, interrupts: boolean): Container | undefined {
  const mark = matchAt(itemMark, text, cursor.offset)
  if (mark === undefined) return undefined
  const before = indentOf(cursor)
  const after = { ...cursor }
  take(text, after, mark.length)
  const empty = isAtEnd(after)
  const first = /^[-+*]$/.test(mark) || Number.parseInt(mark, 10) === 1
  if (interrupts && (empty || !first)) return undefined
  const gap = empty || indentOf(after) > 4 ? 1 : indentOf(after)
  Object.assign(cursor, after)
  cursor.column += empty ? 0 : gap
  return { kind: 'item', indent: before + mark.length + gap }
}

const noteMark = /\[\^[^\]\s]{1,999}\]:/y

function openNote(text: string, cursor: LineCursor): Container | undefined {
  const mark = matchAt(noteMark, text, cursor.offset)
  if (mark === undefined) return undefined
  take(text, cursor, mark.length)
  cursor.column = cursor.textColumn
  return { kind: 'item', indent: 4 }
}

const boxMark = /:{3,}(?=[A-Za-z])/y

function openBox(text: string, cursor: LineCursor): Container | undefined {
  const mark = matchAt(boxMark, text, cursor.offset)
  if (mark === undefined) return undefined
  cursor.offset = cursor.end
  return { kind: 'box', colons: mark.length }
}

/** What a sticky pattern finds at an offset. */
export function matchAt(pattern: RegExp, text: string, offset: number): string | undefined {
  pattern.lastIndex = offset
  return pattern.exec(text)?.[0]
}
