import assert from 'node:assert/strict'
import test from 'node:test'
import {
  type BuildMemory,
  emptyMemory,
  type KnownEssay,
  type KnownIndex,
} from '../../../src/build/cache/build-memory.ts'
import type { KeptText } from '../../../src/build/cache/compact-tree.ts'
import { fileShelf, heldText, holdText } from '../../../src/build/cache/shelf.ts'
import { tidyShelf } from '../../../src/build/cache/tidy-shelf.ts'
import { memoryCache } from '../../../src/io/memory-cache.ts'

const textOf = (words: string): KeptText => ({
  trees: {
    body: { type: 'root', children: [{ type: 'text', value: words }] },
    notes: undefined,
    title: undefined,
  },
  outline: [],
})

test('texts that nobody asks for are thrown out once they take too much room', () => {
  const cache = memoryCache()
  const shelf = fileShelf(cache, 'texts')
  const essays: BuildMemory['essays'] = new Map()
  const keep = (path: string, words: string): void => {
    const kept = shelf.keep(textOf(words))
    const rendered = { questions: [], answers: '', diagnostics: [], kept }
    const known: KnownEssay = { digest: '', context: '', diagnostics: [], rendered }
    essays.set(path, known)
  }
  keep('a', 'first')
  for (let i = 0; i < 60; i++) keep('b', `${i} ${'words '.repeat(20_000)}`)
  keep('c', 'last')
  const terms = holdText('words of the index', { shelf })
  const index = new Map<string, KnownIndex>([
    ['all', { essays: [{ source: 'a', inputs: '', lengths: [], terms }], pieces: [] }],
  ])
  const before = cache.files.get('texts')?.length ?? 0
  tidyShelf(cache, 'texts', { essays, index })
  assert.ok((cache.files.get('texts')?.length ?? 0) < before / 10)
  const found = [...essays.values()].map(({ rendered }) => {
    const text = rendered?.kept && shelf.recall(rendered.kept)
    const [node] = text?.trees.body.children ?? []
    return node?.type === 'text' ? node.value.slice(0, 5) : undefined
  })
  assert.deepEqual(found, ['first', '59 wo', 'last'])
  const [indexed] = index.get('all')?.essays ?? []
  assert.equal(indexed && heldText(indexed.terms, { shelf }), 'words of the index')
})

test('a shelf with little waste is left alone', () => {
  const cache = memoryCache()
  const shelf = fileShelf(cache, 'texts')
  shelf.keep(textOf('gone'))
  const before = cache.files.get('texts')
  tidyShelf(cache, 'texts', emptyMemory())
  assert.deepEqual(cache.files.get('texts'), before)
})
