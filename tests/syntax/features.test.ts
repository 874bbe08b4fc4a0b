import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Features, featuresOf } from '../../src/syntax/features.ts'
import { readMarkdown } from '../../src/syntax/markdown.ts'
import { nodesOf } from '../../src/syntax/walk.ts'

const on = (text: string): string[] =>
  Object.entries(featuresOf(text) as unknown as Record<keyof Features, boolean>).flatMap(
    ([name, value]) => (value ? [name] : []),
  )

describe('the constructs that a text needs', () => {
  for (const [text, wanted] of [
    ['Plain *words* with `code` and [a link](https://x.test/@me).', []],
    ['<https://x.test> and <a href="http://y.test">\n\n[r]: https://x.test', []],
    ['see https://x.test', ['literalLinks']],
    ['see www.x.test', ['literalLinks']],
    ['me@x.test', ['literalLinks']],
    ['> | a |\n> | - |', ['table']],
    ['a | b\n:-: | -', ['table']],
    ['- - -\n\n---', []],
    ['~x~', ['strikethrough']],
    ['- [ ] a', ['taskList']],
    ['- [\n', ['taskList']],
    ['a^[b]', ['inlineNotes']],
    ['a[^b]', ['labelledNotes']],
    ['> :::note', ['directives']],
    ['a :pull[b]', ['pull']],
    ['10:30 :smile:', []],
  ] as const)
    it(JSON.stringify(text), () => {
      assert.deepEqual(on(text), wanted)
    })
})

describe('a bare address that was not foreseen', () => {
  for (const text of [
    '"https://x.test" is',
    'www&period;x.test',
    'me&#64;x.test',
    'a https\\://x.test',
    '`](`https://x.test',
  ])
    it(JSON.stringify(text), () => {
      const tree = readMarkdown(text, { features: featuresOf(text), labels: [] })
      const all = readMarkdown(text, {
        features: { ...featuresOf(text), literalLinks: true },
        labels: [],
      })
      assert.deepEqual(tree, all)
      assert.ok(nodesOf(all).length > 0)
    })
})
