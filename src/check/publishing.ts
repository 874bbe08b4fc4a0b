import type { Diagnostic } from '../model/diagnostic.ts'
import { diagnose } from '../model/diagnostic.ts'
import type { Essay } from '../model/essay.ts'
import { heldBecause } from '../site/published.ts'
import type { KeyPlace } from './post-names.ts'

/** Posts that a search engine and a list have to show by their first words, since nobody has summed them up. */
export function checkSummary(essay: Essay, placeOf: KeyPlace): Diagnostic[] {
  const { front, kind, source } = essay
  if (kind !== 'post' || front.draft || (front.summary ?? '').trim() !== '') return []
  return [
    diagnose('FM116', {
      message: `“${essay.title}” has no summary, so lists, feeds and search engines show its first words.`,
      file: source,
      place: placeOf(source, 'title'),
      hint: 'summary: What the post says, in a sentence or two.',
    }),
  ]
}

/**
 * Posts whose day has not come: they are in no output until the site is built on that day or later.
 *
 * @param now milliseconds since 1970
 * @param text the source as it lies on disk
 */
export function checkSchedule(essay: Essay, now: number, placeOf: KeyPlace): Diagnostic[] {
  if (heldBecause(essay, now) !== 'scheduled') return []
  const { publishAt, date } = essay.front
  const key = publishAt ? 'publishAt' : 'date'
  const due = publishAt ?? date
  return [
    diagnose('FM117', {
      message: `“${essay.title}” is to appear on ${due?.text}, and is left out until the site is built then or later.`,
      file: essay.source,
      place: placeOf(essay.source, key),
      hint: 'To see it now: ibid dev, or ibid build --future.',
    }),
  ]
}
