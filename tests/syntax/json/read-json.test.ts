import assert from 'node:assert/strict'
import test from 'node:test'
import fc from 'fast-check'
import { type JsonNode, readJson } from '../../../src/syntax/json/read-json.ts'

/** The value as `JSON.parse` would give it. */
function plain(node: JsonNode): unknown {
  if (node.kind === 'array') return node.items.map(plain)
  if (node.kind !== 'object') return node.value
  return Object.fromEntries(node.entries.map(({ name, value }) => [name, plain(value)]))
}

test('reads what JSON.stringify writes, with every value at its place', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6 }), fc.constantFrom(0, 1, '\t'), (value, indent) => {
      const text = JSON.stringify(value, undefined, indent)
      if (/\p{Cc}/u.test(text.replace(/[\n\t]/g, ''))) return
      const read = readJson(text)
      assert.ok('node' in read, text)
      assert.deepEqual(JSON.stringify(plain(read.node)), JSON.stringify(JSON.parse(text)))
      const stack = [read.node]
      for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
        const own = text.slice(node.start, node.end)
        assert.equal(JSON.stringify(plain(node)), JSON.stringify(JSON.parse(own)))
        if (node.kind === 'array') stack.push(...node.items)
        if (node.kind === 'object') stack.push(...node.entries.map((entry) => entry.value))
      }
    }),
  )
})

test('takes no text that JSON.parse refuses', () => {
  const piece = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    ',',
    ':',
    '"a"',
    '"',
    '1',
    '-',
    'true',
    'nul',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join('')
      if ('node' in readJson(text)) assert.doesNotThrow(() => JSON.parse(text), text)
    }),
    { numRuns: 2000 },
  )
})

const faults: readonly (readonly [text: string, problem: RegExp, at: string])[] = [
  ['', /ends in the middle/, ''],
  ['{"a": 1', /ends in the middle/, '1'],
  ['{"a": 1,}', /nothing follows this comma but }/, ','],
  ['[1 2]', /a comma or ] is missing/, '2'],
  ['{"a" 1}', /a colon is missing/, '1'],
  ['{a: 1}', /a cannot stand here/, 'a'],
  ["{'a': 1}", /' cannot stand here/, "'"],
  ['{1: 2}', /a key in double quotes/, '1'],
  ['{"a": 1, "a": 2}', /the key "a" is given twice/, '"a"'],
  ['{"a": "b}', /never closed/, '"'],
  ['{} {}', /something follows/, '{'],
  ['{\n<<<<<<< ours\n"a": 1\n=======\n}', /marks of a merge/, '<<<<<<<'],
  ['[,]', /a value is missing/, ','],
  ['[01]', /a comma or ] is missing/, '1'],
  ['[// no\n]', /\/ cannot stand here/, '/'],
]
for (const [text, problem, at] of faults)
  test(`tells what is wrong with ${JSON.stringify(text)}`, () => {
    const read = readJson(text)
    assert.ok('fault' in read)
    assert.match(read.fault.problem, problem)
    assert.equal(text.slice(read.fault.start, read.fault.end), at)
  })

test('a hundred thousand brackets are a fault, not a fall', () => {
  const read = readJson('['.repeat(100_000))
  assert.ok('fault' in read)
  assert.match(read.fault.problem, /too many values stand in one another/)
})
