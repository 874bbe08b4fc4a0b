import type { Image } from 'mdast'
import type { Lines } from '../lines.ts'
import { isAttached } from './attachment.ts'
import type { StarFact } from './facts.ts'
import type { Pairing } from './pairing.ts'

/**
 * Takes calls out of the words that stand for pictures, where no link can be, in place. Only stars that
 * a called note answers to are calls there.
 */
export function dropMarksFromAlt(text: string, pairing: Pairing, lines: Lines): StarFact[] {
  const called = new Set(
    pairing.notes.filter((note) => note.calls.length > 0).map((note) => note.node.count),
  )
  return pairing.images.flatMap((image) => factsOfImage(text, image, called, lines))
}

function factsOfImage(
  text: string,
  image: Image,
  called: ReadonlySet<number>,
  lines: Lines,
): StarFact[] {
  if (!image.alt?.includes('*') || !image.position) return []
  const alt = image.alt
  const facts: StarFact[] = []
  const kept: string[] = []
  let end = 0
  for (const { 0: stars, index } of alt.matchAll(/\*+/g)) {
    if (!called.has(stars.length) || !isAttached(alt, index, index + stars.length)) continue
    const start = text.indexOf(stars, (image.position.start.offset ?? 0) + 2 + index)
    kept.push(alt.slice(end, index))
    end = index + stars.length
    facts.push({ kind: 'in-alt', stars, place: lines.positionOf(start, start + stars.length) })
  }
  if (facts.length > 0) image.alt = kept.join('') + alt.slice(end)
  return facts
}
