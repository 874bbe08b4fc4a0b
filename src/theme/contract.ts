import type { Element, ElementContent, Root } from 'hast'
import type { Child } from '../jsx/child.ts'
import type { Strings } from '../locale/strings.ts'
import type { RoutePath } from '../model/paths.ts'
import type { AuthorPage, ListPage, Page, Post, Series, Site, Tag } from '../model/site.ts'

/** What every page of a theme gets. */
export interface PageProps {
  readonly site: Site
  /** The page's own address. */
  readonly path: RoutePath
  /** Plain text: what the page is called, without the site's name. The heading of lists. */
  readonly title: string
  /** BCP 47 tag of the page's language. */
  readonly lang: string
  /** The words of the interface in that language, or in English where there are none. */
  readonly strings: Strings
  /** Address of a route, or of a picture imported by the theme, as a link writes it: with the site's base path. */
  readonly href: (route: RoutePath) => string
  /** Absolute address of a route. */
  readonly url: (route: RoutePath) => string
  /** What a language calls itself; its BCP 47 tag where there are no words for it. */
  readonly languageName: (lang: string) => string
  /** The feeds that this page announces, the main one first. */
  readonly feeds: readonly FeedLink[]
}

/** A feed, for the head of a page and for links that people follow. */
export interface FeedLink {
  readonly title: string
  readonly route: RoutePath
  /** Media type: `application/rss+xml`, `application/atom+xml` or `application/feed+json`. */
  readonly type: string
}

/** An essay, rendered: its body and its notes, ready to be placed. */
export interface EssayTrees {
  readonly body: Root
  /** `<section class="notes">…`; absent where the essay has no notes. */
  readonly notes: Element | undefined
  /**
   * The title with its markup and calls of notes, for inside the `<h1>`; absent where the title is
   * plain text, `essay.title`.
   */
  readonly title?: readonly ElementContent[] | undefined
}

export interface HomeProps extends PageProps {
  readonly list: ListPage
}
export interface PostProps extends PageProps {
  readonly post: Post
  readonly trees: EssayTrees
}
export interface StaticPageProps extends PageProps {
  readonly page: Page
  readonly trees: EssayTrees
}
export interface TagProps extends PageProps {
  readonly tag: Tag
}
export interface SeriesProps extends PageProps {
  readonly series: Series
}
export interface FeedsProps extends PageProps {
  /** The list of feeds, ready to be placed below the title. A theme may draw its own from `feedDirectory`. */
  readonly trees: EssayTrees
}
export interface AuthorsProps extends PageProps {
  /** The list of authors, ready to be placed below the title. A theme may draw its own from `site.authors`. */
  readonly trees: EssayTrees
}
export interface AuthorProps extends PageProps {
  readonly author: AuthorPage
}
export interface SearchProps extends PageProps {
  /** The field to search in, ready to be placed below the title; its script finds it wherever it is. */
  readonly trees: EssayTrees
}
export interface RedirectProps extends PageProps {
  readonly to: RoutePath
}

/**
 * What each kind of page shows. A layout returns what stands in `<body>`, or the `<body>` itself where
 * it wants attributes on it. The document around it (language, head, style sheets, feeds, safety) is
 * made by the engine, so that no theme can forget it.
 */
export interface Layouts {
  readonly home: (props: HomeProps) => Child
  readonly post: (props: PostProps) => Child
  readonly page: (props: StaticPageProps) => Child
  readonly tags: (props: PageProps) => Child
  readonly tag: (props: TagProps) => Child
  readonly series: (props: SeriesProps) => Child
  readonly archive: (props: PageProps) => Child
  /** Without it, `page` draws the list of feeds. */
  readonly feeds?: ((props: FeedsProps) => Child) | undefined
  /** Without it, `page` draws the list of authors. Only sites with several authors have these two. */
  readonly authors?: ((props: AuthorsProps) => Child) | undefined
  /** Without it, `tag` draws the posts of an author as if their name were a tag. */
  readonly author?: ((props: AuthorProps) => Child) | undefined
  /** Without it, `page` draws the field to search in. */
  readonly search?: ((props: SearchProps) => Child) | undefined
  readonly notFound: (props: PageProps) => Child
  readonly redirect: (props: RedirectProps) => Child
}

/** A theme is data and pure functions. It never reads files, the clock or the network. */
export interface Theme {
  /** As in `theme:` of `content/site.yaml`; the name of the theme's folder. */
  readonly name: string
  readonly layouts: Layouts
  /** More for the `<head>` of a page: preloaded fonts, colours of the browser's frame. Only `<link>` and `<meta>`. */
  readonly head?: ((props: PageProps) => Child) | undefined
}

/** Gives a theme its type. */
export function defineTheme(theme: Theme): Theme {
  return theme
}

/** The changes that make one theme of another. */
export interface ThemeChanges {
  readonly name: string
  readonly layouts?: Partial<Layouts> | undefined
  readonly head?: ((props: PageProps) => Child) | undefined
}

/** A theme like another one but for some layouts. */
export function extendTheme(base: Theme, changes: ThemeChanges): Theme {
  return {
    name: changes.name,
    layouts: { ...base.layouts, ...changes.layouts },
    head: changes.head ?? base.head,
  }
}
