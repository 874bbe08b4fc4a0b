import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { checkPullQuote } from '../../../src/semantics/components/check-pull-quote.ts'
import { spentSince } from '../../processor-time.ts'

const essay =
  'Our doors depend upon the locksmith. If the spring snaps only once, then that decides everything, ' +
  'and not only for “careful” neighbours. NEITHER the lock – nor the latch – mustn’t be oiled. ' +
  'Ｆｕｌｌ width and co\u00ADoperate. 我们必须修补路由器。'

const found: Record<string, string> = {
  'word for word': 'Our doors depend upon the locksmith.',
  'other case': 'our DOORS depend',
  'straight quotes for round ones': 'not only for "careful" neighbours',
  'a straight apostrophe': "the latch mustn't be oiled",
  'other dashes': 'the lock -- nor the latch - mustn’t',
  'other white space': 'Our\n doors\u00a0 depend',
  'an ellipsis before and after': '… if the spring snaps only once …',
  'stray punctuation at the end': '…then that decides everything,..',
  'words left out': 'Our doors … only once, … careful neighbours',
  'words left out in brackets': 'Our doors [...] decides everything',
  'over the end of a sentence': 'the locksmith. If the spring',
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
    '…if it snaps only once that decides everything,..',
    'If the spring snaps only once, then that decides everything',
  ],
  'part of a word': ['ur doors depend upon the locksmit', 'Our doors depend upon the locksmith'],
  'another order': ['decides everything … only once', undefined],
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
  const started = process.cpuUsage()
  const check = checkPullQuote(quote, words.join(' '))
  assert.ok(spentSince(started) < 1000)
  assert.deepEqual(check, { found: false, nearest: passage.join(' ') })
})
