import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { allFeatures, featuresOf } from '../../src/syntax/features.ts'
import { readMarkdown } from '../../src/syntax/markdown.ts'
import { parse } from '../../src/syntax/parse.ts'
import { nodesOf } from '../../src/syntax/walk.ts'
import { post } from '../semantics/notes/read.ts'
import { document } from './random-document.ts'

const start = { line: 1, column: 1, offset: 0 }
const bare = (node: object): unknown =>
  JSON.parse(JSON.stringify(node, (key, value) => (key === 'position' ? undefined : value)))

describe('any document', () => {
  it('is read as with every construct on', () => {
    fc.assert(
      fc.property(document, (text) => {
        const gated = readMarkdown(text, { features: featuresOf(text), labels: [] })
        const all = readMarkdown(text, { features: allFeatures, labels: [] })
        assert.deepEqual(bare(gated), bare(all))
      }),
      { numRuns: 400 },
    )
  })

  it('is read the same wherever it stands in the file, but for its positions', () => {
    fc.assert(
      fc.property(document, (text) => {
        const front = '---\r\na: b\n---\n'
        const offset = front.length
        const alone = parse({ path: post, text }, start, { stars: 'auto', math: false })
        const behind = parse(
          { path: post, text: front + text },
          { line: 4, column: 1, offset },
          { stars: 'auto', math: false },
        )
        assert.deepEqual(bare(behind.tree), bare(alone.tree))
        const a = nodesOf(alone.tree)
        const b = nodesOf(behind.tree)
        for (const [index, node] of a.entries()) {
          const moved = b[index]?.position
          assert.equal(
            moved?.start.offset,
            node.position && (node.position.start.offset ?? 0) + offset,
          )
          assert.equal(moved?.end.line, node.position && node.position.end.line + 3)
          assert.equal(moved?.end.column, node.position?.end.column)
        }
        assert.deepEqual(
          behind.starFacts.map((fact) => [fact.kind, fact.place.start.offset]),
          alone.starFacts.map((fact) => [fact.kind, (fact.place.start.offset ?? 0) + offset]),
        )
      }),
      { numRuns: 200 },
    )
  })

  it('gives every node a place whose text is there', () => {
    fc.assert(
      fc.property(document, (text) => {
        const { tree } = parse({ path: post, text }, start, { stars: 'auto', math: false })
        for (const node of nodesOf(tree)) {
          assert.ok(node.position, node.type)
          const raw = text.slice(node.position.start.offset, node.position.end.offset)
          if (node.type === 'text' && !/[&\\\n]/.test(raw)) assert.equal(raw, node.value)
          if (node.type === 'footnoteReference')
            assert.equal(raw.replace(/[[\]^]/g, ''), node.label)
        }
      }),
      { numRuns: 300 },
    )
  })
})
