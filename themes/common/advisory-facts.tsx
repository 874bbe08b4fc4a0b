import type { Page, Post, Strings } from 'ibid/theme'

interface AdvisoryFactsProps {
  readonly essay: (Post | Page)['essay']
  readonly strings: Strings
}

/** Severities that nobody may overlook: in words, or a CVSS score from 7.0 (CVSS 3.1 and 4.0, "high"). */
const severe = /^(?:critical|emergency|high|severe|(?:10|[7-9])(?:\.\d)?)\b/i

/** What an advisory is about, one fact a row; a banner where it is severe. */
export const AdvisoryFacts = ({ essay, strings }: AdvisoryFactsProps) => {
  const { advisory } = essay.front
  if (advisory === undefined) return null
  const rows: readonly (readonly [string, readonly string[]])[] = [
    ['CVE', advisory.cve],
    [strings.severity, advisory.severity === undefined ? [] : [advisory.severity]],
    [strings.affected, advisory.affected],
    [strings.fixed, advisory.fixed],
  ]
  return (
    <dl class={['advisory', severe.test(advisory.severity ?? '') && 'severe']}>
      {rows
        .filter(([, values]) => values.length > 0)
        .map(([name, values]) => (
          <div>
            <dt>{name}</dt>
            {values.map((value) => (
              <>
                {' '}
                <dd>{value}</dd>
              </>
            ))}
          </div>
        ))}
    </dl>
  )
}
