import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Root } from 'mdast'
import { sourcePath } from '../../../src/model/paths.ts'
import type { QuickReader } from '../../../src/model/quick-reader.ts'
import { quickTree } from '../../../src/syntax/accelerator/quick-tree.ts'
import { featuresOf } from '../../../src/syntax/features.ts'
import { readMarkdown } from '../../../src/syntax/markdown.ts'
import { parse } from '../../../src/syntax/parse.ts'
import { nodesOf } from '../../../src/syntax/walk.ts'

const record = (text: string): Root =>
  readMarkdown(text, { features: featuresOf(text), labels: [] })
const path = sourcePath('content/posts/p.md')

/** A quicker parser that gives the right tree, and counts how often it is asked. */
function counting(): { readonly reader: QuickReader; readonly asked: () => number } {
  let asked = 0
  const reader = (text: string): Root => {
    asked++
    return record(text)
  }
  return { reader, asked: () => asked }
}

test('a plain text is asked for once, and its tree taken as it is', () => {
  const { reader, asked } = counting()
  const text = 'Words[^a].\n\n[^a]: A note.\n'
  assert.deepEqual(quickTree(text, { reader, labels: false }), record(text))
  assert.equal(asked(), 1)
})

test('a parser that throws is as good as none', () => {
  const reader = (): Root => {
    throw new Error('no')
  }
  assert.equal(quickTree('a', { reader, labels: false }), undefined)
  const parsed = parse({ path, text: 'a' }, start, { stars: 'auto', math: false, quick: reader })
  assert.deepEqual(parsed.tree, record('a'))
})

const start = { line: 1, column: 1, offset: 0 }

test('nothing is asked of it where only the parser of record will do', () => {
  const { reader, asked } = counting()
  const read = (text: string, options: { math?: boolean; labels?: 'any' } = {}): unknown =>
    parse({ path, text }, start, { stars: 'off', math: false, ...options, quick: reader })
  read('a^[b]')
  read(':::pull-quote\na\n:::')
  read('See www.example.org')
  read('a $x$ b', { math: true })
  read('a[^b]', { labels: 'any' })
  read('<div>a</div>')
  read('a'.repeat(70_000))
  assert.equal(asked(), 0)
  read('a $x$ b')
  assert.equal(asked(), 1)
})

test('of a text with star notes, the first reading is quick', () => {
  const { reader, asked } = counting()
  const text = 'A word* here.\n\n*A note.\n'
  const options = { stars: 'auto', math: false } as const
  const quick = parse({ path, text }, start, { ...options, quick: reader })
  assert.equal(asked(), 1)
  assert.ok(quick.stars)
  assert.deepEqual(quick, parse({ path, text }, start, options))
})

test('a tree that looks doubtful is not taken', () => {
  const without = (text: string): Root => {
    const tree = record(text)
    for (const node of nodesOf(tree)) if (node.type === 'text') delete node.position
    return tree
  }
  assert.equal(quickTree('a', { reader: without, labels: false }), undefined)
  const bareLink = (): Root => record('[a](b)')
  assert.equal(quickTree('a b c d', { reader: bareLink, labels: false }), undefined)
  const call = 'a[^b]'
  assert.equal(quickTree(call, { reader: record, labels: true }), undefined)
  assert.deepEqual(quickTree(call, { reader: record, labels: false }), record(call))
})
