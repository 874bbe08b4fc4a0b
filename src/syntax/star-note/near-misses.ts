import type { RootContent } from 'mdast'
import type { StarFact } from './facts.ts'
import { candidateAt, lineAt, type PlainReading, starLine } from './note-lines.ts'

/** A line that looks like a note, but is part of something else. */
export interface NearMiss {
  readonly kind: Extract<StarFact['kind'], 'glued' | 'in-list' | 'setext'>
  readonly offset: number
  readonly count: number
}

/**
 * Lines that look like the note of a call that found none: glued to a paragraph, swallowed by a list, or
 * underlined into a heading.
 *
 * @param missing number of stars → offset of the first call that found no note
 */
export function findNearMisses(
  plain: PlainReading,
  missing: ReadonlyMap<number, number>,
  noteOffsets: ReadonlySet<number>,
): NearMiss[] {
  const found: NearMiss[] = []
  for (const block of plain.tree.children)
    for (const miss of missesIn(plain, block, missing, noteOffsets)) {
      const call = missing.get(miss.count)
      if (call !== undefined && call < miss.offset) found.push(miss)
    }
  return found
}

function missesIn(
  plain: PlainReading,
  block: RootContent,
  missing: ReadonlyMap<number, number>,
  noteOffsets: ReadonlySet<number>,
): NearMiss[] {
  if (block.type === 'heading') return underlined(plain, block)
  if (block.type === 'paragraph') return glued(plain, block, missing)
  if (block.type === 'list') return swallowed(plain, block, noteOffsets)
  return []
}

/** A line of hyphens right under a note makes it a heading. */
function underlined(plain: PlainReading, block: RootContent): NearMiss[] {
  const match = starLine.exec(lineAt(plain, block.position?.start.line ?? 1))
  if (!match) return []
  const [, indent = '', stars = ''] = match
  const line = plain.lines.starts[(block.position?.start.line ?? 1) - 1] ?? 0
  return [{ kind: 'setext', offset: line + indent.length, count: stars.length }]
}

function glued(
  plain: PlainReading,
  block: RootContent,
  missing: ReadonlyMap<number, number>,
): NearMiss[] {
  const from = block.position?.start.line ?? 1
  const to = block.position?.end.line ?? from
  if (starLine.test(lineAt(plain, from))) return []
  const starts: number[] = []
  for (let line = from + 1; line <= to; line++)
    if (missing.has(starLine.exec(lineAt(plain, line))?.[2]?.length ?? 0)) starts.push(line)
  return starts.flatMap((line, index) => {
    const candidate = candidateAt(plain, line, (starts[index + 1] ?? to + 1) - 1)
    return candidate ? [{ kind: 'glued' as const, ...candidate }] : []
  })
}

/** The last item of a list of several: a note with one star right under a list becomes its item. */
function swallowed(
  plain: PlainReading,
  block: RootContent,
  noteOffsets: ReadonlySet<number>,
): NearMiss[] {
  const offset = block.position?.start.offset ?? 0
  if (block.type !== 'list' || plain.text[offset] !== '*' || noteOffsets.has(offset)) return []
  const last = block.children.at(-1)?.position?.start.offset
  return last === undefined ? [] : [{ kind: 'in-list', offset: last, count: 1 }]
}
