import { createHash } from 'node:crypto'
import type { Element, Root } from 'hast'
import { raw } from 'hast-util-raw'
import type { FeedContext, FeedImage, PageTrees } from '../../src/feeds/context.ts'
import { feedFiles } from '../../src/feeds/feed-files.ts'
import type { ContentDate } from '../../src/model/content-date.ts'
import type { Diagnostic } from '../../src/model/diagnostic.ts'
import type { Essay } from '../../src/model/essay.ts'
import type { FrontMatter } from '../../src/model/front-matter.ts'
import { routePath, sourcePath } from '../../src/model/paths.ts'
import type { Settings } from '../../src/model/settings.ts'
import type { Post, Route, Series, Site, Tag } from '../../src/model/site.ts'

/** A post in few words. */
export interface Spec {
  readonly slug: string
  readonly id?: string | undefined
  readonly title?: string
  readonly date?: string
  readonly summary?: string
  readonly tags?: readonly string[]
  readonly series?: string
  readonly lang?: string
  readonly key?: string
  readonly source?: string
  readonly standfirst?: string
  readonly held?: 'draft' | 'scheduled' | 'expired'
  /** The body as its page shows it. */
  readonly html?: string
  /** The content of each note's `<li>`, without the way back. */
  readonly notes?: readonly string[]
  readonly titleHtml?: string
  readonly front?: Partial<FrontMatter>
  readonly image?: FeedImage
}

export interface SiteSpec {
  readonly url?: string
  readonly items?: number
  readonly settings?: Partial<Settings>
}

/** A date as a front matter gives it: a day, or RFC 3339. */
export function date(text: string): ContentDate {
  return { text, day: text.slice(0, 10), instant: Date.parse(text) }
}

