import type { Element } from 'hast'
import type { PageFacts } from './page-facts.ts'
import type { ShareImage } from './share-image.ts'

/**
 * How a page presents itself where its address is shared. Source: ogp.me, with `article` for essays. What only
 * Twitter's card asks for is the kind of card; the rest it takes from Open Graph.
 */
export function openGraph(page: PageFacts, image: ShareImage | undefined): Element[] {
  if (page.canonical === undefined) return []
  const { essay } = page
  return [
    property('og:title', page.title),
    property('og:type', essay?.kind === 'post' ? 'article' : 'website'),
    property('og:url', page.canonical),
    property('og:site_name', page.site.settings.title),
    property('og:description', page.description),
    property('og:locale', localeOf(page.lang)),
    property('og:image', image?.url),
    property('og:image:width', image?.size && String(image.size.width)),
    property('og:image:height', image?.size && String(image.size.height)),
    property('og:image:alt', image?.alt),
    ...articleFacts(page),
    essay && named('twitter:card', image ? 'summary_large_image' : 'summary'),
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

function named(name: string, content: string): Element {
  return { type: 'element', tagName: 'meta', properties: { name, content }, children: [] }
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
