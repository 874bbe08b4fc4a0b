import type { Point, Position } from 'unist'

/** Where the lines of a text begin. */
export interface Lines {
  /** UTF-16 offset of the first character of each line. */
  readonly starts: readonly number[]
  /** Line (from 1), column (from 1, UTF-16) and offset. */
  readonly pointAt: (offset: number) => Point
  readonly positionOf: (start: number, end: number) => Position
}

/** Finds the lines of a text. A line ends with LF, CR LF or CR (CommonMark 0.31.2, 2.1). */
export function linesOf(text: string): Lines {
  const starts = [0]
  for (const end of text.matchAll(/\r\n|\n|\r/g)) starts.push(end.index + end[0].length)
  const pointAt = (offset: number): Point => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((starts[middle] as number) <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - (starts[low] as number) + 1, offset }
  }
  const positionOf = (start: number, end: number): Position => ({
    start: pointAt(start),
    end: pointAt(end),
  })
  return { starts, pointAt, positionOf }
}
