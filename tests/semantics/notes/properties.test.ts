import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import type { Nodes, RootContent } from 'mdast'
import type { Note } from '../../../src/model/notes.ts'
import { applyFixes } from '../../../src/semantics/fix.ts'
import { toLabels } from '../../../src/semantics/notes/index.ts'
import { nodesOf } from '../../../src/syntax/walk.ts'
import { document } from '../../syntax/random-document.ts'
import { bodyStartOf, read } from './read.ts'

const stars = fc.constantFrom('auto' as const, 'auto' as const, 'on' as const, 'off' as const)

/** All nodes that are printed. */
function printed({ body, notes }: { body: Nodes; notes: readonly Note[] }): Nodes[] {
  return [
    ...nodesOf(body),
    ...notes.flatMap((note) => note.content.flatMap((each) => nodesOf(each))),
  ]
}

/** What a reader sees, without places, labels and the seams between words; a call of no note is its signs. */
function bare(nodes: readonly RootContent[]): unknown {
  const hidden = new Set(['position', 'identifier', 'label', 'name'])
  return JSON.parse(
    JSON.stringify(nodes, (key, value) => {
      if (hidden.has(key) || (key === 'data' && value.unboundCall)) return undefined
      return key === 'children' ? joined(value) : value
    }),
  )
}

function joined(nodes: readonly Nodes[]): Nodes[] {
  const found: Nodes[] = []
  for (const node of nodes) {
    const last = found.at(-1)
    if (last?.type === 'text' && node.type === 'text')
      found[found.length - 1] = { type: 'text', value: last.value + node.value }
    else found.push(node)
  }
  return found
}

/** The words that tests can find again. */
function wordsIn(nodes: readonly Nodes[]): string[] {
  return nodes.flatMap((node) => {
    const value = 'value' in node ? node.value : 'alt' in node ? (node.alt ?? '') : ''
    return value.match(/w\d+/g) ?? []
  })
}

describe('the notes of any document', () => {
  it('pair with their calls one to one', () => {
    fc.assert(
      fc.property(document, stars, (text, mode) => {
        const result = read(text, { stars: mode })
        const nodes = printed(result)
        assert.ok(nodes.every((node) => node.type !== 'footnoteDefinition'))
        assert.ok(nodes.every((node) => !/^(?:star|footnote$)/.test(node.type)))
        const bound = new Map<number, number[]>()
        for (const node of nodes) {
          if (node.type !== 'footnoteReference') continue
          assert.ok(node.data?.note)
          const { number, ordinal, name } = node.data.note
          assert.equal(result.notes[number - 1]?.name, name)
          bound.set(number, [...(bound.get(number) ?? []), ordinal])
        }
        for (const [index, note] of result.notes.entries()) {
          assert.equal(note.number, index + 1)
          assert.ok(note.references.length > 0)
          const ordinals = note.references.map((each) => each.ordinal)
          assert.deepEqual(
            (bound.get(note.number) ?? []).sort((a, b) => a - b),
            ordinals,
          )
        }
        assert.equal(bound.size, result.notes.length)
        const names = result.notes.flatMap((note) =>
          note.references.map((each) =>
            each.ordinal > 1 ? `${note.name}-${each.ordinal}` : note.name,
          ),
        )
        assert.equal(new Set(names).size, names.length)
      }),
      { numRuns: 600 },
    )
  })

  it('lose no word and print none twice', () => {
    fc.assert(
      fc.property(document, stars, (text, mode) => {
        const result = read(text, { stars: mode })
        const words = wordsIn(printed(result))
        // Only a note that is reported as unused or duplicate may keep its words from print.
        const hidden = result.diagnostics.flatMap(({ code, place, related = [] }) =>
          code === 'FN201' || code === 'FN102'
            ? [place, ...related.map((each) => each.place)].map((each) =>
                text.slice(each?.start.offset, each?.end.offset),
              )
            : [],
        )
        const unprinted = hidden.join(' ').match(/w\d+/g) ?? []
        const count = (list: readonly string[], word: string): number =>
          list.filter((each) => each === word).length
        const typed = text.slice(bodyStartOf(text).offset).match(/w\d+/g) ?? []
        for (const word of new Set(typed)) {
          const seen = count(words, word)
          assert.ok(seen <= count(typed, word), `${word} is printed twice`)
          assert.ok(seen + count(unprinted, word) >= count(typed, word), `${word} is lost`)
        }
      }),
      { numRuns: 600 },
    )
  })

  it('stay the same when they are rewritten with labels', () => {
    fc.assert(
      fc.property(document, (text) => {
        const before = read(text)
        // A line of stars that is no note may find a call once other stars are gone.
        fc.pre(!before.diagnostics.some((each) => /^FN30[123]$/.test(each.code)))
        const rewritten = toLabels({ text }, read(text))
        const after = read(rewritten)
        assert.deepEqual(bare(after.body.children), bare(before.body.children))
        assert.deepEqual(
          after.notes.map((note) => bare(note.content)),
          before.notes.map((note) => bare(note.content)),
        )
      }),
      { numRuns: 400 },
    )
  })

  it('are repaired once and for all, and no word leaves print by it', () => {
    fc.assert(
      fc.property(document, (text) => {
        // A repair may bring to light what another one can repair: `check --fix` looks again until all is well.
        let last = text
        let better = applyFixes(last, read(last).diagnostics)
        for (let round = 1; round < 10 && better !== last; round++) {
          last = better
          better = applyFixes(last, read(last).diagnostics)
        }
        assert.equal(better, last)
        const kept = new Set(wordsIn(printed(read(better))))
        for (const word of wordsIn(printed(read(text))))
          assert.ok(kept.has(word), `${word} is lost`)
      }),
      { numRuns: 500 },
    )
  })
})
