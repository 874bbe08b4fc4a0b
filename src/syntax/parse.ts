import type { Root } from 'mdast'
import type { Source } from '../model/essay.ts'
import type { StarMode } from '../model/front-matter.ts'
import type { QuickReader } from '../model/quick-reader.ts'
import { type Features, featuresOf } from './features.ts'
import { type KnownLabels, labelsDefinedByLine, settleLabels } from './labels.ts'
import { type Reading, readMarkdown } from './markdown.ts'
import { type BodyStart, shifter, shiftPositions } from './positions.ts'
import type { StarFact } from './star-note/facts.ts'
import { parseStars } from './star-note/parse-stars.ts'

export interface ParseOptions {
  /** Whether stars may call notes: where a pair is found, always or never. */
  readonly stars: StarMode
  /** Whether `$…$` is a formula. */
  readonly math: boolean
  /** Labels of notes that are defined outside this text. A call of any other undefined label is words. */
  readonly labels?: KnownLabels | undefined
  /** A quicker parser, for texts that it is known to read alike. What comes of it is the same with it and without. */
  readonly quick?: QuickReader | undefined
}

/** The body of a file as mdast. Every position is that of the file as it lies on disk. */
export interface Parsed {
  /**
   * Labelled and star notes are `footnoteDefinition`s and `footnoteReference`s (a star note's identifier
   * has a space in it, and `data.stars`); inline notes are still `footnote` nodes; directives are those of
   * mdast-util-directive; formulas are `formula` nodes.
   */
  readonly tree: Root
  /** Whether stars call notes here. */
  readonly stars: boolean
  readonly starFacts: readonly StarFact[]
}

/**
 * Markdown to mdast: CommonMark 0.31.2, GFM, notes and directives. Knows characters, not meaning.
 *
 * @param source the whole file
 * @param bodyStart where its front matter ends
 */
export function parse(
  source: Pick<Source, 'path' | 'text'>,
  bodyStart: BodyStart,
  options: ParseOptions,
): Parsed {
  const start = afterMark(source.text, bodyStart)
  const text = source.text.slice(start.offset)
  const features = featuresOf(text)
  const labels = knownLabels(text, features, options.labels ?? [])
  const formulas = options.math ? new Set<number>() : undefined
  const reading: Reading = { features, labels, formulas, quick: options.quick }
  const plain = readMarkdown(text, reading)
  const { tree, on, facts } = parseStars(text, plain, options.stars, reading)
  if (reading.features.labelledNotes) settleLabels(tree, text)
  if (start.offset === 0) return { tree, stars: on, starFacts: facts }
  const shift = shifter(start)
  shiftPositions(tree, shift)
  const starFacts = facts.map((fact) => {
    const moved = { ...fact, place: shift(fact.place) }
    return 'first' in moved ? { ...moved, first: shift(moved.first) } : moved
  })
  return { tree, stars: on, starFacts }
}

/** Found once for the whole text, since parts of it are read again; and an iterator can be used up. */
function knownLabels(text: string, features: Features, labels: KnownLabels): KnownLabels {
  if (labels === 'any') return labels
  return features.directives ? [...labels, ...labelsDefinedByLine(text)] : [...labels]
}

/** micromark drops a byte order mark at the beginning of what it reads and counts from behind it. */
function afterMark(text: string, start: BodyStart): BodyStart {
  if (text.charCodeAt(start.offset) !== 0xfeff) return start
  return { ...start, column: start.column + 1, offset: start.offset + 1 }
}
