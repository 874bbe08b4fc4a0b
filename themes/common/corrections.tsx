import type { Page, Post, Strings } from 'ibid/theme'
import { Day } from './day.tsx'

interface CorrectionsProps {
  readonly essay: (Post | Page)['essay']
  readonly strings: Strings
}

/** The id of an essay's corrections, which no heading's id can be like. */
export const correctionsId = (essay: (Post | Page)['essay']): string => `Corrections-${essay.key}`

/** What was changed after the essay was published, latest first. */
export const Corrections = ({ essay, strings }: CorrectionsProps) => {
  const updates = [...essay.front.updates].sort((a, b) => b.date.instant - a.date.instant)
  return (
    updates.length > 0 && (
      <section class="corrections" aria-labelledby={correctionsId(essay)}>
        <h2 id={correctionsId(essay)}>{strings.corrections}</h2>
        <dl>
          {updates.map((update) => (
            <div>
              <dt>
                <Day date={update.date} strings={strings} />
              </dt>{' '}
              <dd>{update.note}</dd>
            </div>
          ))}
        </dl>
      </section>
    )
  )
}
