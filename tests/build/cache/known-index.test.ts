import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { type BuildMemory, emptyMemory } from '../../../src/build/cache/build-memory.ts'
import { knownIndex } from '../../../src/build/cache/known-index.ts'
import { fileShelf } from '../../../src/build/cache/shelf.ts'
import { memoryCache } from '../../../src/io/memory-cache.ts'
import type { Essay } from '../../../src/model/essay.ts'
import type { IndexParts } from '../../../src/search/search-files.ts'

/** Enough that the index is divided, and words that stand in one essay and in many. */
const words = Array.from({ length: 400 }, (_, i) => i)
const count = 220

/** An essay as far as the index sees it. */
function essayOf(name: number, extra: string): Essay {
  const text = words.map((word) => `w${((name * 37 + word * word) % 3000).toString(36)}`).join(' ')
  return {
    source: `content/posts/${name}.md`,
    title: `Essay ${name}`,
    front: { tags: [] },
    outline: [],
    notes: [],
    body: { type: 'root', children: [{ type: 'text', value: `${text} ${extra}` }] },
  } as never
}

/** Tells the memory what an essay's words were counted from. */
function learn(memory: BuildMemory, essay: Essay, whole: string): void {
  const facets = { whole, card: essay.title, summary: '' }
  memory.essays.set(essay.source, { digest: '', context: '', diagnostics: [], facets })
}

function written({ lengths, pieces }: IndexParts): unknown {
  return [
    lengths,
    pieces.map((piece) => ('file' in piece ? [piece.from, piece.file.make()] : piece)),
  ]
}

const extra = fc.constantFrom('', 'aaaa', 'zebra zebra quince', 'w1 w2 w3 w3', '鍵')
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('edit'), at: fc.nat(), extra }) },
  fc.record({ do: fc.constantFrom('add', 'drop', 'swap', 'spoil', 'lose'), at: fc.nat(), extra }),
)

test('whatever has changed, an index of which little is made anew is what one of all essays is', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 4 }), fc.boolean(), (steps, shelved) => {
      const cache = memoryCache()
      const shelf = shelved ? fileShelf(cache, 'texts') : undefined
      const memory: BuildMemory = { ...emptyMemory(), shelf }
      let essays = Array.from({ length: count }, (_, name) => essayOf(name, ''))
      for (const essay of essays) learn(memory, essay, '')
      knownIndex(essays, memory)
      for (const [round, { do: what, at, extra }] of steps.entries()) {
        const place = at % essays.length
        const name = Number(essays[place]?.title.slice('Essay '.length))
        const fresh = essayOf(what === 'add' ? count + round : name, extra)
        if (what === 'edit') essays = essays.with(place, fresh)
        if (what === 'add') essays = essays.toSpliced(place, 0, fresh)
        if (what === 'drop') essays = essays.toSpliced(place, 1)
        if (what === 'swap') essays = [...essays.slice(place), ...essays.slice(0, place)]
        if (what === 'lose') cache.remove('texts')
        if (what === 'edit' || what === 'add') learn(memory, fresh, `${round} ${extra}`)
        const file = cache.files.get('texts')
        if (what === 'spoil' && file) file[at % file.length] = (file[at % file.length] ?? 0) ^ 1
        const warm = knownIndex(essays, memory)
        const cold = knownIndex(essays, emptyMemory())
        assert.ok(cold.pieces.length > 2)
        assert.deepEqual(written(warm), written(cold))
      }
    }),
    { numRuns: Number(process.env.CACHE_RUNS ?? 8) },
  )
})

test('an edit asks no other essay for its words', () => {
  const memory = emptyMemory()
  const essays = Array.from({ length: count }, (_, name) => essayOf(name, ''))
  for (const essay of essays) learn(memory, essay, '')
  knownIndex(essays, memory)
  const shut = essays.map((essay) =>
    Object.defineProperty({ ...essay }, 'body', { get: () => assert.fail(essay.source) }),
  )
  const edited = essayOf(7, 'zebra')
  learn(memory, edited, 'edited')
  assert.deepEqual(
    written(knownIndex(shut.with(7, edited), memory)),
    written(knownIndex(essays.with(7, edited), emptyMemory())),
  )
})
