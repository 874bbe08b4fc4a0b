import type { Nodes } from 'mdast'
import type { Position } from 'unist'
import type { NoteSource } from './note-source.ts'

/** Lines that hold nothing but the markers of the quotes around them. */
const emptyLines = /(?:(?:\r\n|\n|\r)[\t >]*)+$/

/**
 * Where a block stands, without the empty lines behind it: inside a quote or an item, a container reaches
 * up to the line that ends it.
 *
 * @param node a node with the place that it has in the file
 */
export function placeOfBlock(
  { position }: Nodes,
  { text, lines }: Pick<NoteSource, 'text' | 'lines'>,
): Position | undefined {
  const start = position?.start.offset
  const end = position?.end.offset
  if (start === undefined || end === undefined) return position
  // A long note is not searched from its start.
  const from = Math.max(start, end - reach)
  const tail = emptyLines.exec(text.slice(from, end))?.[0].length ?? 0
  return tail === 0 ? position : lines.positionOf(start, end - tail)
}

const reach = 1000
