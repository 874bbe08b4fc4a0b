import { usualPattern } from '../addresses.ts'
import { authorsOf, flagOf, lowerKeys, type OldFront, textOf } from '../front-values.ts'
import { type HugoConfig, isMapping, section } from './config.ts'
import type { HugoSite } from './site.ts'

/** What Hugo’s settings say, in the keys of `content/site.yaml`. */
export function hugoSettings(
  { data, baseUrl, languages, defaultLanguage }: HugoConfig,
  site: HugoSite,
  pattern: string,
): Readonly<Record<string, unknown>> {
  const own = languages.get(defaultLanguage) ?? {}
  const params = { ...section(data, 'params'), ...section(own, 'params') }
  const code = textOf(own.languagecode ?? own.locale ?? data.languagecode ?? data.locale)
  const pageSize = Number(section(data, 'pagination').pagersize ?? data.paginate)
  return {
    title: textOf(own.title ?? data.title),
    url: baseUrl,
    description: textOf(params.description ?? params.subtitle),
    lang: code ?? textOf(data.defaultcontentlanguage),
    authors: authorsOf(params.authors, params.author, data.author),
    permalink: pattern === usualPattern ? undefined : pattern,
    pageSize: Number.isInteger(pageSize) ? pageSize : undefined,
    nav: navigation(
      { ...section(data, 'menu'), ...section(data, 'menus'), ...section(own, 'menus') },
      site,
    ),
    math: usesDollars(data) ? true : undefined,
  }
}

/** The entries of the main menu that lead to something which is there. */
function navigation(menus: OldFront, site: HugoSite): unknown {
  const entries = Array.isArray(menus.main) ? menus.main.filter(isMapping).map(lowerKeys) : []
  const weight = (entry: OldFront) => Number(entry.weight) || Number.POSITIVE_INFINITY
  const sorted = entries.sort((a, b) => (weight(a) === weight(b) ? 0 : weight(a) - weight(b)))
  const links = sorted.flatMap((entry) => {
    const title = textOf(entry.name ?? entry.title ?? entry.identifier)
    const href = hrefOf(textOf(entry.url ?? entry.pageref), site)
    return title === undefined || href === undefined ? [] : [{ title, href }]
  })
  return links.length === 0 ? undefined : links
}

function hrefOf(typed: string | undefined, { texts }: HugoSite): string | undefined {
  if (typed === undefined || /^https?:\/\//i.test(typed)) return typed
  const path = `/${typed.replace(/^\/|\/$|\/?index\.html$/g, '')}/`.replace(/^\/+$/, '/')
  if (['/', '/tags/', '/archive/', '/search/'].includes(path)) return path
  if (path === '/categories/') return '/tags/'
  const text = texts.find(
    ({ address }) => address === path || address === path.replace(/\/$/, '.html'),
  )
  if (text?.kind === 'page') return path
  const [, first = ''] = path.split('/')
  return texts.some(({ place }) => place.folders[0]?.toLowerCase() === first)
    ? '/archive/'
    : undefined
}

/** Whether Markdown is told to leave `$…$` to a script for formulas. */
function usesDollars(data: OldFront): boolean {
  let here: OldFront = section(data, 'markup')
  for (const name of ['goldmark', 'extensions', 'passthrough']) here = section(here, name)
  return flagOf(here.enable) === true && JSON.stringify(here.delimiters ?? '').includes('$')
}
