import type { Element, ElementContent } from 'hast'
import { contentOf } from '../jsx/children.ts'
import { createElement } from '../jsx/create-element.ts'
import type { RoutePath } from '../model/paths.ts'
import { routePath } from '../model/paths.ts'
import type { Route } from '../model/site.ts'
import { contentSecurityPolicy } from './content-security-policy.ts'
import type { Theme } from './contract.ts'
import { jsonLd } from './json-ld.ts'
import { openGraph } from './open-graph.ts'
import type { PageFacts } from './page-facts.ts'
import type { ShareImage } from './share-image.ts'

/** What the head needs beyond the page itself. */
export interface HeadInputs {
  /** Where the theme's style sheets lie in the output: `assets/plain.3f2a9c.css`. */
  readonly styles: readonly string[]
  /** The picture that stands for the page where it is shared. */
  readonly image: ShareImage | undefined
  /** The content security policy to state; `''` states none. */
  readonly policy: string | undefined
  /** The site's icons, best first. */
  readonly icons: readonly SiteIcon[]
  /** The page's one script; hardly any page has one. */
  readonly script: PageScript | undefined
}

/** A script of the engine's, by its address and its digest for `integrity=`. */
export interface PageScript {
  readonly script: RoutePath
  readonly integrity: string
}

/** A picture that stands for the site in a browser's tab. */
export interface SiteIcon {
  readonly route: RoutePath
  /** Media type: `image/svg+xml`. */
  readonly type: string
}

/** The whole `<head>` of a page: what every page must say, then what the theme adds. */
export function headOf(route: Route, page: PageFacts, theme: Theme, inputs: HeadInputs): Element {
  return element('head', {}, [
    element('meta', { charset: 'utf-8' }),
    ...policyOf(page, inputs),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('title', {}, [{ type: 'text', value: documentTitle(page) }]),
    ...named('description', page.description),
    ...named('robots', page.robots),
    ...named('color-scheme', 'light dark'),
    ...named('generator', 'Ibid'),
    ...authorsOf(page),
    ...(route.kind === 'redirect' ? [refreshTo(page, route.to)] : []),
    ...links(route, page),
    ...inputs.icons.map(({ route: icon, type }) => link('icon', page.href(icon), { type })),
    ...openGraph(page, inputs.image),
    ...(route.kind === 'post' ? [jsonLd(route.post, page, inputs.image?.url)] : []),
    ...inputs.styles.map((file) =>
      link('stylesheet', page.href(routePath(`/${file}`)), { type: 'text/css' }),
    ),
    ...scriptOf(page, inputs.script),
    ...themeHead(theme, page),
  ])
}

/** What a browser's tab says: the page, then the site. */
function documentTitle(page: PageFacts): string {
  const site = page.site.settings.title
  return page.title === site || site === '' ? page.title : `${page.title} – ${site}`
}

function policyOf(
  page: PageFacts,
  { policy, script }: Pick<HeadInputs, 'policy' | 'script'>,
): Element[] {
  const content =
    policy ?? contentSecurityPolicy(page.site.settings, 'page', { script: script !== undefined })
  return content === ''
    ? []
    : [element('meta', { 'http-equiv': 'Content-Security-Policy', content })]
}

function authorsOf(page: PageFacts): Element[] {
  const own = page.essay?.front.authors ?? []
  const authors = own.length > 0 ? own : page.site.settings.authors
  return authors.flatMap((author) => named('author', author.name))
}

function scriptOf(page: PageFacts, script: PageScript | undefined): Element[] {
  if (script === undefined) return []
  const { integrity } = script
  return [element('script', { type: 'module', src: page.href(script.script), integrity })]
}

/** Takes the reader to the new address on hosts that cannot redirect. */
function refreshTo(page: PageFacts, to: RoutePath): Element {
  return element('meta', { 'http-equiv': 'refresh', content: `0; url=${page.href(to)}` })
}

function links(route: Route, page: PageFacts): Element[] {
  const list = route.kind === 'home' ? route.list : undefined
  return [
    ...(page.canonical === undefined ? [] : [link('canonical', page.canonical)]),
    ...otherLanguages(route, page),
    ...(list?.newer === undefined ? [] : [link('prev', page.href(list.newer))]),
    ...(list?.older === undefined ? [] : [link('next', page.href(list.older))]),
    ...page.feeds.map((feed) =>
      link('alternate', page.href(feed.route), { type: feed.type, title: feed.title }),
    ),
  ]
}

/** The page and its translations, each to be shown to readers of its language (HTML, 4.6.7.1). */
function otherLanguages(route: Route, page: PageFacts): Element[] {
  const essay = route.kind === 'post' ? route.post : route.kind === 'page' ? route.page : undefined
  const { translations = [] } = essay ?? {}
  if (essay === undefined || translations.length === 0) return []
  const all = [{ lang: page.lang, route: essay.route }, ...translations]
  return all.map(({ lang, route: to }) => link('alternate', page.url(to), { hreflang: lang }))
}

/** Keeps only what may stand in a head; a theme's mistake there would end the head early. */
function themeHead(theme: Theme, page: PageFacts): ElementContent[] {
  return contentOf(theme.head?.(page)).filter(
    (node) => node.type === 'element' && (node.tagName === 'link' || node.tagName === 'meta'),
  )
}

function named(name: string, content: string | undefined): Element[] {
  return content === undefined || content === '' ? [] : [element('meta', { name, content })]
}

function link(rel: string, href: string, more: Readonly<Record<string, string>> = {}): Element {
  return element('link', { rel, href, ...more })
}

function element(
  tagName: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly ElementContent[] = [],
): Element {
  return createElement(tagName, { ...attributes, children }) as Element
}
