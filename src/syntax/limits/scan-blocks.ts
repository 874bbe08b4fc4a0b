import {
  type Container,
  type Continued,
  continueContainers,
  openContainer,
  ruleEndsOf,
} from './containers.ts'
import { cursorAt, indentOf, isAtEnd, type LineCursor } from './line-cursor.ts'
import { readLeaf } from './read-leaf.ts'
import { type BlockScan, beginScan, closeBlock, type Progress } from './scan-progress.ts'

/**
 * Follows the block structure of CommonMark, GFM, notes and directives line by line, without making a
 * tree: linear in time. Where it cannot be sure it takes the structure for deeper rather than shallower.
 *
 * @param mostDepth the scan ends where the text is nested deeper
 * @param starNotes whether stars before another mark are taken for a note, in which the mark counts too
 */
export function scanBlocks(text: string, mostDepth: number, starNotes = false): BlockScan {
  const state = beginScan(starNotes)
  const lineEnd = /\r\n|\n|\r|$/g
  for (let start = 0; start < text.length && state.depth <= mostDepth; ) {
    lineEnd.lastIndex = start
    const end = lineEnd.exec(text)
    if (!end) break
    scanLine(text, start, end.index, state)
    start = end.index + Math.max(1, end[0].length)
  }
  closeBlock(state)
  return state
}

function scanLine(text: string, start: number, end: number, state: Progress): void {
  const cursor = cursorAt(text, start, end)
  const { matched, boxes } = continueContainers(text, cursor, state.open)
  // A box looks for its end in the bare lines, code or not.
  if (boxes.length > 0 && closeBox(text, cursor, state, boxes)) return
  if (state.verbatim) {
    if (matched >= state.verbatim.depth) {
      const rest = text.slice(cursor.offset, end)
      if (state.verbatim.isLastLine(rest, indentOf(cursor))) state.verbatim = undefined
      return
    }
    state.verbatim = undefined
  }
  if (isAtEnd(cursor)) {
    closeBlock(state)
    state.open.length = keepOnBlank(state.open, matched)
    return
  }
  const inside = state.block !== undefined && matched === state.open.length
  const opened = openContainers(text, cursor, state, matched, inside)
  if (isAtEnd(cursor)) return
  readLeaf(text, cursor, state, opened ? state.open.length : matched)
}

/** A blank line ends quotations that it does not mark, and what stands in them. */
function keepOnBlank(open: readonly Container[], matched: number): number {
  const quote = open.findIndex((container, i) => i >= matched && container.kind === 'quote')
  return quote === -1 ? open.length : quote
}

/** A line of colons ends the outermost box that it is long enough for. */
function closeBox(
  text: string,
  cursor: LineCursor,
  state: Progress,
  boxes: Continued['boxes'],
): boolean {
  if (text[cursor.offset] !== ':') return false
  const colons = /^:{3,}(?=[ \t]*$)/.exec(text.slice(cursor.offset, cursor.end))?.[0].length ?? 0
  const closed = boxes.find(({ index, indent, offset }) => {
    const box = state.open[index]
    const bare = offset === cursor.offset && indent <= 3
    return box?.kind === 'box' && box.colons <= colons && bare
  })
  if (!closed) return false
  closeBlock(state)
  state.verbatim = undefined
  state.open.length = closed.index
  return true
}

function openContainers(
  text: string,
  cursor: LineCursor,
  state: Progress,
  matched: number,
  inside: boolean,
): boolean {
  const ruleEnds = ruleEndsOf(text, cursor.offset, cursor.end)
  const { starNotes } = state
  let opened = false
  for (;;) {
    const offset = cursor.offset
    const container = openContainer(text, cursor, {
      interrupts: inside,
      starNotes,
      ruleEnds,
    })
    if (container === undefined) return opened
    if (!opened) {
      closeBlock(state)
      state.open.length = matched
    }
    opened = true
    state.open.push(container)
    if (text.startsWith('[^', offset)) state.notes.push(offset)
    if (state.open.length > state.depth) {
      state.depth = state.open.length
      state.deepestAt = offset
    }
  }
}
