import type { Root } from 'mdast'
import type { StarMode } from '../../model/front-matter.ts'
import { linesOf } from '../lines.ts'
import type { Reading } from '../markdown.ts'
import { dropMarksFromAlt } from './alt.ts'
import { plausibleCounts } from './attachment.ts'
import type { StarFact } from './facts.ts'
import { factsOf } from './find-facts.ts'
import { lowerStars } from './lower.ts'
import { findNoteLines, type NoteLine } from './note-lines.ts'
import { settle } from './settle.ts'

/** A text with its star notes turned into labelled ones. */
export interface StarReading {
  readonly tree: Root
  /** Whether stars call notes here: one pair is enough. */
  readonly on: boolean
  /** With places in the text that was read. */
  readonly facts: readonly StarFact[]
}

/**
 * Reads the star notes of a text.
 *
 * Two phases. The plain tree shows where notes may stand; only where there are such lines, the text is
 * read again with a construct that opens on them. Lines that nothing calls are taken away and the text is
 * read once more, so that a refusal leaves exact CommonMark behind.
 *
 * @param plain the tree of the text without star notes; it is returned where stars call nothing
 */
export function parseStars(
  text: string,
  plain: Root,
  mode: StarMode,
  reading: Reading,
): StarReading {
  const off: StarReading = { tree: plain, on: false, facts: [] }
  if (mode === 'off' || (mode === 'auto' && !/^ {0,3}\*/m.test(text))) return off
  const lines = linesOf(text)
  const noteLines = findNoteLines({ text, tree: plain, lines })
  if (mode === 'auto' && !mayPair(text, noteLines)) return off
  const { tree, pairing, markers, refused } = settle(
    { text, tree: plain, lines },
    noteLines,
    reading,
  )
  if (markers.size === 0 && mode === 'auto') return off
  const facts = factsOf({ plain: { text, tree: plain, lines }, pairing, refused, noteLines })
  const inAlt = dropMarksFromAlt(text, pairing, lines)
  lowerStars(tree, pairing)
  return { tree, on: true, facts: [...facts, ...inAlt] }
}

/** Whether any run of stars in the text could call any of the lines. */
function mayPair(text: string, noteLines: readonly NoteLine[]): boolean {
  if (noteLines.length === 0) return false
  const counts = plausibleCounts(text)
  return noteLines.some(({ count, lead }) => counts.has(count) || counts.has(lead.left ?? 0))
}
