import assert from 'node:assert/strict'
import { test } from 'node:test'
import { rendered } from '../site-from.ts'

const part = (day: string, series: string): string =>
  `---\nid: a${day.replace(/\D/g, '')}bcd\ndate: ${day}\ntitle: Part\nseries: ${series}\n---\n\nText.\n`

/** Titles of the series of posts by the day, in order of their ids. */
async function titles(...series: readonly string[]): Promise<readonly (readonly string[])[]> {
  const files = Object.fromEntries(
    series.map((each, i) => [`content/posts/p${i}.md`, part(`2020-01-0${i + 1}`, each)]),
  )
  const { site, diagnostics } = await rendered(files)
  assert.ok(site, JSON.stringify(diagnostics))
  return site.series.map(({ id, title }) => [id, title])
}

test('a series is called what its first part with a title says', async () => {
  assert.deepEqual(
    await titles(
      '{ id: logs, part: 3, title: Third thoughts }',
      '{ id: logs, part: 1 }',
      '{ id: logs, part: 2, title: The quiet logs }',
    ),
    [['logs', 'The quiet logs']],
  )
})

test('a series without a title is called by its id, as words where it is a plain name', async () => {
  assert.deepEqual(await titles('the-quiet-logs', 'Über-Logs', '静かな記録', 'locks_2'), [
    ['locks_2', 'Locks 2'],
    ['the-quiet-logs', 'The quiet logs'],
    ['Über-Logs', 'Über-Logs'],
    ['静かな記録', '静かな記録'],
  ])
})
