import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkPullQuote } from '../../../src/semantics/components/check-pull-quote.ts'

const essay =
  'Our lives revolve around the Internet. If the occasion breaks just once, then that becomes always, ' +
  'and not just to “friendly” governments. BOTH the client – and the router – mustn’t be patched. ' +
  'Ｆｕｌｌ width and co\u00ADoperate. 我们必须修补路由器。'

const found: Record<string, string> = {
  'word for word': 'Our lives revolve around the Internet.',
  'other case': 'our LIVES revolve',
  'straight quotes for round ones': 'not just to "friendly" governments',
  'a straight apostrophe': "the router mustn't be patched",
  'other dashes': 'the client -- and the router - mustn’t',
  'other white space': 'Our\n lives\u00a0 revolve',
  'an ellipsis before and after': '… if the occasion breaks just once …',
  'stray punctuation at the end': '…then that becomes always,..',
  'words left out': 'Our lives … just once, … friendly governments',
  'words left out in brackets': 'Our lives [...] becomes always',
  'over the end of a sentence': 'the Internet. If the occasion',
  'full-width letters': 'Full width',
  'a soft hyphen': 'and cooperate',
  'a script without spaces': '必须修补',
}
for (const [name, quote] of Object.entries(found))
  test(`the words stand in the essay: ${name}`, () => {
    assert.deepEqual(checkPullQuote(quote, essay), { found: true })
  })

const missing: Record<string, readonly [quote: string, nearest: string | undefined]> = {
  'words changed': [
    '…if it breaks just once that becomes always,..',
    'If the occasion breaks just once, then that becomes always',
  ],
  'part of a word': [
    'ur lives revolve around the Interne',
    'Our lives revolve around the Internet',
  ],
  'another order': ['becomes always … just once', undefined],
  'nothing like it': ['Seven purple elephants danced', undefined],
  'no words at all': ['…!', undefined],
}
for (const [name, [quote, nearest]] of Object.entries(missing))
  test(`the words do not stand in the essay: ${name}`, () => {
    const check = checkPullQuote(quote, essay)
    assert.equal(check.found, false)
    if (nearest) assert.equal('nearest' in check && check.nearest, nearest)
  })

test('any run of words of a text is found in it', () => {
  const word = fc.stringMatching(/^[a-zé’]{0,3}[a-z]$/)
  fc.assert(
    fc.property(
      fc.array(word, { minLength: 1, maxLength: 40 }),
      fc.nat(),
      fc.nat(),
      (words, a, b) => {
        const start = a % words.length
        const run = words.slice(start, start + 1 + (b % (words.length - start)))
        assert.ok(checkPullQuote(run.join('  ').toUpperCase(), words.join(', ')).found)
      },
    ),
    { numRuns: 200 },
  )
})

test('a quote that is missing from 10,000 words is told at once', () => {
  const words = Array.from({ length: 10_000 }, (_, i) => `word${(i * 7919) % 997}`)
  const passage = words.slice(5000, 5040)
  const quote = passage.toSpliced(20, 1, 'other').join(' ')
  const started = performance.now()
  const check = checkPullQuote(quote, words.join(' '))
  assert.ok(performance.now() - started < 1000)
  assert.deepEqual(check, { found: false, nearest: passage.join(' ') })
})