export function digest(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

/** A call as pages show it. */
export function call(
  key: string,
  name: string | number,
  mark: string = String(name),
  more = '',
): string {
  return `<sup class="note-ref"><a id="fnref-${key}-${name}${more}" href="#fn-${key}-${name}" role="doc-noteref" aria-label="Footnote ${name}">${mark}</a></sup>`
}

/** The page's trees of a post, made from HTML. */
export function treesOf(spec: Spec): PageTrees {
  const key = spec.key ?? spec.slug
  const items = (spec.notes ?? []).map((content, index) => {
    const name = index + 1
    const back = ` <a href="#fnref-${key}-${name}" role="doc-backlink" aria-label="Back">↩</a>`
    const withBack = content.endsWith('</p>')
      ? `${content.slice(0, -4)}${back}</p>`
      : `${content}<p class="note-back">${back}</p>`
    return `<li id="fn-${key}-${name}" value="${name}">${withBack}</li>`
  })
  const section = `<section class="notes" role="doc-endnotes" aria-labelledby="notes-${key}"><h2 id="notes-${key}">Notes</h2><ol>${items.join('\n')}</ol></section>`
  return {
    body: tree(spec.html ?? '<p>Words.</p>'),
    notes: items.length > 0 ? (tree(section).children[0] as Element) : undefined,
    title: spec.titleHtml === undefined ? undefined : (tree(spec.titleHtml).children as Element[]),
  }
}

function tree(html: string): Root {
  return raw({ type: 'root', children: [{ type: 'raw', value: html } as never] }) as Root
}

function essayOf(spec: Spec): Essay {
  const id = 'id' in spec ? spec.id : `id-of-${spec.slug}`
  return {
    source: sourcePath(spec.source ?? `content/posts/${spec.slug}.md`),
    kind: 'post',
    front: {
      ...(id === undefined ? {} : { id }),
      draft: false,
      updates: [],
      authors: [],
      guest: false,
      tags: spec.tags ?? [],
      aliases: [],
      discuss: [],
      notes: {},
      ...(spec.series === undefined ? {} : { series: { id: spec.series } }),
      ...spec.front,
    },
    key: spec.key ?? spec.slug,
    title: spec.title ?? `Post ${spec.slug}`,
    titleContent: undefined,
    slug: spec.slug,
    date: date(spec.date ?? '2017-10-17'),
    lang: spec.lang ?? 'en',
    body: { type: 'root', children: [] },
    notes: (spec.notes ?? []).map((_, index) => ({
      number: index + 1,
      name: String(index + 1),
      kind: 'star',
      label: '*',
      content: [],
      references: [],
      place: undefined,
    })),
    standfirst: spec.standfirst,
    outline: [],
    summary: spec.summary ?? 'A summary.',
    words: { body: 1, notes: 0 },
    links: [],
    diagnostics: [],
  }
}

/** A site of posts given newest first, and what its feeds are made from. */
export function siteOf(
  specs: readonly Spec[],
  options: SiteSpec = {},
): { readonly site: Site; readonly context: FeedContext } {
  const posts = specs.map(
    (spec): Post => ({
      essay: essayOf(spec),
      route: routePath(`/posts/${spec.slug}/`),
      held: spec.held,
      tags: (spec.tags ?? []).map((name) => ({
        name,
        slug: name,
        route: routePath(`/tags/${name}/`),
      })),
    }),
  )
  const tags = [...new Set(specs.flatMap((spec) => spec.tags ?? []))].map(
    (name): Tag => ({
      name,
      slug: name,
      route: routePath(`/tags/${name}/`),
      posts: posts.filter((post) => post.tags.some((tag) => tag.name === name)),
    }),
  )
  const series = [...new Set(specs.flatMap((spec) => spec.series ?? []))].map(
    (id): Series => ({
      id,
      title: id,
      route: routePath(`/series/${id}/`),
      posts: posts.filter((post) => post.essay.front.series?.id === id).reverse(),
    }),
  )
  const url = options.url ?? 'https://example.org/'
  const trees = new Map(posts.map((post, index) => [post.essay, treesOf(specs[index] as Spec)]))
  const images = new Map(posts.map((post, index) => [post, specs[index]?.image]))
  return {
    site: {
      settings: { ...settings, url, feeds: { items: options.items ?? 20 }, ...options.settings },
      posts,
      pages: [],
      tags,
      series,
      routes: routesOf(posts, tags, series),
      base: new URL(url).pathname,
    },
    context: {
      digest,
      trees: (essay) => trees.get(essay) as PageTrees,
      image: (post) => images.get(post),
    },
  }
}

const settings: Settings = {
  title: 'Margins',
  url: 'https://example.org/',
  description: 'Essays & notes.',
  lang: 'en-GB',
  authors: [{ name: 'Ada Author', url: 'https://ada.example/' }],
  theme: 'plain',
  permalink: '/posts/:slug/',
  pageSize: 10,
  feeds: { items: 20 },
  code: { highlight: false },
  notes: { stars: 'auto', marks: 'number' },
  keyFacts: { automatic: true },
  cards: false,
  abbreviations: [],
  references: { cve: false, cwe: false, rfc: false },
  math: false,
  html: 'safe',
  nav: [],
  images: { remote: [] },
  security: { contact: [], languages: [] },
}

function routesOf(
  posts: readonly Post[],
  tags: readonly Tag[],
  series: readonly Series[],
): Route[] {
  return [
    { kind: 'home', path: routePath('/'), list: { posts, number: 1, count: 1 } },
    ...posts.map((post): Route => ({ kind: 'post', path: post.route, post })),
    ...tags.map((tag): Route => ({ kind: 'tag', path: tag.route, tag })),
    ...series.map((each): Route => ({ kind: 'series', path: each.route, series: each })),
    { kind: 'archive', path: routePath('/archive/') },
    { kind: 'not-found', path: routePath('/404.html') },
  ]
}

/** What a site of these posts puts out. */
export interface Output {
  /** The text of a file by its path. @throws where there is no such file */
  readonly text: (path: string) => string
  readonly paths: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

export function outputOf(specs: readonly Spec[], options: SiteSpec = {}): Output {
  const { site, context } = siteOf(specs, options)
  return outputFrom(site, context)
}

export function outputFrom(site: Site, context: FeedContext): Output {
  const { files, diagnostics } = feedFiles(site, context)
  const byPath = new Map(files.map((file) => [String(file.path), file.body]))
  return {
    text: (path) => {
      const body = byPath.get(path)
      if (typeof body !== 'string') throw new Error(`No file ${path} in ${[...byPath.keys()]}`)
      return body
    },
    paths: [...byPath.keys()],
    diagnostics,
  }
}
