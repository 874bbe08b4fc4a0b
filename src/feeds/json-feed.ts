import type { Author } from '../model/front-matter.ts'
import type { Channel } from './channel.ts'
import { rfc3339 } from './dates.ts'
import type { Entry } from './entry.ts'

interface JsonAuthor {
  readonly name: string
  readonly url?: string
}

/** One item of JSON Feed 1.1. A key that has nothing to say is left out. */
export interface JsonItem {
  readonly id: string
  readonly url: string
  readonly title: string
  readonly content_html: string
  readonly summary?: string
  readonly image?: string
  readonly date_published?: string
  readonly date_modified?: string
  readonly authors?: readonly JsonAuthor[]
  readonly tags?: readonly string[]
  readonly language: string
}

/** An entry for JSON Feed. */
export function jsonItem(entry: Entry): JsonItem {
  return {
    id: entry.id,
    url: entry.url,
    title: entry.title,
    content_html: entry.html,
    ...(entry.summary === '' ? {} : { summary: entry.summary }),
    ...(entry.image ? { image: entry.image.url } : {}),
    ...(entry.published === undefined ? {} : { date_published: rfc3339(entry.published) }),
    ...(entry.updated === undefined ? {} : { date_modified: rfc3339(entry.updated) }),
    ...authorsOf(entry.authors),
    ...(entry.categories.length === 0 ? {} : { tags: entry.categories }),
    language: entry.lang,
  }
}

/** A whole JSON Feed 1.1 document, in the order given. */
export function jsonDocument(channel: Channel, items: readonly JsonItem[]): string {
  const feed = {
    version: 'https://jsonfeed.org/version/1.1',
    title: channel.title,
    home_page_url: channel.home,
    feed_url: channel.self,
    description: channel.description,
    language: channel.lang,
    ...authorsOf(channel.authors),
    ...(channel.hub === undefined ? {} : { hubs: [{ type: 'WebSub', url: channel.hub }] }),
    items,
  }
  return `${JSON.stringify(feed, undefined, 1)}\n`
}

/** An item as it stands in a document. */
export function jsonItemText(item: JsonItem): string {
  return JSON.stringify(item, undefined, 1).replaceAll('\n', '\n  ')
}

function authorsOf(authors: readonly Author[]): { authors?: readonly JsonAuthor[] } {
  if (authors.length === 0) return {}
  return { authors: authors.map(({ name, url }) => (url === undefined ? { name } : { name, url })) }
}
