import type { Essay } from '../../model/essay.ts'
import { countTerms, type EssayTerms, essayTerms } from '../../search/essay-terms.ts'
import { indexPieces, type Piece } from '../../search/pieces.ts'
import type { IndexParts } from '../../search/search-files.ts'
import { type ChangedEssay, termChanges } from '../../search/term-changes.ts'
import { outlineOf, type UpdatedPiece, updatePieces } from '../../search/update-pieces.ts'
import type { TermEntry } from '../../search/wire.ts'
import { sha256 } from '../sha256.ts'
import type { BuildMemory, IndexedEssay, IndexedPiece, KnownIndex } from './build-memory.ts'
import { termInputs } from './known-terms.ts'
import { heldText, holdText } from './shelf.ts'

/**
 * The search index of a site. Where the same essays stand in the same order as the last time, only the pieces are
 * made anew that hold words of changed ones.
 *
 * @param shown the essays of the index, in their order
 * @param memory is told of the new index
 */
export function knownIndex(shown: readonly Essay[], memory: BuildMemory): IndexParts {
  const before = memory.index.get('all')
  const known = new Map(before?.essays.map((essay) => [essay.source, essay]))
  const essays = shown.map((essay) => indexedEssay(essay, known.get(essay.source), memory))
  memory.terms.clear()
  const lengths = essays.map((each) => each.lengths)
  const fresh = (): readonly Piece[] => indexPieces(termsOfAll(shown, essays, memory))
  const made = (before && updatedPieces(before, essays, memory)) ?? fresh()
  const [first] = made
  if (made.length === 1 && first && 'index' in first) {
    memory.index.set('all', { essays, pieces: [] })
    return { lengths, pieces: [first] }
  }
  const pieces = made.flatMap((piece) =>
    'index' in piece ? indexedPiece(piece.index, memory) : (before?.pieces[piece.kept] ?? []),
  )
  memory.index.set('all', { essays, pieces })
  // All that the functions below name lives as long as they do, and all pieces are large.
  const froms = made.map(({ from }) => from)
  let again: readonly Piece[] | undefined
  const textOf = (number: number): string => {
    const text = pieces[number] && heldText(pieces[number].text, memory)
    if (text !== undefined) return text
    // What is kept can be lost before it is written.
    again ??= fresh()
    return JSON.stringify(again[number]?.index ?? [])
  }
  return {
    lengths,
    pieces: pieces.map(({ sha256, bytes }, number) => ({
      from: froms[number] ?? '',
      file: { sha256, bytes, make: () => textOf(number) },
    })),
  }
}

/** Where more than this part of all essays has changed, nearly every piece does. */
const mostChanged = 1 / 8

function updatedPieces(
  before: KnownIndex,
  essays: readonly IndexedEssay[],
  memory: BuildMemory,
): readonly UpdatedPiece[] | undefined {
  const sameOrder =
    before.essays.length === essays.length &&
    essays.every(({ source }, number) => source === before.essays[number]?.source)
  if (!sameOrder || before.pieces.length === 0) return undefined
  const changed = [...essays.keys()].filter((number) => essays[number] !== before.essays[number])
  if (changed.length > essays.length * mostChanged) return undefined
  const changes: ChangedEssay[] = []
  for (const number of changed) {
    const old = termsOf(before.essays[number], memory)
    const now = termsOf(essays[number], memory)
    if (!old || !now) return undefined
    changes.push({ number, before: old, after: now })
  }
  const outlines = before.pieces.map(({ outline }) => outline)
  const read = (number: number): readonly TermEntry[] | undefined => {
    const piece = before.pieces[number]
    const text = piece && heldText(piece.text, memory)
    return text === undefined ? undefined : (JSON.parse(text) as readonly TermEntry[])
  }
  const updated = updatePieces({ outlines, read }, termChanges(changes))
  return updated && updated.length > 1 ? updated : undefined
}

/** An essay of the index: the same object where its terms are what they were. */
function indexedEssay(
  essay: Essay,
  known: IndexedEssay | undefined,
  memory: BuildMemory,
): IndexedEssay {
  const { source } = essay
  const facets = memory.essays.get(source)?.facets
  const inputs = facets ? termInputs(facets) : ''
  if (known && inputs !== '' && known.inputs === inputs) return known
  const counted = memory.terms.get(source)
  const terms = counted && counted.inputs === inputs ? counted.terms : essayTerms(essay)
  const lengths = terms.map(countTerms)
  return { source, inputs, lengths, terms: holdText(terms.join('\n'), memory) }
}

/** A piece as the next build is to know it. */
export function indexedPiece(index: readonly TermEntry[], memory: BuildMemory): IndexedPiece {
  const text = JSON.stringify(index)
  return {
    outline: outlineOf(index),
    sha256: sha256(text),
    bytes: Buffer.byteLength(text),
    text: holdText(text, memory),
  }
}

function termsOfAll(
  shown: readonly Essay[],
  essays: readonly IndexedEssay[],
  memory: BuildMemory,
): readonly EssayTerms[] {
  return shown.map((essay, number) => termsOf(essays[number], memory) ?? essayTerms(essay))
}

function termsOf(essay: IndexedEssay | undefined, memory: BuildMemory): EssayTerms | undefined {
  return essay && heldText(essay.terms, memory)?.split('\n')
}
