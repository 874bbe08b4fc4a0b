import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cardFacts } from '../../../src/build/cards/card-facts.ts'
import { rendered } from '../../site-from.ts'

const settings =
  'title: Marginal 📌 notes\nurl: https://example.org/\ndescription: d\nauthors: [Ada, Grace]\n'

async function factsOf(front: string, body: string) {
  const site = await rendered({
    'content/site.yaml': settings,
    'content/posts/a.md': `---\nid: facts-1\ntitle: T\ndate: 2017-10-17\n${front}---\n\n${body}\n`,
  })
  const post = site.site?.posts[0] ?? assert.fail('no post')
  return cardFacts(post.essay, site.site ?? assert.fail('no site'))
}

test('a card says who wrote what and when, without marks and emoji', async () => {
  const facts = await factsOf('pullquote: It was 🎉 quiet.\n', 'It was 🎉 quiet.')
  assert.deepEqual(facts, {
    lang: 'en',
    direction: 'ltr',
    site: 'Marginal notes',
    title: 'T',
    standfirst: 'It was quiet.',
    facts: [],
    byline: 'Ada and Grace · 17 October 2017',
  })
})

test('key facts stand on it without what lies below them, three at most, those of an advisory first', async () => {
  const body =
    ':::key-facts[Facts]\n\n- One©[^a], *really*.\n  - Deeper.\n- Two.\n- Three.\n- Four.\n\n:::\n\n[^a]: Note.'
  assert.deepEqual((await factsOf('', body)).facts, ['One©, really.', 'Two.', 'Three.'])
  const advisory =
    'advisory: { cve: [CVE-2024-3094], severity: high, affected: [xz 5.6, xz 5.6.1] }\n'
  assert.deepEqual((await factsOf(advisory, body)).facts, [
    'CVE-2024-3094 · Severity: high',
    'Affected: xz 5.6, xz 5.6.1',
    'One©, really.',
  ])
})

test('words fall back from the pull quote to the subtitle and the summary that was written', async () => {
  assert.equal((await factsOf('subtitle: S\nsummary: Y\n', 'Words.')).standfirst, 'S')
  assert.equal((await factsOf('summary: Y\n', 'Words.')).standfirst, 'Y')
  assert.equal((await factsOf('', 'Words.')).standfirst, '')
})

test('what cannot be seen is left out, and what never fits is not set', async () => {
  const facts = await factsOf(
    'subtitle: "Cafe\u0301 soft\u00ADhyphen\u200B wi\u2060de\u202F\u00A0space"\n',
    'Words.',
  )
  assert.equal(facts.standfirst, 'Café softhyphen wide space')
  const long = await factsOf(`summary: "${'𝒜'.repeat(5000)}"\n`, 'Words.')
  assert.equal(long.standfirst, '𝒜'.repeat(400))
})
