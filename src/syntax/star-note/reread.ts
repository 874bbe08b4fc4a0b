import type { Root } from 'mdast'
import { type Reading, readMarkdown } from '../markdown.ts'
import { blocksOf } from './blocks.ts'
import { starNoteFromMarkdown } from './from-markdown.ts'
import { knownNotes } from './known-notes.ts'
import type { NoteLine, PlainReading } from './note-lines.ts'
import { reduce, restore, wholeTree } from './reuse.ts'
import { starNoteSyntax } from './syntax.ts'

/**
 * The tree of a text with its star notes and calls. What is known of it from the plain tree is not read again;
 * that is all of it where every note is a plain paragraph.
 *
 * @param noteLines where notes may stand, in order
 * @param markers offset of the first star of each line that is to open a note → number of its stars
 */
export function readWithNotes(
  plain: PlainReading,
  noteLines: readonly NoteLine[],
  markers: ReadonlyMap<number, number>,
  reading: Reading,
): Root {
  const offsets = noteLines.map(({ offset }) => offset)
  const blocks = blocksOf(plain, offsets, knownNotes(plain, noteLines, markers))
  const whole = wholeTree(plain, blocks)
  if (whole) return whole
  const reduced = reduce(plain, offsets, blocks)
  const here = new Map<number, number>()
  for (const [offset, count] of markers) {
    const place = reduced.moved.get(offset)
    if (place !== undefined) here.set(place, count)
  }
  const { text } = reduced
  const tree = readMarkdown(text, {
    ...reading,
    extra: () => ({ micromark: starNoteSyntax(text, here), mdast: starNoteFromMarkdown() }),
  })
  restore(tree, reduced)
  return tree
}
