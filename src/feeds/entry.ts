import { element, text } from '../hast/element.ts'
import { stringsFor } from '../locale/strings.ts'
import type { Author } from '../model/front-matter.ts'
import { absoluteAddressOf, absoluteUrlOf, type Post, type Site } from '../model/site.ts'
import { cleanLine } from './clean-text.ts'
import { itemContent, printItem } from './content/item-content.ts'
import { statusOf } from './content/lead.ts'
import type { FeedContext, FeedImage } from './context.ts'
import { publishedOf, updatedOf } from './dates.ts'
import { entryId } from './identity.ts'

/** A post as every kind of feed tells it. It depends on nothing but the post, its links and the site's address. */
export interface Entry {
  /** Absolute IRI, from the post's stored id. */
  readonly id: string
  /** The post's address, absolute, percent-encoded. */
  readonly url: string
  /** Plain text, never empty. */
  readonly title: string
  /** Plain text without note marks. */
  readonly summary: string
  /** The post as HTML: all of it, or its summary where its author wants no more in feeds. */
  readonly html: string
  /** Milliseconds since 1970. */
  readonly published: number | undefined
  /** Milliseconds since 1970: the newest date that the author gave. */
  readonly updated: number | undefined
  readonly authors: readonly Author[]
  /** Names of the post's tags. */
  readonly categories: readonly string[]
  /** BCP 47 tag. */
  readonly lang: string
  readonly image: FeedImage | undefined
}

/** Gathers what feeds say of a post. */
export function entryOf(post: Post, site: Site, context: FeedContext): Entry {
  const { essay } = post
  const authors = essay.front.authors.length > 0 ? essay.front.authors : site.settings.authors
  const url = absoluteUrlOf(site, post.route)
  const title = cleanLine(essay.title) || cleanLine(essay.slug) || url
  const summary = cleanLine(essay.summary)
  return {
    id: entryId(essay, context.digest),
    url,
    title,
    summary,
    get html() {
      return essay.front.feed === 'summary'
        ? summaryHtml(post, site, { url, title, summary })
        : printItem(itemContent(post, site, context.trees(essay)))
    },
    published: publishedOf(essay)?.instant,
    updated: updatedOf(essay)?.instant,
    authors: authors
      .map((author) => cleanAuthor(site, author))
      .filter((author) => author.name !== ''),
    categories: [...new Set(post.tags.map((tag) => cleanLine(tag.name)))].filter(Boolean),
    lang: essay.lang,
    image: context.image?.(post),
  }
}

/** The same entry with its summary and a link in the place of the whole post, which is too long for a feed. */
export function shortened(entry: Entry, post: Post, site: Site): Entry {
  const { html: _whole, ...parts } = Object.getOwnPropertyDescriptors(entry)
  const html = { value: summaryHtml(post, site, entry), enumerable: true }
  return Object.defineProperties({}, { ...parts, html }) as Entry
}

/** The summary and a link, and before them, where the post no longer holds, that it does not. */
function summaryHtml(
  { essay }: Post,
  site: Site,
  { url, title, summary }: Pick<Entry, 'url' | 'title' | 'summary'>,
): string {
  const link = element('p', {}, [element('a', { href: url }, [text(title)])])
  const words = summary === '' ? [] : [element('p', {}, [text(summary)])]
  const children = [...statusOf(essay, site, stringsFor(essay.lang)), ...words, link]
  return printItem({ type: 'root', children })
}

/** An author whose address a feed may carry: absolute, and of a page. */
export function cleanAuthor(site: Pick<Site, 'settings'>, { name, url }: Author): Author {
  const address = url === undefined ? '' : absoluteAddressOf(site, url)
  return {
    name: cleanLine(name),
    url: /^https?:/i.test(address) && URL.canParse(address) ? new URL(address).href : undefined,
  }
}
