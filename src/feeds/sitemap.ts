import type { ContentDate } from '../model/content-date.ts'
import type { Essay } from '../model/essay.ts'
import { outputPathOf, type RoutePath, routePath } from '../model/paths.ts'
import { absoluteUrlOf, type OutputFile, type Post, type Route, type Site } from '../model/site.ts'
import type { KnownFeeds } from './context.ts'
import { newest, updatedOf, w3cDate } from './dates.ts'
import { lines, printDocument, xml } from './xml.ts'

const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9'
/** Most addresses that one sitemap may list (sitemaps.org). */
const mostAddresses = 50_000

/** One page that search engines should know. */
interface Listed {
  readonly address: string
  readonly changed: ContentDate | undefined
}

/**
 * `/sitemap.xml`: every page that may be found, under its own address, with the day it last changed as
 * its author says. No drafts, redirects, error pages, `robots: noindex`, and no copy of a page that
 * stands elsewhere. Beyond 50,000 pages it lists `/sitemap-1.xml` and so on.
 */
export function sitemapFiles(
  site: Site,
  limit: number = mostAddresses,
  known?: KnownFeeds,
): readonly OutputFile[] {
  const listed = site.routes.flatMap((route) => listedAs(route, site))
  const main = routePath('/sitemap.xml')
  if (listed.length <= limit) return [sitemapFile(main, pagesDocument, listed, known)]
  const parts = Array.from({ length: Math.ceil(listed.length / limit) }, (_, index) => ({
    route: routePath(`/sitemap-${index + 1}.xml`),
    pages: listed.slice(index * limit, (index + 1) * limit),
  }))
  const index = parts.map(({ route, pages }) => ({
    address: absoluteUrlOf(site, route),
    changed: newest(pages.map((page) => page.changed)),
  }))
  const indexDocument = (listed: readonly Listed[]): string =>
    listDocument('sitemapindex', 'sitemap', listed)
  return [
    sitemapFile(main, indexDocument, index, known),
    ...parts.map(({ route, pages }) => sitemapFile(route, pagesDocument, pages, known)),
  ]
}

function listedAs(route: Route, site: Site): readonly Listed[] {
  const address = absoluteUrlOf(site, route.path)
  switch (route.kind) {
    case 'not-found':
    case 'redirect':
    case 'search':
      return []
    case 'feeds':
      return [{ address, changed: undefined }]
    case 'post':
      return route.post.held ? [] : listedEssay(route.post.essay, address)
    case 'page':
      return listedEssay(route.page.essay, address)
    default:
      return [{ address, changed: newestOf(postsOn(route, site)) }]
  }
}

function listedEssay(essay: Essay, address: string): readonly Listed[] {
  const { robots, canonical } = essay.front
  const isCopy = canonical !== undefined && canonical !== address
  if (isCopy || /\b(?:noindex|none)\b/i.test(robots ?? '')) return []
  return [{ address, changed: updatedOf(essay) }]
}

/** The posts that a list shows; all of them where it is a list of everything. */
function postsOn(route: Route, site: Site): readonly Post[] {
  switch (route.kind) {
    case 'home':
      return route.list.posts
    case 'tag':
      return route.tag.posts
    case 'series':
      return route.series.posts
    case 'author':
      return route.author.posts
    default:
      return site.posts
  }
}

function newestOf(posts: readonly Post[]): ContentDate | undefined {
  return newest(posts.filter((post) => !post.held).map((post) => updatedOf(post.essay)))
}

function pagesDocument(pages: readonly Listed[]): string {
  return listDocument('urlset', 'url', pages)
}

function listDocument(root: string, entry: string, listed: readonly Listed[]): string {
  const entries = listed.map(({ address, changed }) =>
    xml(entry, {}, xml('loc', {}, address), changed && xml('lastmod', {}, w3cDate(changed))),
  )
  return printDocument(xml(root, { xmlns: namespace }, lines(entries)))
}

function sitemapFile(
  route: RoutePath,
  print: (listed: readonly Listed[]) => string,
  listed: readonly Listed[],
  known: KnownFeeds | undefined,
): OutputFile {
  const path = outputPathOf(route)
  const make = (): string => print(listed)
  const inputs = listed.map(({ address, changed }) => `${address} ${changed?.text ?? ''}`)
  const body = known ? known.body(path, inputs.join('\n'), make) : make()
  return { path, body, stage: 'feed', origin: 'the sitemap' }
}
