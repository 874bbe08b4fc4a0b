import assert from 'node:assert/strict'
import { it } from 'node:test'
import fc from 'fast-check'
import { compileContext } from '../../src/build/compile-context.ts'
import { type CompileContext, compileEssay } from '../../src/essay/compile.ts'
import { memorySource } from '../../src/io/memory.ts'
import { sourcePath } from '../../src/model/paths.ts'
import { essayTerms } from '../../src/search/essay-terms.ts'

/** A word, and the call behind it: bound or not, of any kind. */
type Called = readonly [word: string, call: string]

const call = fc.constantFrom(
  ...['', '', '', '*', '**', '***', '[^a]', '[^b]', '[^zz]', '^[in *it*]', '^[]', '^[ ]'],
  ...['[^a][^b]', '[^a]*', '^[x]**', '[^zz]***'],
)
const words = fc.array(
  fc.tuple(
    fc.nat(999).map((n) => `w${n}`),
    call,
  ),
  { minLength: 1, maxLength: 5 },
)
const block = fc.tuple(
  fc.constantFrom('# ', '## ', '### ', '', '> ', '- ', '1. ', '| h |\n|---|\n| '),
  words,
)

const texts: Readonly<Record<string, string>> = {
  notes: '\n\n[^a]: label*\n\n[^b]: other [^zz]\n\n* one\n\n** two[^a]\n',
}

function typed(
  blocks: readonly (readonly [string, readonly Called[]])[],
  withCalls: boolean,
): string {
  const lines = blocks.map(
    ([sign, all]) => sign + all.map(([word, mark]) => (withCalls ? word + mark : word)).join(' '),
  )
  // Each note is called, so that none of them is text.
  const last = withCalls ? 'one* two** three[^a] four[^b]' : 'one two three four'
  return `${[...lines, last].join('\n\n')}${withCalls ? texts.notes : '\n'}`
}

const { context } = await compileContext(memorySource({ 'content/site.yaml': 'title: T\n' }))

function essayOf(text: string) {
  const source = { path: sourcePath('content/posts/p.md'), text }
  const { essay } = compileEssay(source, context as CompileContext)
  assert.ok(essay)
  return essay
}

it('what is derived from an essay is the same with its calls and without', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 6 }), (blocks) => {
      const plain = essayOf(typed(blocks, false))
      const noted = essayOf(typed(blocks, true))
      assert.ok(noted.notes.length >= 4)
      assert.equal(noted.title, plain.title)
      assert.equal(noted.summary, plain.summary)
      const outlines = [noted, plain].map(({ outline }) =>
        outline.map(({ depth, id, text }) => [depth, id, text]),
      )
      assert.deepEqual(outlines[0], outlines[1])
      assert.equal(noted.words.body, plain.words.body)
      for (const terms of essayTerms(noted).flat()) assert.doesNotMatch(terms, /\*|\[\^|\^\[/)
    }),
    { numRuns: 300 },
  )
})
