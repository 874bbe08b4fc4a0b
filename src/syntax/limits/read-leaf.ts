import { matchAt } from './containers.ts'
import { indentOf, type LineCursor } from './line-cursor.ts'
import { closeBlock, type Progress } from './scan-progress.ts'
import { cellsInRow, delimiterColumns } from './table-cells.ts'
import { openVerbatim } from './verbatim.ts'

const heading = /^#{1,6}(?:[ \t]|$)/

/**
 * The part of a line that no container has taken.
 *
 * @param matched how many containers the line stands in; words may go on with a paragraph without them
 */
export function readLeaf(text: string, cursor: LineCursor, state: Progress, matched: number): void {
  const { offset, end } = cursor
  const leave = (): void => {
    closeBlock(state)
    state.open.length = matched
  }
  if (indentOf(cursor) > 3) {
    // Code, unless a paragraph goes on.
    if (state.block) state.block.end = end
    else leave()
    return
  }
  const verbatim = openVerbatim(text, offset, end, matched)
  const isHeading = heading.test(text.slice(offset, offset + 8))
  if (verbatim || isHeading || isRule(text, offset, end)) {
    leave()
    state.verbatim = verbatim
    if (isHeading) state.blocks.push({ start: offset, end })
    return
  }
  if (state.table && matched < state.open.length) leave()
  if (state.table) {
    addRow(text, offset, end, state)
    return
  }
  const lazy = matched < state.open.length
  const columns = state.block && !lazy ? delimiterColumns(text, offset, end) : 0
  if (columns > 0) {
    leave()
    state.table = { offset, columns, cells: 2 * columns }
  } else if (state.block) state.block.end = end
  else {
    leave()
    if (matchAt(definition, text, offset) === undefined) state.block = { start: offset, end }
    else state.blocks.push({ start: offset, end })
  }
}

/** A definition of a link is read by itself, so a list of them is no long paragraph. */
const definition = /\[[^[\]\r\n]{1,999}\]:/y

/** A rule across the page, or the line below a heading (CommonMark 0.31.2, 4.1 and 4.3). */
function isRule(text: string, offset: number, end: number): boolean {
  const mark = text.charCodeAt(offset)
  if (mark !== 45 && mark !== 42 && mark !== 95 && mark !== 61) return false
  for (let i = offset; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code !== mark && code !== 32 && code !== 9) return false
  }
  return true
}

function addRow(text: string, offset: number, end: number, state: Progress): void {
  state.blocks.push({ start: offset, end })
  if (!state.table) return
  const cells = cellsInRow(text, offset, end)
  state.table.cells += Math.max(state.table.columns, cells)
}
