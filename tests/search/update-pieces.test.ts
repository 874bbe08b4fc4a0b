import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import type { EssayTerms } from '../../src/search/essay-terms.ts'
import { indexPieces } from '../../src/search/pieces.ts'
import { termChanges } from '../../src/search/term-changes.ts'
import { outlineOf, updatePieces } from '../../src/search/update-pieces.ts'

const written = (counts: Readonly<Record<string, number>>): string =>
  Object.entries(counts)
    .map(([term, count]) => (count > 1 ? `${term}:${count}` : term))
    .join(' ')
// Few letters, so that terms meet in essays, and begin one another.
const field = fc
  .dictionary(
    fc.string({ unit: fc.constantFrom('a', 'b', 'é', '鍵'), minLength: 1, maxLength: 4 }),
    fc.integer({ min: 1, max: 3 }),
    { maxKeys: 12 },
  )
  .map(written)
const essay: fc.Arbitrary<EssayTerms> = fc.array(field, { minLength: 3, maxLength: 3 })
const edits = fc.array(fc.tuple(fc.nat(), essay), { minLength: 1, maxLength: 3 })

test('a divided index that is brought up to date is what an index of all essays would be', () => {
  let kept = 0
  let all = 0
  fc.assert(
    fc.property(
      fc.array(essay, { minLength: 3, maxLength: 12 }),
      edits,
      fc.integer({ min: 3, max: 25 }),
      (essays, changed, mostOfPiece) => {
        const before = indexPieces(essays, 0, mostOfPiece)
        const after = [...essays]
        for (const [place, terms] of changed) after[place % essays.length] = terms
        const expected = indexPieces(after, 0, mostOfPiece)
        const changes = termChanges(
          [...essays.entries()].map(([number, terms]) => ({
            number,
            before: terms,
            after: after[number] ?? [],
          })),
        )
        fc.pre(before.length > 1 && expected.every(({ index }) => index.length > 0))
        const outlines = before.map(({ index }) => outlineOf(index))
        const read = (number: number) => before[number]?.index
        const updated = updatePieces({ outlines, read }, changes, 0, mostOfPiece)
        const whole = updated?.map((piece) =>
          'kept' in piece ? { from: piece.from, index: before[piece.kept]?.index } : piece,
        )
        assert.deepEqual(whole, expected)
        kept += updated?.filter((piece) => 'kept' in piece).length ?? 0
        all += expected.length
      },
    ),
    { numRuns: 1000 },
  )
  assert.ok(kept > all / 10, 'most edits leave some pieces alone')
})

// Words stand in more or fewer essays, as words do.
const essays: readonly EssayTerms[] = [1, 2, 3, 5, 7].map((each) => [
  Array.from({ length: 900 }, (_, i) => i)
    .filter((i) => i % each === 0)
    .map((i) => `a${1000 + i}`)
    .join(' '),
])

test('only the pieces that a word is in are read', () => {
  const before = indexPieces(essays, 0, 200)
  assert.ok(before.length > 6)
  const asked: number[] = []
  const known = {
    outlines: before.map(({ index }) => outlineOf(index)),
    read: (number: number) => {
      asked.push(number)
      return before[number]?.index
    },
  }
  const more = `${essays[1]?.[0]} a1307b`
  const changes = termChanges([{ number: 1, before: essays[1] ?? [], after: [more] }])
  const updated = updatePieces(known, changes, 0, 200)
  assert.ok(updated && asked.length < before.length / 2)
  assert.ok(updated.filter((piece) => 'kept' in piece).length > before.length / 2)
})

test('an index with a piece that is lost, or that is small by now, is not brought up to date', () => {
  const before = indexPieces(essays, 0, 200)
  const outlines = before.map(({ index }) => outlineOf(index))
  const changes = termChanges([{ number: 0, before: essays[0] ?? [], after: ['a1000:2'] }])
  assert.equal(updatePieces({ outlines, read: () => undefined }, changes, 0, 200), undefined)
  const known = { outlines, read: (number: number) => before[number]?.index }
  assert.ok(updatePieces(known, changes, 0, 200))
  assert.equal(updatePieces(known, changes, 10_000, 200), undefined)
})
