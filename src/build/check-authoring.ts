import { checkPostNames } from '../check/post-names.ts'
import { checkSchedule, checkSummary } from '../check/publishing.ts'
import { checkSeriesTitles } from '../check/series-titles.ts'
import { checkSharedNotes } from '../check/shared-notes.ts'
import type { SharedNote } from '../essay/shared-notes.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Essay } from '../model/essay.ts'
import { routePath } from '../model/paths.ts'
import type { Settings } from '../model/settings.ts'
import { permalinkOf } from '../site/permalink.ts'
import { keyPlaces } from './key-places.ts'
import type { Content } from './read-content.ts'

/** All that has been written, published or not. */
export interface Written {
  readonly essays: readonly Essay[]
  readonly sharedNotes: ReadonlyMap<string, SharedNote>
  readonly settings: Settings
  readonly content: Content
  /** Milliseconds since 1970. */
  readonly now: number
}

/** What `check` says of texts as such, drafts and scheduled posts too: summaries, days to come, names, titles of series, shared notes. */
export function checkAuthoring(written: Written): readonly Diagnostic[] {
  const { essays, sharedNotes, settings, content, now } = written
  const placeOf = keyPlaces(content)
  const all = essays.map((essay) => ({
    essay,
    route:
      essay.kind === 'post' ? permalinkOf(essay, settings.permalink) : routePath(`/${essay.slug}/`),
  }))
  return [
    ...essays.flatMap((essay) => [
      ...checkSummary(essay, placeOf),
      ...checkSchedule(essay, now, placeOf),
      ...checkPostNames(essay, { all, placeOf }),
    ]),
    ...checkSeriesTitles(essays, placeOf),
    ...checkSharedNotes([...sharedNotes.values()], essays),
  ]
}
