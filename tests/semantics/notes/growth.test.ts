import assert from 'node:assert/strict'
import { Session } from 'node:inspector/promises'
import { after, describe, it } from 'node:test'
import { post } from './read.ts'

type Shape = (size: number) => string

const each = (size: number, part: (index: number) => string): string =>
  Array.from({ length: size }, (_, index) => part(index)).join('')

/**
 * Texts that are read in proportion to their size. Missing are those where the parser underneath is not: thousands of
 * unpaired stars in one paragraph, which a limit bars, and of lists and notes with text between them.
 */
const read: Readonly<Record<string, Shape>> = {
  'calls that no note answers': (n) => `A${each(n, (i) => `[^a${i}] w`)}`,
  'star calls of many paragraphs': (n) => `${'word* that**\n\n'.repeat(n)}* note\n\n** other`,
  'stars with a space before them': (n) => `x* ${'word ** '.repeat(n)}\n\n* note\n\n** other`,
  'star notes that nothing calls': (n) => `x*\n\n${each(n, (i) => `*n${i}\n\n`)}`,
  'inline notes': (n) => 'w^[note] '.repeat(n),
  'inline notes that never end': (n) => 'w^[n '.repeat(n),
  'labelled notes': (n) => `${each(n, (i) => `w[^${i}] `)}\n\n${each(n, (i) => `[^${i}]: t\n`)}`,
  'calls in links': (n) => `${'[w[^1]](u) '.repeat(n >> 2)}\n\n[^1]: t`,
  'calls behind bare addresses': (n) => `${'https://x.test/[^1] '.repeat(n >> 2)}\n\n[^1]: t`,
}

/** Texts whose notes find their calls in proportion to their size, however the text was read. */
const resolved: Readonly<Record<string, Shape>> = {
  'star calls': (n) => `${'word* '.repeat(n)}\n\n* note`,
  'star calls without a note': (n) => `${'word** '.repeat(n)}x*\n\n* note`,
  'sections with star notes of their own': (n) => each(n, (i) => `# S${i}\n\nw*\n\n* n${i}\n\n`),
  'notes right under their calls': (n) => each(n, (i) => `w[^${i}]\n\n[^${i}]: t\n\n`),
  'many notes of one label': (n) => `w[^1]\n\n${'[^1]: t\n\n'.repeat(n)}`,
  'blocks indented too little': (n) => each(n, (i) => `w[^${i}]\n\n[^${i}]: t\n\n  more\n\n`),
  'a chain that nothing calls': (n) => each(n, (i) => `[^u${i}]: t[^u${i + 1}]\n`),
  'one great loop': (n) => `w[^0]\n\n${each(n, (i) => `[^${i}]: t[^${(i + 1) % n}]\n`)}`,
  'notes without a colon': (n) =>
    `${each(n, (i) => `w[^${i}] `)}\n\n${each(n, (i) => `[^${i}] t\n`)}`,
  'notes without a caret': (n) => `${'w[1] '.repeat(n)}\n\n${'[1]: t u\n\n'.repeat(n)}`,
}

const start = { line: 1, column: 1, offset: 0 }
const options = { stars: 'auto', math: false } as const

const session = new Session()
session.connect()
after(() => session.disconnect())
await session.post('Profiler.enable')
await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
// What was compiled before would only be counted by its calls.
const { parse } = await import('../../../src/syntax/parse.ts')
const { resolveNotes } = await import('../../../src/semantics/notes/index.ts')

/**
 * How often the blocks of all functions are entered while something is done: a measure of time that is the same on
 * any machine, however busy it is. What built-in functions do inside is not counted.
 */
async function stepsOf(work: () => void): Promise<number> {
  await session.post('Profiler.takePreciseCoverage')
  work()
  const { result } = await session.post('Profiler.takePreciseCoverage')
  return result
    .filter(({ url }) => url.startsWith('file:'))
    .flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges))
    .reduce((sum, { count }) => sum + count, 0)
}

const small = 150
const times = 4

/** Fails where a text of four times the size takes more than a little over four times the steps. */
async function checkGrowth(shape: Shape, prepare: (text: string) => () => void): Promise<void> {
  const few = await stepsOf(prepare(shape(small)))
  const many = await stepsOf(prepare(shape(times * small)))
  const growth = many / few
  assert.ok(
    growth < times ** 1.2,
    `${times} times the text took ${growth.toFixed(1)} times the steps`,
  )
}

describe('time grows with the text', () => {
  for (const [name, shape] of Object.entries(read))
    it(`when it is read: ${name}`, () =>
      checkGrowth(shape, (text) => () => parse({ path: post, text }, start, options)))
  for (const [name, shape] of Object.entries({ ...read, ...resolved }))
    it(`when notes find their calls: ${name}`, () =>
      checkGrowth(shape, (text) => {
        const source = { path: post, text }
        const parsed = parse(source, start, options)
        return () => resolveNotes(parsed, source, { shared: new Map() })
      }))
})
