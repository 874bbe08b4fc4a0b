import type { Element } from 'hast'
import type { PageFacts } from './page-facts.ts'

/**
 * How a page presents itself where its address is shared. Source: ogp.me, with `article` for essays.
 *
 * @param image absolute address of a picture that stands for the page
 */
export function openGraph(page: PageFacts, image: string | undefined): Element[] {
  if (page.canonical === undefined) return []
  const { essay } = page
  return [
    property('og:title', page.title),
    property('og:type', essay?.kind === 'post' ? 'article' : 'website'),
    property('og:url', page.canonical),
    property('og:site_name', page.site.settings.title),
    property('og:description', page.description),
    property('og:locale', localeOf(page.lang)),
    property('og:image', image),
    property('og:image:alt', image === undefined ? undefined : essay?.front.image?.alt),
    ...articleFacts(page),
  ].filter((meta) => meta !== undefined)
}

function articleFacts(page: PageFacts): (Element | undefined)[] {
  const { essay } = page
  if (essay?.kind !== 'post') return []
  return [
    property('article:published_time', essay.date?.text),
    property('article:modified_time', essay.front.updated?.text),
    ...essay.front.tags.map((tag) => property('article:tag', tag)),
  ]
}

/** `en-GB` → `en_GB`; a language alone stays as it is. */
function localeOf(lang: string): string {
  const [language = '', region] = lang.split('-')
  return region !== undefined && /^[a-z]{2}$/i.test(region)
    ? `${language.toLowerCase()}_${region.toUpperCase()}`
    : language.toLowerCase()
}

/** `property` is RDFa, not HTML: hast has no property name of its own for it beyond the attribute's. */
function property(name: string, content: string | undefined): Element | undefined {
  if (content === undefined || content === '') return undefined
  return {
    type: 'element',
    tagName: 'meta',
    properties: { property: name, content },
    children: [],
  }
}
