import { forEachBounded } from '../io/bounded.ts'
import type { SourceFiles } from '../io/ports.ts'
import type { ContentDate } from '../model/content-date.ts'
import type { Essay } from '../model/essay.ts'
import { withDate } from './cache/essay-head.ts'
import type { Content } from './read-content.ts'

/**
 * Gives a day to each post without one: that of its first commit, else that of the file. The warning
 * about it comes with the essay.
 */
export async function datedEssays(
  essays: readonly Essay[],
  content: Content,
  files: SourceFiles,
): Promise<readonly Essay[]> {
  const days = new Map<string, ContentDate>()
  const undated = essays.filter((essay) => essay.kind === 'post' && !essay.date)
  await forEachBounded(undated, async ({ source }) => {
    const committed = await files.firstCommitted(source)
    const modified = content.entries.get(source)?.modified ?? 0
    days.set(source, bareDay(committed ?? new Date(modified).toISOString().slice(0, 10)))
  })
  return essays.map((essay) => {
    const date = days.get(essay.source)
    return date ? withDate(essay, date) : essay
  })
}

function bareDay(day: string): ContentDate {
  return { text: day, day, instant: Date.parse(`${day}T00:00:00Z`) }
}
