import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import { describe, it } from 'node:test'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { parse } from '../../src/syntax/parse.ts'
import { post } from '../semantics/notes/read.ts'

interface Example {
  readonly number: number
  readonly section: string
  readonly markdown: string
}

const examples = (createRequire(import.meta.url)('commonmark-spec') as { tests: Example[] }).tests

/** Examples that GFM reads otherwise: bare addresses are links. */
const gfm = new Set([602, 606, 608, 611, 612])

const json = (node: object): unknown => JSON.parse(JSON.stringify(node))

describe('CommonMark 0.31.2', () => {
  for (const stars of ['off', 'auto'] as const)
    it(`is read as it says, with stars ${stars}`, () => {
      assert.equal(examples.length, 652)
      for (const { number, markdown } of examples) {
        if (gfm.has(number)) continue
        const start = { line: 1, column: 1, offset: 0 }
        const { tree } = parse({ path: post, text: markdown }, start, { stars, math: false })
        assert.deepEqual(json(tree), json(fromMarkdown(markdown)), `example ${number}`)
      }
    })
})
