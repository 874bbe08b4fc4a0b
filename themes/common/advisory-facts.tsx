import type { Page, Post, Strings } from 'ibid/theme'
import { type Fact, FactRows } from './fact-rows.tsx'

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
  const facts: readonly Fact[] = [
    { name: 'CVE', values: advisory.cve },
    { name: strings.severity, values: advisory.severity === undefined ? [] : [advisory.severity] },
    { name: strings.affected, values: advisory.affected },
    { name: strings.fixed, values: advisory.fixed },
  ]
  return (
    <dl class={['advisory', severe.test(advisory.severity ?? '') && 'severe']}>
      <FactRows facts={facts} />
    </dl>
  )
}
