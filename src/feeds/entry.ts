import { element, text } from '../hast/element.ts'
import type { Author } from '../model/front-matter.ts'
import { absoluteUrlOf, type Post, type Site } from '../model/site.ts'
import { cleanLine } from './clean-text.ts'
import { itemContent, printItem } from './content/item-content.ts'
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
  /** The whole post as HTML. */
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
  const make = (): string => printItem(itemContent(post, site, context.trees(essay)))
  return {
    id: entryId(essay, context.digest),
    url,
    title: cleanLine(essay.title) || cleanLine(essay.slug) || url,
    summary: cleanLine(essay.summary),
    html: context.remembered?.(post, make) ?? make(),
    published: publishedOf(essay)?.instant,
    updated: updatedOf(essay)?.instant,
    authors: authors.map(cleanAuthor).filter((author) => author.name !== ''),
    categories: [...new Set(post.tags.map((tag) => cleanLine(tag.name)))].filter(Boolean),
    lang: essay.lang,
    image: context.image?.(post),
  }
}

/** The same entry with its summary and a link in the place of the whole post, which is too long for a feed. */
export function shortened(entry: Entry): Entry {
  const children = [
    element('p', {}, [text(entry.summary)]),
    element('p', {}, [element('a', { href: entry.url }, [text(entry.title)])]),
  ]
  return { ...entry, html: printItem({ type: 'root', children }) }
}

/** An author whose address a feed may carry. */
export function cleanAuthor({ name, url }: Author): Author {
  const safe = url !== undefined && URL.canParse(url) ? new URL(url) : undefined
  return {
    name: cleanLine(name),
    url: safe && /^https?:$/.test(safe.protocol) ? safe.href : undefined,
  }
}
