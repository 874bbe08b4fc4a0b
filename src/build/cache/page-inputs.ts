import type { Essay } from '../../model/essay.ts'
import type { Page, Post, Route, Site } from '../../model/site.ts'
import { readingMinutes } from '../../theme/reading-time.ts'
import type { SearchAssets } from '../../theme/search-page.ts'
import type { ShareImage } from '../../theme/share-image.ts'
import { digest } from './digest.ts'
import type { Facets } from './essay-head.ts'
import { essayParts, type Reads, siteParts } from './reads.ts'

/** What stands for the parts of a site. */
export interface InputFacts {
  readonly site: Site
  /** Stands for what all pages share: engine, theme, settings, icons. */
  readonly shared: string
  readonly facets: (source: string) => Facets | undefined
  /** Stands for where an essay's links lead and what its pictures are; undefined where it is not rendered yet. */
  readonly answers: (essay: Essay) => string | undefined
  /** The picture that stands for an essay. */
  readonly image: (essay: Essay) => ShareImage | undefined
  /** What the search page works with. */
  readonly search: SearchAssets
}

/** Tells what a page is made from. Two pages of one route with the same inputs have the same bytes. */
export interface PageInputs {
  /**
   * @param reads what the page looked at beyond its own
   * @returns undefined where that cannot be told without drawing the page
   */
  readonly of: (route: Route, reads: Reads) => string | undefined
}

export function pageInputs(facts: InputFacts): PageInputs {
  const { site, shared } = facts
  const posts = new Map(site.posts.map((post) => [post.essay.source as string, post]))
  const pages = new Map(site.pages.map((page) => [page.essay.source as string, page]))
  const { authors = [] } = site
  const lists = new Map(
    [...site.tags, ...site.series, ...authors].map((list) => [list.route as string, list]),
  )
  const parts = lazilyBy((part: number) => sitePart(site, part))
  const members = lazilyBy((route: string) => {
    const list = lists.get(route)
    return list && sourcesOf(list.posts)
  })
  const seen = (source: string, bits: number): string => {
    const post = posts.get(source)
    const one = post ?? pages.get(source)
    const known = facts.facets(source)
    return one && known ? essayPart(one, known, bits) : 'gone'
  }
  return {
    of: (route, reads) => {
      const own = ownPart(route, facts, seen)
      if (own === undefined) return undefined
      const read: string[] = [shared, route.kind, route.path, own]
      for (const part of Object.values(siteParts)) if (reads.site & part) read.push(parts(part))
      for (const list of reads.lists) read.push(list, members(list) ?? 'gone')
      for (const [bits, sources] of reads.essays)
        for (const source of sources) read.push(source, seen(source, bits))
      return digest(read.join('\n'))
    },
  }
}

/** What a page is about. */
function ownPart(
  route: Route,
  { answers, image, search }: InputFacts,
  seen: (source: string, bits: number) => string,
): string | undefined {
  switch (route.kind) {
    case 'post':
      return essayPage(route.post, answers, image, seen)
    case 'page':
      return essayPage(route.page, answers, image, seen)
    case 'home': {
      const { posts, number, count, newer, older } = route.list
      return JSON.stringify([number, count, newer, older, sourcesOf(posts)])
    }
    case 'tag':
      return JSON.stringify([route.tag.name, route.tag.slug])
    case 'series':
      return JSON.stringify([route.series.id])
    case 'author':
      return JSON.stringify([route.author.name, route.author.slug, route.author.url])
    case 'redirect':
      return JSON.stringify([route.to, route.title])
    case 'search':
      return JSON.stringify(search)
    default:
      return JSON.stringify(route)
  }
}

function essayPage(
  { essay }: Post | Page,
  answers: InputFacts['answers'],
  image: InputFacts['image'],
  seen: (source: string, bits: number) => string,
): string | undefined {
  const answered = answers(essay)
  if (answered === undefined) return undefined
  const all = essayParts.card | essayParts.whole | essayParts.neighbours
  return `${seen(essay.source, all)} ${answered} ${JSON.stringify(image(essay) ?? null)}`
}

function essayPart(one: Post | Page, facets: Facets, bits: number): string {
  const { essay, route } = one
  const read: string[] = []
  if (bits & essayParts.card) {
    const { held = '', tags = [] } = 'tags' in one ? one : {}
    // Names and slugs of tags come from the front matter, so their addresses are what the site adds.
    read.push(facets.card, essay.date?.text ?? '', route, held, ...tags.map((tag) => tag.route))
  }
  if (bits & essayParts.summary) read.push(facets.summary)
  if (bits & essayParts.minutes) {
    const { body, withNotes } = readingMinutes(essay.words)
    read.push(`${body}/${withNotes}`)
  }
  if (bits & essayParts.words) read.push(`${essay.words.body}+${essay.words.notes}`)
  if (bits & essayParts.neighbours) {
    const { older, newer, related }: Partial<Post> = 'tags' in one ? one : {}
    read.push(JSON.stringify([older, newer, related, one.translations]))
  }
  if (bits & essayParts.whole) read.push(facets.whole)
  return read.join(' ')
}

function sitePart(site: Site, part: number): string {
  switch (part) {
    case siteParts.posts:
      return sourcesOf(site.posts)
    case siteParts.pages:
      return sourcesOf(site.pages)
    case siteParts.tags:
      return digest(JSON.stringify(site.tags.map(({ name, slug, route }) => [name, slug, route])))
    case siteParts.authors:
      return digest(
        JSON.stringify(site.authors?.map(({ name, url, slug, route }) => [name, url, slug, route])),
      )
    case siteParts.series:
      return digest(JSON.stringify(site.series.map(({ id, route }) => [id, route])))
    default:
      return digest(JSON.stringify(site.routes.map(({ kind, path }) => [kind, path])))
  }
}

function sourcesOf(all: readonly (Post | Page)[]): string {
  return digest(all.map(({ essay }) => essay.source).join('\n'))
}

function lazilyBy<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>()
  return (key) => {
    const known = made.get(key)
    if (known !== undefined) return known
    const fresh = make(key)
    made.set(key, fresh)
    return fresh
  }
}
