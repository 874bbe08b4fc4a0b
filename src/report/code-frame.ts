import type { Position } from 'unist'
import { type Cell, cellsOf } from './display.ts'
import { regionOf } from './region.ts'

/** Lines that a frame shows at most. */
const mostLines = 3
/** Columns of a line that a frame shows at most. */
const mostColumns = 100
/** How much of a long line is looked at, before and behind the place, in UTF-16 code units. */
const reach = 400

/** A frame: the number of a line with its text, and the carets under it. */
export interface FrameLine {
  readonly number: number
  readonly text: string
  /** Spaces and carets, aligned with the text in a terminal. */
  readonly carets: string
}

/** Lines of a text, whatever their ends, as CommonMark counts them. */
export function linesOf(text: string): readonly string[] {
  return text.split(/\r\n|\r|\n/)
}

/** The first lines that a place covers, with carets under what it covers; empty where the place is not in the text. */
export function codeFrame(lines: readonly string[], place: Position): readonly FrameLine[] {
  const region = regionOf(place)
  const frame: FrameLine[] = []
  // A place that ends at the start of a line does not cover that line.
  const lastLine =
    region.endColumn === 1 && region.endLine > region.line ? region.endLine - 1 : region.endLine
  for (let number = region.line; number <= lastLine && frame.length < mostLines; number++) {
    const line = lines[number - 1]
    if (line === undefined) break
    const from = number === region.line ? region.column - 1 : line.length - line.trimStart().length
    const to = number === region.endLine ? region.endColumn - 1 : line.length
    frame.push({ number, ...drawn(line, from, Math.max(to, from + 1)) })
  }
  return frame
}

function drawn(line: string, from: number, to: number): Pick<FrameLine, 'text' | 'carets'> {
  const start = Math.max(0, from - reach)
  const { cells, cut, more } = windowOf(
    cellsOf(line.slice(start, from + reach), start),
    from,
    line.length,
  )
  const text = `${cut ? '…' : ''}${cells.map((cell) => cell.text).join('')}${more ? '…' : ''}`
  let indent = cut ? 1 : 0
  let width = 0
  for (const cell of cells) {
    if (cell.end <= from) indent += cell.width
    else if (cell.start < to) width += cell.width
  }
  return { text: text.trimEnd(), carets: `${' '.repeat(indent)}${'^'.repeat(Math.max(1, width))}` }
}

/** The cells around a place that fit into a frame, and whether there are others before and behind them. */
function windowOf(
  cells: readonly Cell[],
  from: number,
  length: number,
): { readonly cells: readonly Cell[]; readonly cut: boolean; readonly more: boolean } {
  const at = Math.max(
    0,
    cells.findLastIndex((cell) => cell.start <= from),
  )
  let first = at
  for (let width = 0; first > 0; first--) {
    width += cells[first - 1]?.width ?? 0
    if (width > mostColumns / 2) break
  }
  let end = first
  for (let width = 0; end < cells.length; end++) {
    width += cells[end]?.width ?? 0
    if (width > mostColumns) break
  }
  return {
    cells: cells.slice(first, end),
    cut: (cells[first]?.start ?? 0) > 0,
    more: (cells[end - 1]?.end ?? length) < length,
  }
}
