import { type OldBlog, readText } from '../old-blog.ts'
import { jekyllFeedId } from './address.ts'
import type { JekyllConfig } from './config.ts'
import type { JekyllSite, JekyllText } from './site.ts'

/** What posts are known by in the feed: that of jekyll-feed, or of a template in the root. */
export async function feedIds(
  blog: OldBlog,
  { baseUrl, plugins }: JekyllConfig,
  { feeds }: JekyllSite,
): Promise<(text: JekyllText) => string | undefined> {
  if (baseUrl === undefined) return () => undefined
  const base = baseUrl.replace(/\/$/, '')
  const byId = (text: JekyllText) => `${base}${encodeURI(jekyllFeedId(text.address, text))}`
  if (plugins.has('jekyll-feed') || plugins.has('github-pages')) return byId
  const [feed] = feeds
  const read = feed === undefined ? undefined : await readText(blog, feed)
  if (!read || 'problem' in read) return () => undefined
  const [named = ''] = /<(?:guid|id)\b[^>]*>[^<]*post\.[^<]*<\/(?:guid|id)>/.exec(read.text) ?? []
  if (named.includes('post.id')) return byId
  return named.includes('post.url')
    ? (text) => `${base}${encodeURI(text.address)}`
    : () => undefined
}
