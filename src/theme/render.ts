import type { Element, ElementContent, Root } from 'hast'
import type { Child } from '../jsx/child.ts'
import { contentOf } from '../jsx/children.ts'
import type { Essay } from '../model/essay.ts'
import type { Route, Site } from '../model/site.ts'
import { authorsTrees } from './authors-page.ts'
import type { EssayTrees, Layouts, Theme } from './contract.ts'
import { engineAsPage } from './engine-page.ts'
import { feedsAsPage, feedsTrees } from './feeds-page.ts'
import { headOf, type SiteIcon } from './head.ts'
import { type PageFacts, pageFacts } from './page-facts.ts'
import { type SearchAssets, searchTrees } from './search-page.ts'
import type { ShareImage } from './share-image.ts'
import { failureOf } from './theme-failure.ts'

/** What a page is made from beyond the site and the theme. */
export interface RenderInputs {
  /** Where the theme's style sheets lie in the output, in order: `assets/plain.3f2a9c.css`. */
  readonly styles: readonly string[]
  /** An essay's body and notes as trees; they are placed in the page as they are. */
  readonly trees: (essay: Essay) => EssayTrees
  /** The picture that stands for an essay where it is shared. */
  readonly image?: ((essay: Essay) => ShareImage | undefined) | undefined
  /** The site's icons, best first. */
  readonly icons?: readonly SiteIcon[] | undefined
  /** What the search page works with; without it, that page leads to the archive. */
  readonly search?: SearchAssets | undefined
  /** The content security policy to state in the page: the site's where absent, none where `''`. */
  readonly policy?: string | undefined
  /** Finds `file:line:column` in the theme's sources from the stack of an error that the theme threw. */
  readonly locate?: ((error: unknown) => string | undefined) | undefined
}

/**
 * One whole page: a root with a doctype and `<html>`.
 *
 * @throws ThemeFailure, with a diagnostic for the theme's author, where the theme cannot draw the page
 */
export function renderPage(route: Route, site: Site, theme: Theme, inputs: RenderInputs): Root {
  const page = pageFacts(route, site)
  const image = page.essay && inputs.image?.(page.essay)
  const trees = page.essay && inputs.trees(page.essay)
  try {
    const { styles, policy, icons = [], search } = inputs
    const script = route.kind === 'search' ? search : undefined
    const head = headOf(route, page, theme, { styles, policy, image, icons, script })
    const body = bodyOf(draw(route, page, theme, trees, search))
    const html: Element = {
      type: 'element',
      tagName: 'html',
      properties: { lang: page.lang, dir: page.direction },
      children: [head, body],
    }
    return { type: 'root', children: [{ type: 'doctype' }, html] }
  } catch (error) {
    throw failureOf(error, theme.name, route.path, inputs.locate)
  }
}

const noTrees: EssayTrees = { body: { type: 'root', children: [] }, notes: undefined }

function draw(
  route: Route,
  page: PageFacts,
  { layouts }: Theme,
  trees: EssayTrees = noTrees,
  search?: SearchAssets | undefined,
): Child {
  switch (route.kind) {
    case 'home':
      return layouts.home({ ...page, list: route.list })
    case 'post':
      return layouts.post({ ...page, post: route.post, trees })
    case 'page':
      return layouts.page({ ...page, page: route.page, trees })
    case 'tags':
      return layouts.tags(page)
    case 'tag':
      return layouts.tag({ ...page, tag: route.tag })
    case 'series':
      return layouts.series({ ...page, series: route.series })
    case 'archive':
      return layouts.archive(page)
    case 'feeds':
      return drawFeeds(page, layouts)
    case 'authors':
      return drawAuthors(page, layouts)
    case 'author':
      return layouts.author
        ? layouts.author({ ...page, author: route.author })
        : layouts.tag({ ...page, tag: route.author })
    case 'search':
      return drawSearch(page, layouts, search)
    case 'not-found':
      return layouts.notFound(page)
    case 'redirect':
      return layouts.redirect({ ...page, to: route.to })
  }
}

function drawFeeds(page: PageFacts, layouts: Layouts): Child {
  const list = feedsTrees(page)
  if (layouts.feeds) return layouts.feeds({ ...page, trees: list })
  return layouts.page({ ...page, page: feedsAsPage(page), trees: list })
}

function drawAuthors(page: PageFacts, layouts: Layouts): Child {
  const trees = authorsTrees(page)
  if (layouts.authors) return layouts.authors({ ...page, trees })
  return layouts.page({ ...page, page: engineAsPage(page, 'authors'), trees })
}

function drawSearch(page: PageFacts, layouts: Layouts, assets: SearchAssets | undefined): Child {
  const trees = searchTrees(page, assets)
  if (layouts.search) return layouts.search({ ...page, trees })
  return layouts.page({ ...page, page: engineAsPage(page, 'search'), trees })
}

/** The layout's own `<body>`, or one around what it returned. */
function bodyOf(drawn: Child): Element {
  const content: ElementContent[] = contentOf(drawn)
  const [only] = content
  if (content.length === 1 && only?.type === 'element' && only.tagName === 'body') return only
  return { type: 'element', tagName: 'body', properties: {}, children: content }
}
