import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { ElementContent } from 'hast'
import { element, nodesOf, text } from '../../src/hast/element.ts'
import { markLines } from '../../src/hast/mark-lines.ts'

const words = fc.stringMatching(/^[ab\n]{0,6}$/)
const content: fc.Arbitrary<ElementContent[]> = fc.array(
  fc.oneof(
    words.map(text),
    fc
      .tuple(words, words)
      .map(([a, b]) => element('span', {}, [text(a), element('i', {}, [text(b)])])),
  ),
  { maxLength: 6 },
)

function textOf(nodes: readonly ElementContent[]): string {
  return nodes
    .flatMap((node) => [...nodesOf(node)])
    .map((node) => (node.type === 'text' ? node.value : ''))
    .join('')
}

test('marks change no character, and each holds exactly its lines', () => {
  fc.assert(
    fc.property(content, fc.nat(3), fc.nat(3), (nodes, skip, more) => {
      const whole = textOf(nodes)
      const lines = whole.split('\n')
      const first = Math.min(1 + skip, lines.length)
      const last = Math.min(first + more, lines.length)
      const made = markLines(nodes, [[first, last]])
      assert.equal(textOf(made), whole)
      const marks = made.filter((node) => node.type === 'element' && node.tagName === 'mark')
      assert.deepEqual(
        marks.map((mark) => textOf([mark])),
        [lines.slice(first - 1, last).join('\n')],
      )
    }),
  )
})
