import { usualPattern } from '../addresses.ts'
import { authorsOf, textOf, textsOf } from '../front-values.ts'
import { soundSettings } from '../sound-settings.ts'
import type { JekyllConfig } from './config.ts'
import type { JekyllSite } from './site.ts'

/** What Jekyll’s settings say, with the short forms of its posts, in the keys of `content/site.yaml`. */
export function jekyllSettings(
  config: JekyllConfig,
  site: JekyllSite,
  abbreviations: ReadonlyMap<string, string>,
  pattern: string,
): Readonly<Record<string, unknown>> {
  const { data, baseUrl } = config
  const short = [...abbreviations].filter(
    ([name, words]) => Object.keys(soundSettings({ abbreviations: { [name]: words } })).length > 0,
  )
  const nav = textsOf(data.header_pages).flatMap((file) => {
    const page = site.texts.find((text) => text.file === file && text.kind === 'page')
    return page ? [{ title: titled(page.name), href: `/${page.name}/` }] : []
  })
  const pageSize = Number(data.paginate)
  return {
    title: textOf(data.title ?? data.name),
    url: baseUrl,
    description: textOf(data.description ?? data.tagline),
    lang: textOf(data.lang ?? data.locale)?.replaceAll('_', '-'),
    authors: authorsOf(data.author, data.authors),
    permalink: pattern === usualPattern ? undefined : pattern,
    pageSize: Number.isInteger(pageSize) ? pageSize : undefined,
    nav: nav.length === 0 ? undefined : nav,
    abbreviations: short.length === 0 ? undefined : Object.fromEntries(short),
  }
}

function titled(name: string): string {
  const words = name.replaceAll(/[-_]+/g, ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
