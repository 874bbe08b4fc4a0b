import type { ElementContent } from 'hast'
import { element, text } from '../../hast/element.ts'
import type { Strings } from '../../locale/strings.ts'
import type { Essay } from '../../model/essay.ts'
import { absoluteUrlOf, type Post, type Site } from '../../model/site.ts'

/** What a page shows between its title and the essay: status, advisory, subtitle, standfirst. */
export function leadOf({ essay }: Post, site: Site, strings: Strings): ElementContent[] {
  return [
    ...statusOf(essay, site, strings),
    ...advisoryOf(essay, strings),
    ...(essay.front.subtitle ? [paragraph([element('em', {}, [text(essay.front.subtitle)])])] : []),
    ...(essay.standfirst ? [element('blockquote', {}, [paragraph([text(essay.standfirst)])])] : []),
  ]
}

/** The author's log of corrections, as a page shows it below the essay. */
export function correctionsOf({ front }: Essay, strings: Strings): ElementContent[] {
  if (front.updates.length === 0) return []
  const items = front.updates.map(({ date, note }) =>
    element('li', {}, [text(`${strings.day(date.day)}: ${note}`)]),
  )
  return [element('h2', {}, [text(strings.corrections)]), element('ul', {}, items)]
}

/** Says that an essay no longer holds, and what to read instead. */
export function statusOf({ front }: Essay, site: Site, strings: Strings): ElementContent[] {
  const { status } = front
  if (!status) return []
  const successor = site.posts.find(
    ({ essay, route }) =>
      status.by !== undefined && [essay.front.id, essay.slug, route].includes(status.by),
  )
  const instead = successor
    ? [
        text(` ${strings.readInstead} `),
        element('a', { href: absoluteUrlOf(site, successor.route) }, [text(successor.essay.title)]),
      ]
    : []
  return [paragraph([element('strong', {}, [text(strings[status.kind])]), ...instead])]
}

function advisoryOf({ front }: Essay, strings: Strings): ElementContent[] {
  const { advisory } = front
  if (!advisory) return []
  const facts = [
    advisory.cve.join(', '),
    labelled(strings.severity, advisory.severity ? [advisory.severity] : []),
    labelled(strings.affected, advisory.affected),
    labelled(strings.fixed, advisory.fixed),
  ].filter((fact) => fact !== '')
  return facts.length === 0
    ? []
    : [
        element(
          'ul',
          {},
          facts.map((fact) => element('li', {}, [text(fact)])),
        ),
      ]
}

function labelled(label: string, values: readonly string[]): string {
  return values.length === 0 ? '' : `${label}: ${values.join(', ')}`
}

function paragraph(children: readonly ElementContent[]): ElementContent {
  return element('p', {}, children)
}
