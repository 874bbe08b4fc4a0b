import type { Element, ElementContent } from 'hast'
import { createElement } from '../../src/jsx/create-element.ts'
import type { ContentDate } from '../../src/model/content-date.ts'
import type { Essay } from '../../src/model/essay.ts'
import type { FrontMatter } from '../../src/model/front-matter.ts'
import { routePath, sourcePath } from '../../src/model/paths.ts'
import type { Settings } from '../../src/model/settings.ts'
import type { Page, Post, Route, Series, Site, Tag } from '../../src/model/site.ts'
import type { EssayTrees } from '../../src/theme/contract.ts'

export const date = (day: string): ContentDate => ({
  text: day,
  day,
  instant: Date.parse(`${day}T00:00Z`),
})

export const settings: Settings = {
  title: 'The Example',
  url: 'https://example.org/',
  description: 'Essays on nothing in particular.',
  lang: 'en',
  authors: [{ name: 'A. Writer' }],
  theme: 'plain',
  permalink: '/posts/:slug/',
  pageSize: 10,
  license: 'CC-BY-4.0',
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

const plainFront: FrontMatter = {
  draft: false,
  updates: [],
  authors: [],
  guest: false,
  tags: [],
  aliases: [],
  discuss: [],
  notes: {},
}

/** An essay with everything a theme may have to show. */
export function essay(slug: string, changes: Partial<Essay> = {}): Essay {
  const front = { ...plainFront, ...changes.front }
  return {
    source: sourcePath(`content/posts/${slug}.md`),
    kind: 'post',
    key: 'k7q2',
    title: `On ${slug}`,
    titleContent: undefined,
    slug,
    date: date('2017-10-17'),
    lang: 'en',
    body: { type: 'root', children: [] },
    notes: [],
    standfirst: undefined,
    outline: [],
    summary: `What is to be said about ${slug}.`,
    words: { body: 1200, notes: 400 },
    links: [],
    diagnostics: [],
    ...changes,
    front,
  }
}

/** An essay's place among the others. */
export function post(slug: string, changes: Partial<Essay> = {}, place: Partial<Post> = {}): Post {
  return { essay: essay(slug, changes), route: routePath(`/posts/${slug}/`), tags: [], ...place }
}

const element = (name: string, attributes: Record<string, unknown>, ...children: unknown[]) =>
  createElement(name, { ...attributes, children }) as Element

const reference = element(
  'sup',
  { class: 'note-ref' },
  element(
    'a',
    { id: 'fnref-k7q2-1', href: '#fn-k7q2-1', role: 'doc-noteref', 'aria-label': 'Footnote 1' },
    '1',
  ),
)

/** Trees as the engine makes them, with one note. */
export const trees: EssayTrees = {
  body: {
    type: 'root',
    children: [
      element('p', {}, 'The British government', reference, ' was not amused.') as ElementContent,
      element('h2', { id: 'causes' }, 'Causes'),
      element('p', {}, 'There are several.'),
      element('h3', { id: 'first' }, 'The first'),
      element('p', {}, 'It is this.'),
      element('h2', { id: 'cures' }, 'Cures'),
      element('p', {}, 'There are none.'),
    ],
  },
  notes: element(
    'section',
    { class: 'notes', role: 'doc-endnotes', 'aria-labelledby': 'notes-k7q2' },
    element('h2', { id: 'notes-k7q2' }, 'Notes'),
    element(
      'ol',
      {},
      element(
        'li',
        { id: 'fn-k7q2-1', value: 1 },
        element(
          'p',
          {},
          'It seldom is. ',
          element(
            'a',
            {
              href: '#fnref-k7q2-1',
              role: 'doc-backlink',
              'aria-label': 'Back to the text, note 1',
            },
            '↩',
          ),
        ),
      ),
    ),
  ),
}

export const outline: Essay['outline'] = [
  { depth: 2, id: 'causes', text: 'Causes', place: undefined },
  { depth: 3, id: 'first', text: 'The first', place: undefined },
  { depth: 2, id: 'cures', text: 'Cures', place: undefined },
]

const krackTag = { name: 'Wi-Fi', slug: 'wi-fi', route: routePath('/tags/wi-fi/') }

/** Three posts, a page, a tag, a series and one address of each kind. */
export function exampleSite(changes: Partial<Settings> = {}, base = '/'): Site {
  const newest = post('patching', {
    standfirst: 'Mind the step. Hold the rail.',
    outline,
    front: {
      ...plainFront,
      updated: date('2018-02-03'),
      updates: [
        { date: date('2017-11-01'), note: 'Named the right vendor.' },
        { date: date('2018-02-03'), note: 'Added the second flaw.' },
      ],
      series: { id: 'flaws', part: 2 },
      discuss: [{ site: 'Lobsters', url: 'https://lobste.rs/s/abc' }],
    },
  })
  const middle = post('keys', {
    date: date('2016-01-05'),
    front: { ...plainFront, series: { id: 'flaws', part: 1 } },
  })
  const oldest = post('locks', { date: undefined })
  const posts: readonly Post[] = [
    { ...newest, tags: [krackTag], older: { title: middle.essay.title, route: middle.route } },
    {
      ...middle,
      newer: { title: newest.essay.title, route: newest.route },
      older: { title: oldest.essay.title, route: oldest.route },
    },
    { ...oldest, newer: { title: middle.essay.title, route: middle.route } },
  ]
  const about: Page = {
    essay: essay('about', { kind: 'page', title: 'About', date: undefined }),
    route: routePath('/about/'),
  }
  const tag: Tag = { ...krackTag, posts: posts.slice(0, 1) }
  const series: Series = {
    id: 'flaws',
    title: 'Flaws and faults',
    route: routePath('/series/flaws/'),
    posts: [posts[1] as Post, posts[0] as Post],
  }
  const all: Settings = { ...settings, ...changes }
  return {
    settings: all,
    posts,
    pages: [about],
    tags: [tag],
    series: [series],
    routes: routesOf(posts, about, tag, series),
    base,
  }
}

function routesOf(posts: readonly Post[], page: Page, tag: Tag, series: Series): readonly Route[] {
  return [
    {
      kind: 'home',
      path: routePath('/'),
      list: { posts, number: 1, count: 2, older: routePath('/page/2/') },
    },
    {
      kind: 'home',
      path: routePath('/page/2/'),
      list: { posts: posts.slice(2), number: 2, count: 2, newer: routePath('/') },
    },
    ...posts.map((each): Route => ({ kind: 'post', path: each.route, post: each })),
    { kind: 'page', path: page.route, page },
    { kind: 'tags', path: routePath('/tags/') },
    { kind: 'tag', path: tag.route, tag },
    { kind: 'series', path: series.route, series },
    { kind: 'archive', path: routePath('/archive/') },
    { kind: 'feeds', path: routePath('/feeds/') },
    { kind: 'not-found', path: routePath('/404.html') },
    {
      kind: 'redirect',
      path: routePath('/old/'),
      to: routePath('/posts/patching/'),
      title: 'On patching',
      source: sourcePath('content/posts/patching.md'),
    },
  ]
}
