import type { Essay } from '../../model/essay.ts'
import type { AuthorPage, Page, Post, Route, Series, Site, Tag } from '../../model/site.ts'
import { readingMinutes } from '../../theme/reading-time.ts'
import { essayParts, type Reader, siteParts } from './reads.ts'

/** A site that tells a reader whatever is looked at in it. */
export interface TrackedSite {
  readonly site: Site
  /** A route of the site with everything that it leads to. */
  readonly route: (route: Route) => Route
}

/**
 * The same site, with every part behind an accessor, so that a page can depend on exactly what its theme
 * looked at. Whatever a theme does with a post (spreads it, prints it, compares it) goes through the
 * accessors. Parts are made when they are first looked at, and stay the same.
 */
export function trackedSite(site: Site, reader: Reader): TrackedSite {
  const post = once((one: Post) => trackedPost(one, reader))
  const page = once((one: Page) => trackedPage(one, reader))
  const tag = once((one: Tag) => trackedList(one, reader, post))
  const author = once((one: AuthorPage) => trackedList(one, reader, post))
  const series = once((one: Series) => trackedList(one, reader, post))
  const route = once((one: Route): Route => {
    if (one.kind === 'post') return { ...one, post: post(one.post) }
    if (one.kind === 'page') return { ...one, page: page(one.page) }
    if (one.kind === 'tag') return { ...one, tag: tag(one.tag) }
    if (one.kind === 'series') return { ...one, series: series(one.series) }
    if (one.kind === 'author') return { ...one, author: author(one.author) }
    if (one.kind !== 'home') return one
    return { ...one, list: { ...one.list, posts: one.list.posts.map(post) } }
  })
  const all = {
    posts: lazily(() => site.posts.map(post)),
    pages: lazily(() => site.pages.map(page)),
    tags: lazily(() => site.tags.map(tag)),
    series: lazily(() => site.series.map(series)),
    authors: lazily(() => site.authors?.map(author)),
    routes: lazily(() => site.routes.map(route)),
  }
  return {
    route,
    site: {
      settings: site.settings,
      base: site.base,
      get posts() {
        reader.site(siteParts.posts)
        return all.posts()
      },
      get pages() {
        reader.site(siteParts.pages)
        return all.pages()
      },
      get tags() {
        reader.site(siteParts.tags)
        return all.tags()
      },
      get series() {
        reader.site(siteParts.series)
        return all.series()
      },
      get authors() {
        reader.site(siteParts.authors)
        return all.authors()
      },
      get routes() {
        reader.site(siteParts.routes)
        return all.routes()
      },
    },
  }
}

function trackedPost(post: Post, reader: Reader): Post {
  const { source } = post.essay
  const essay = trackedEssay(post.essay, reader)
  const seen = (part: number): void => reader.essay(source, part)
  return {
    essay,
    get route() {
      seen(essayParts.card)
      return post.route
    },
    get held() {
      seen(essayParts.card)
      return post.held
    },
    get tags() {
      seen(essayParts.card)
      return post.tags
    },
    get older() {
      seen(essayParts.neighbours)
      return post.older
    },
    get newer() {
      seen(essayParts.neighbours)
      return post.newer
    },
    get related() {
      seen(essayParts.neighbours)
      return post.related
    },
    get translations() {
      seen(essayParts.neighbours)
      return post.translations
    },
  }
}

function trackedPage({ essay, route, translations }: Page, reader: Reader): Page {
  return {
    essay: trackedEssay(essay, reader),
    get route() {
      reader.essay(essay.source, essayParts.card)
      return route
    },
    get translations() {
      reader.essay(essay.source, essayParts.neighbours)
      return translations
    },
  }
}

/** Which part each property of an essay belongs to; what is not named here belongs to the whole. */
const partOf: Partial<Record<keyof Essay, number>> = {
  source: essayParts.card,
  kind: essayParts.card,
  front: essayParts.card,
  key: essayParts.card,
  title: essayParts.card,
  slug: essayParts.card,
  date: essayParts.card,
  lang: essayParts.card,
  standfirst: essayParts.card,
  summary: essayParts.summary,
}

function trackedEssay(essay: Essay, reader: Reader): Essay {
  const words = trackedWords(essay, reader)
  const properties: PropertyDescriptorMap = {}
  for (const name of Object.keys(essay) as (keyof Essay)[]) {
    const part = partOf[name] ?? essayParts.whole
    properties[name] = {
      enumerable: true,
      get:
        name === 'words'
          ? () => words
          : () => {
              reader.essay(essay.source, part)
              return essay[name]
            },
    }
  }
  return Object.defineProperties({}, properties) as Essay
}

function trackedWords({ source, words }: Essay, reader: Reader): Essay['words'] {
  return {
    get body() {
      reader.essay(source, essayParts.words)
      return words.body
    },
    get notes() {
      reader.essay(source, essayParts.words)
      return words.notes
    },
    get minutes() {
      reader.essay(source, essayParts.minutes)
      return readingMinutes(words)
    },
  }
}

function trackedList<List extends Tag | Series | AuthorPage>(
  list: List,
  reader: Reader,
  post: (post: Post) => Post,
): List {
  const posts = lazily(() => list.posts.map(post))
  return Object.defineProperty({ ...list }, 'posts', {
    enumerable: true,
    get: () => {
      reader.list(list.route)
      return posts()
    },
  })
}

function once<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(key)
    made.set(key, fresh)
    return fresh
  }
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
