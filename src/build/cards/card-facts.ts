import type { Nodes } from 'mdast'
import { directionOf, stringsFor } from '../../locale/strings.ts'
import type { Strings } from '../../locale/words.ts'
import type { KeyFactsNode } from '../../model/components.ts'
import type { Essay } from '../../model/essay.ts'
import type { Advisory } from '../../model/front-matter.ts'
import { textOf } from '../../model/plain-text.ts'
import type { Site } from '../../model/site.ts'

/** The words of a card, all of them plain text without marks of notes. */
export interface CardFacts {
  readonly lang: string
  readonly direction: 'ltr' | 'rtl'
  readonly site: string
  readonly title: string
  /** What the post says of itself in a sentence; `''` where it says nothing. */
  readonly standfirst: string
  /** Most important first; none where the post has none. */
  readonly facts: readonly string[]
  /** Who wrote it, and when. */
  readonly byline: string
}

/** More would be too small to read where cards are shown. */
const mostFacts = 3

/** The words for the card of a post. */
export function cardFacts(essay: Essay, { settings }: Pick<Site, 'settings'>): CardFacts {
  const { front, lang, date } = essay
  const strings = stringsFor(lang)
  const authors = (front.authors.length > 0 ? front.authors : settings.authors).map(
    ({ name }) => name,
  )
  const parts = [
    authors.length > 0 ? strings.names(authors) : '',
    date ? strings.day(date.day) : '',
  ]
  const standfirst = essay.standfirst ?? front.subtitle ?? front.summary ?? ''
  return {
    lang,
    direction: directionOf(lang),
    site: drawable(settings.title),
    title: drawable(essay.title),
    standfirst: drawable(standfirst),
    facts: [...advisoryFacts(front.advisory, strings), ...keyFacts(essay)]
      .map(drawable)
      .filter((fact) => fact !== '')
      .slice(0, mostFacts),
    byline: drawable(parts.filter((part) => part !== '').join(' · ')),
  }
}

function advisoryFacts(advisory: Advisory | undefined, strings: Strings): readonly string[] {
  if (!advisory) return []
  const { cve, severity, affected, fixed } = advisory
  const named = (name: string, values: readonly string[]): string =>
    values.length > 0 ? `${name}: ${values.join(', ')}` : ''
  const first = [cve.join(', '), severity === undefined ? '' : named(strings.severity, [severity])]
  return [
    first.filter((part) => part !== '').join(' · '),
    named(strings.affected, affected),
    named(strings.fixed, fixed),
  ].filter((fact) => fact !== '')
}

/** The items of the first key facts, each without the items below it. */
function keyFacts({ body }: Essay): readonly string[] {
  const [list] = firstKeyFacts(body)?.children.filter((node) => node.type === 'list') ?? []
  return (list?.children ?? []).map(({ children }) =>
    textOf(children.filter((node) => node.type !== 'list')),
  )
}

function firstKeyFacts(body: Nodes): KeyFactsNode | undefined {
  const stack: Nodes[] = [body]
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.type === 'keyFacts') return node
    if ('children' in node)
      for (let i = node.children.length - 1; i >= 0; i--) stack.push(node.children[i] as Nodes)
  }
  return undefined
}

/** More characters than this never fit; setting them all would only take time. */
const longestText = 400

/** Without what no font draws: pictures that stand for words, and characters that cannot be seen. */
function drawable(text: string): string {
  const visible = text
    .normalize('NFC')
    .replace(/\p{Emoji_Presentation}|\p{Emoji}\uFE0F\u20E3?|\p{Cf}|\p{Variation_Selector}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
  return visible.length > longestText
    ? [...visible.slice(0, 2 * longestText)].slice(0, longestText).join('')
    : visible
}
