import type { PageProps, Post } from 'ibid/theme'
import { correctionsId } from '../common/corrections.tsx'
import { Day } from '../common/day.tsx'
import { type Fact, FactRows } from '../common/fact-rows.tsx'
import { Separated } from '../common/separated.tsx'

interface StatusBarProps extends PageProps {
  readonly post: Post
}

/**
 * What somebody who has to act wants to know first: how bad it is, as of when, what is hit, what mends
 * it. For posts with an `advisory`.
 */
export const StatusBar = ({ post, strings }: StatusBarProps) => {
  const { advisory } = post.essay.front
  if (advisory === undefined) return null
  const facts: readonly Fact[] = [
    { name: strings.severity, values: severityOf(advisory.severity) },
    { name: strings.updated, values: updatesOf(post, strings) },
    { name: strings.affected, values: advisory.affected, wide: true },
    { name: strings.fixed, values: advisory.fixed, wide: true },
    { name: 'CVE', values: inOne(advisory.cve), wide: true },
  ]
  return (
    <dl class={['advisory', 'status-bar']}>
      <FactRows facts={facts} />
    </dl>
  )
}

/** The grade as it was written, on a ground that is as loud as it is grave (CVSS calls the upper two so). */
function severityOf(severity: string | undefined) {
  if (severity === undefined) return []
  const grave = /\b(?:critical|high)\b/i.test(severity)
  return [<strong class={['severity', grave && 'grave']}>{severity}</strong>]
}

/** When the post was last changed, and what was changed, with the way to the whole log. */
function updatesOf({ essay }: Post, strings: PageProps['strings']) {
  const { updated, updates } = essay.front
  const day = updated ?? essay.date
  if (day === undefined) return []
  const date = <Day date={day} strings={strings} />
  return [updates.length > 0 ? <a href={`#${correctionsId(essay)}`}>{date}</a> : date]
}

/** Many identifiers are one line, not a column. */
function inOne(values: readonly string[]) {
  return values.length > 0 ? [<Separated by=", " items={values} />] : []
}
