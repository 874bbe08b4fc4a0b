/** Where reading stands in one line: columns count tabs to the next multiple of four (CommonMark 0.31.2, 2.2). */
export interface LineCursor {
  /** Column up to which containers have taken the line. */
  column: number
  /** Offset and column of the next character that is no space or tab. */
  offset: number
  textColumn: number
  /** Offset of the line's end. */
  readonly end: number
}

/** Begins to read a line. */
export function cursorAt(text: string, start: number, end: number): LineCursor {
  const cursor = { column: 0, offset: start, textColumn: 0, end }
  skipSpace(text, cursor)
  return cursor
}

/** Spaces, in columns, before the next character. */
export function indentOf(cursor: LineCursor): number {
  return cursor.textColumn - cursor.column
}

/** True where nothing but spaces is left. */
export function isAtEnd(cursor: LineCursor): boolean {
  return cursor.offset >= cursor.end
}

/** Takes so many characters, none of them a tab, and the spaces behind them. */
export function take(text: string, cursor: LineCursor, characters: number): void {
  cursor.offset += characters
  cursor.textColumn += characters
  cursor.column = cursor.textColumn
  skipSpace(text, cursor)
}

function skipSpace(text: string, cursor: LineCursor): void {
  for (; cursor.offset < cursor.end; cursor.offset++) {
    const code = text.charCodeAt(cursor.offset)
    if (code === 32) cursor.textColumn++
    else if (code === 9) cursor.textColumn += 4 - (cursor.textColumn % 4)
    else return
  }
}
