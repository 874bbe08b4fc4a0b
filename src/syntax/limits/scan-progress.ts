import type { Container } from './containers.ts'
import type { Verbatim } from './verbatim.ts'

/** A run of lines that is read as one text: a paragraph, a heading, a row of a table. */
export interface TextBlock {
  /** UTF-16 offsets. Marks of containers may stand at the beginning of its lines. */
  readonly start: number
  readonly end: number
}

/** A table: where its delimiter row is, and how many cells it comes to. */
export interface TableSize {
  readonly offset: number
  readonly columns: number
  readonly cells: number
}

/** What a text is made of, as far as its cost is concerned. */
export interface BlockScan {
  /** The deepest nesting of quotations, list items, notes and boxes, and where it is first reached. */
  readonly depth: number
  readonly deepestAt: number
  readonly blocks: readonly TextBlock[]
  readonly tables: readonly TableSize[]
  /** Where each labelled note begins. */
  readonly notes: readonly number[]
}

/** The state of the scan between two lines. */
export interface Progress {
  readonly starNotes: boolean
  open: Container[]
  verbatim: Verbatim | undefined
  /** The text block that the next line may go on with. */
  block: { start: number; end: number } | undefined
  table: { offset: number; columns: number; cells: number } | undefined
  depth: number
  deepestAt: number
  readonly blocks: TextBlock[]
  readonly tables: TableSize[]
  readonly notes: number[]
}

/** Nothing is read yet. */
export function beginScan(starNotes: boolean): Progress {
  return {
    starNotes,
    open: [],
    verbatim: undefined,
    block: undefined,
    table: undefined,
    depth: 0,
    deepestAt: 0,
    blocks: [],
    tables: [],
    notes: [],
  }
}

/** Ends the paragraph or table that is open. */
export function closeBlock(state: Progress): void {
  if (state.block) state.blocks.push(state.block)
  if (state.table) state.tables.push(state.table)
  state.block = undefined
  state.table = undefined
}
