import type { Page, Post, Strings } from 'ibid/theme'

interface AdvisoryFactsProps {
  readonly essay: (Post | Page)['essay']
  readonly strings: Strings
}

/** What an advisory is about, one fact a row. */
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
    <dl class="advisory">
      {rows
        .filter(([, values]) => values.length > 0)
        .map(([name, values]) => (
          <div>
            <dt>{name}</dt>
            {values.map((value) => (
              <dd>{value}</dd>
            ))}
          </div>
        ))}
    </dl>
  )
}
